"""Speech that can be recognised: what stands in quotation marks, and what somebody says of themself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracktwo.methods.discretion.hits import FIRST_PERSON, LIKELY, LOOK, QUOTATION, Hit
from tracktwo.methods.discretion.tokens import Token

_MARKS = '«([^«»]{1,1200})»|“([^“”]{1,1200})”|„([^„“”]{1,1200})[“”]|‘([^‘’\n]{8,1200})’|"([^"\n]{1,1200})"'
_QUOTED = re.compile(_MARKS)
_DASHED = re.compile("(?:^|\n)[ \t]*[—–][ \t]+([^\n]{8,400})")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_LIKE_SPEECH = re.compile(r"[.!?…,]\s*$")
# A title or a name between marks has few words and many capitals; speech is longer, or ends as a sentence does.
# Before a word that is part of an address: t.me
_ADDRESS_SIGNS = frozenset("./@_")
FEWEST_WORDS, MANY_WORDS = 3, 5
_SELF_SAID = """
i me my mine myself i'm i've i'd i'll я мене мені мною мій моя моє мої мого моєї моєму моїм моїй моєю моїми моїх
мою меня мне мной мною мой мое моё мои моего моей моему моим моём моем моими моих
"""
_SELF = frozenset(_SELF_SAID.split())
# After these a capital I is a number: World War I, Track I, Annex I.
_NUMBERED_SAID = """
war part article track chapter annex section volume act phase stage level type book title
"""
_NUMBERED = frozenset(_NUMBERED_SAID.split())


def quotation_hits(text: str) -> list[Hit]:
    """Everything in quotation marks that reads as speech, not as a title; likely where it ends as a sentence does."""
    return [hit for pattern in (_QUOTED, _DASHED) for match in pattern.finditer(text) if (hit := _quoted(match))]


def _quoted(match: re.Match[str]) -> Hit | None:
    inside = next(part for part in match.groups() if part is not None)
    words = _WORD.findall(inside)
    ends = bool(_ENDS_LIKE_SPEECH.search(inside))
    if len(words) < FEWEST_WORDS or _is_title(words) or (len(words) < MANY_WORDS and not ends):
        return None
    grade = LIKELY if len(words) >= MANY_WORDS else LOOK
    return Hit(match.start(), match.end(), QUOTATION, grade, "quoted_speech", "say_thought")


def _is_title(words: Sequence[str]) -> bool:
    """Most of its long words begin with a capital: “Journal of Peace Research”."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 > len(long) and len(words) < 9


def first_person_hits(words: Sequence[Token], text: str) -> list[Hit]:
    """“I”, “my” and their like, once a sentence; “we” is how a room speaks and is let through."""
    return list(_first_person(words, text))


def _first_person(words: Sequence[Token], text: str) -> Iterator[Hit]:
    told = -1
    for place, token in enumerate(words):
        if token.sentence == told or token.lone or not _is_self(token, words[place - 1] if place else None, text):
            continue
        told = token.sentence
        yield Hit(token.start, token.end, FIRST_PERSON, LIKELY, "first_person", "say_we")


def _is_self(token: Token, before: Token | None, text: str) -> bool:
    said = token.word.replace("’", "'").casefold()
    if said not in _SELF or text[token.start - 1 : token.start] in _ADDRESS_SIGNS:
        return False
    if said != "i":
        return True
    # A list numbered i, ii, iii; an initial; a numeral.
    numbered = before is not None and (before.word.casefold() in _NUMBERED or before.is_initial)
    return token.word == "I" and not numbered and text[token.end : token.end + 1] not in (".", ")", "/", "-", "–")
