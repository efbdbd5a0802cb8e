"""Readable differences between two wordings and between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.methods.text.alignment import Purse, Region, align
from tracktwo.methods.text.clauses import Clause, SingleText

# Apostrophes of all three kinds are letters inside a Ukrainian word, a hyphen joins one, and a stress mark
# belongs to its vowel. White space before a token belongs to it, so that pieces join to the text again.
_LETTERS = r"[\w\u0300-\u036f]+"
_TOKEN = re.compile(rf"\s*(?:{_LETTERS}(?:[’ʼ'\u2010\u2011-]{_LETTERS})*|[^\w\s])|\s+\Z")  # noqa: RUF001
_WORD = re.compile(r"\w")
# Steps of a comparison: about a fifth of a second for one clause, and four times that for a whole text.
_FOR_A_CLAUSE, _FOR_A_TEXT = 3_000_000, 12_000_000


class Kind(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A run of words with one fate, with the white space before it."""

    kind: Kind
    words: str


@dataclass(frozen=True)
class ClauseChange:
    """What happened to one clause: ``pieces`` of its standing words; sides whose bracket was ``opened`` or
    ``closed``; ``is_new`` or ``is_gone`` when only one of the texts has it."""

    key: str
    pieces: tuple[Piece, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    is_new: bool = False
    is_gone: bool = False

    @property
    def is_unchanged(self) -> bool:
        kept = all(piece.kind is Kind.KEPT for piece in self.pieces)
        return kept and not (self.opened or self.closed or self.is_new or self.is_gone)


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces by which ``old`` becomes ``new``; where words were replaced, removed stands before added.

    Kept and added pieces join to ``new`` exactly, kept and removed ones to ``old`` up to white space. The work is
    bounded whatever the words: what it does not reach is shown as replaced.
    """
    return _pieces(old, new, Purse(_FOR_A_CLAUSE))


def _pieces(old: str, new: str, purse: Purse) -> tuple[Piece, ...]:
    olds, news = tokens(old), tokens(new)
    pieces: list[Piece] = []
    for is_kept, (a, b), (c, d) in _regions(olds, news, purse):
        if is_kept:
            pieces.append(Piece(Kind.KEPT, "".join(news[c:d])))
            continue
        pieces.extend([Piece(Kind.REMOVED, "".join(olds[a:b]))] if b > a else [])
        pieces.extend([Piece(Kind.ADDED, "".join(news[c:d]))] if d > c else [])
    return tuple(pieces)


def compare(old: SingleText, new: SingleText) -> tuple[ClauseChange, ...]:
    """What became of every clause: the clauses of ``new`` in its order, then those only ``old`` has."""
    before = {clause.key: clause for clause in old.clauses}
    after = {clause.key: clause for clause in new.clauses}
    keys = [*after, *(key for key in before if key not in after)]
    purse = Purse(_FOR_A_TEXT)
    return tuple(_compare_clause(key, before.get(key), after.get(key), purse) for key in keys)


def _compare_clause(key: str, old: Clause | None, new: Clause | None, purse: Purse) -> ClauseChange:
    before = old.brackets.keys() if old else set()
    after = new.brackets.keys() if new else set()
    return ClauseChange(
        key,
        _pieces(old.standing if old else "", new.standing if new else "", purse),
        opened=tuple(sorted(after - before)),
        closed=tuple(sorted(before - after)),
        is_new=old is None,
        is_gone=new is None,
    )


def tokens(text: str) -> list[str]:
    """Words and marks, each with the white space before it; joined they are the text again."""
    return [match.group() for match in _TOKEN.finditer(text)]


def _regions(olds: Sequence[str], news: Sequence[str], purse: Purse) -> list[Region]:
    """Kept and changed stretches in turn; a kept comma alone between two changes is read as part of one
    change.
    """
    matched = align([one.strip() for one in olds], [one.strip() for one in news], purse)
    regions: list[Region] = []
    for place, (is_kept, a, b) in enumerate(matched):
        at_an_end = place in (0, len(matched) - 1)
        readable = is_kept and (at_an_end or any(_WORD.search(one) for one in news[b[0] : b[1]]))
        if regions and not readable and not regions[-1][0]:
            regions[-1] = (False, (regions[-1][1][0], a[1]), (regions[-1][2][0], b[1]))
        else:
            regions.append((is_kept, a, b))
    return regions
