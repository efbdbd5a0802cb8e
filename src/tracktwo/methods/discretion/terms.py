"""Contested words: those that one side cannot read on from, by a register that says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracktwo.methods.discretion.hits import LIKELY, LOOK, TERM, Hit
from tracktwo.methods.discretion.lookalikes import is_cyrillic
from tracktwo.methods.discretion.tokens import Token

AVOID, DUAL, AGREED = "avoid", "dual", "agreed"
STANDINGS = (AVOID, DUAL, AGREED)
LONGEST_TERM = 6
_ENDINGS_CYRILLIC = re.compile(
    "(?:ого|его|ому|ему|ими|ыми|ями|ами|ої|ою|ею|єю|ях|ах|ям|ам|их|ых|им|ым|ий|ый|ій|ой|ей|ом|ем|ів|ов|ев|ая|яя|ое|ее|ые|ие|ую|юю|а|я|о|е|є|и|ы|і|ї|у|ю|ь|й)$"
)
_ENDINGS_LATIN = re.compile("(?:'s|’s|s)$")
SHORTEST_STEM = 3


@dataclass(frozen=True)
class Term:
    """One line of the register: a term in a language, its standing, what to write instead, and who says so."""

    term: str
    language: str
    standing: str
    use: str = ""
    source: str = ""
    checked_on: date | None = None
    note: str = ""


def term_hits(words: Sequence[Token], register: Iterable[Term], language: str = "") -> list[Hit]:
    """Terms to avoid (likely) and terms that sides dispute (look), in any case of declension.

    With ``language`` only the terms of that language count; without, those written in the alphabet of the word.
    """
    known = _by_stems(term for term in register if term.standing != AGREED and language in ("", term.language))
    if not known:
        return []
    stems = [plain_stem(token.word) for token in words]
    found = []
    for place in range(len(words)):
        for length in range(1, LONGEST_TERM + 1):
            term = known.get(tuple(stems[place : place + length]))
            if term is not None and place + length <= len(words) and _same_sentence(words[place : place + length]):
                found.append(_hit(words[place], words[place + length - 1], term))
    return found


def plain_stem(word: str) -> str:
    """A word without its ending, in its own letters: Киев in Russian is right, Kiev in English is not."""
    said = word.casefold()
    shorter = (_ENDINGS_CYRILLIC if is_cyrillic(said) else _ENDINGS_LATIN).sub("", said)
    return shorter if len(shorter) >= SHORTEST_STEM else said


def _by_stems(register: Iterable[Term]) -> dict[tuple[str, ...], Term]:
    found: dict[tuple[str, ...], Term] = {}
    for term in register:
        found.setdefault(tuple(plain_stem(word) for word in term.term.split()), term)
    return found


def _same_sentence(words: Sequence[Token]) -> bool:
    return words[0].sentence == words[-1].sentence


def _hit(first: Token, last: Token, term: Term) -> Hit:
    avoid = term.standing == AVOID
    grade, reason = (LIKELY, "term_to_avoid") if avoid else (LOOK, "term_in_dispute")
    suggestion = "say_instead" if avoid else "say_both"
    return Hit(first.start, last.end, TERM, grade, reason, suggestion, use=term.use, source=term.source)
