"""A passage as words with their places: where a word begins and ends in the text as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tracktwo.methods.discretion.lookalikes import UNSEEN, plain

_SIGN = f"(?:[^\\W_]|[\u0300-\u036f\u0483-\u0487{UNSEEN}])"
_WORD = re.compile(f"[^\\W_]{_SIGN}*(?:['’ʼ`´ʹ]{_SIGN}+)*")
# What ends a sentence; a full stop after one letter is an initial.
_END = re.compile(r"[!?…]|(?<![^\W\d_])\.|(?<=[^\W_]{2})\.|\n\s*\n|^\s*(?:[-*•#>]|\d+[.)])", re.MULTILINE)
_BROKEN = re.compile("[-\u2010\u2011\u00ac][ \t]*\r?\n[ \t]*")
_HYPHENS = frozenset(["-", "\u2010", "\u2011", "*", "**", "***", "_", "__", "~~", "`"])
_SET_WIDE = frozenset(" .\u00a0\u2009·*_-")
FEWEST_SET_WIDE, MOST_HYPHENED = 4, 3
_OPENING = "«“„\"'‘(["
SHORT_TITLE_IN_WORDS = """
dr mr ms mrs prof st no art vol ed eds cf проф доц ак акад д к п м г ст див см ім им р рр вул ул
"""
SHORT_TITLE = frozenset(SHORT_TITLE_IN_WORDS.split())


class Token(NamedTuple):
    """A word: ``raw`` as typed at ``start`` to ``end``, ``word`` as read. ``sentence`` counts from 0.

    ``opens`` says that a capital here is only the beginning of a sentence. ``lone`` marks a word put together from
    pieces (letters set apart, a broken line, both halves of a double name); it stands beside its pieces.
    """

    start: int
    end: int
    raw: str
    word: str
    sentence: int
    opens: bool = False
    lone: bool = False

    @property
    def is_capital(self) -> bool:
        return self.word[:1].isupper()

    @property
    def is_shouted(self) -> bool:
        return len(self.word) > 1 and self.word.isupper()

    @property
    def is_initial(self) -> bool:
        return len(self.word) == 1 and self.word.isupper()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order; time grows with its length."""
    ends = _sentence_ends(text)
    found: list[Token] = []
    sentence, last_sentence = 0, -1
    for match in _WORD.finditer(text):
        while sentence < len(ends) and ends[sentence] <= match.start():
            sentence += 1
        opens = sentence != last_sentence or text[match.start() - 1 : match.start()] in _OPENING_SIGNS
        found.append(Token(match.start(), match.end(), match[0], plain(match[0]), sentence, opens))
        last_sentence = sentence
    return tuple(found)


_OPENING_SIGNS = frozenset(_OPENING)


def put_together(words: Sequence[Token], text: str) -> tuple[Token, ...]:
    """Words that were taken apart: letters set wide, a word broken over two lines, double names as one."""
    return (*_joined(words, text), *_set_wide(words, text))


def _joined(words: Sequence[Token], text: str) -> Iterator[Token]:
    for one, other in pairwise(words):
        gap = text[one.end : other.start]
        if gap in _HYPHENS or (gap and gap[0] in "-\u2010\u2011\u00ac" and _BROKEN.fullmatch(gap)):
            yield Token(one.start, other.end, "", one.word + other.word, -1, lone=True)


def _set_wide(words: Sequence[Token], text: str) -> Iterator[Token]:
    run: list[Token] = []
    for token in (*words, None):
        if token is not None and len(token.word) == 1 and (not run or text[run[-1].end : token.start] in _SET_WIDE):
            run.append(token)
            continue
        if len(run) >= FEWEST_SET_WIDE:
            yield Token(run[0].start, run[-1].end, "", "".join(one.word for one in run), -1, lone=True)
        run = [token] if token is not None and len(token.word) == 1 else []


def _sentence_ends(text: str) -> list[int]:
    """Where sentences end; initials, short titles and abbreviations do not end one."""
    return [match.end() for match in _END.finditer(text) if not _is_short(text, match)]


def _is_short(text: str, match: re.Match[str]) -> bool:
    if match[0] != ".":
        return False
    before = re.search(r"[^\W_]+$", text[max(0, match.start() - 6) : match.start()])
    return before is not None and before[0].casefold() in SHORT_TITLE
