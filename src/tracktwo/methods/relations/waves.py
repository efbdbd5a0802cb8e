"""Two waves of one question, linked person by person through the hash of a phrase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.methods.relations.signflip import Number, exactly


@dataclass(frozen=True)
class Answer:
    """One person's answer in one wave: the link key (see ``phrase.link_key``), the own community, the value."""

    link: str
    side: int
    value: Number


@dataclass(frozen=True)
class Pair:
    """The two answers of one linked person."""

    side: int
    before: Fraction
    after: Fraction

    @property
    def difference(self) -> Fraction:
        return self.after - self.before


@dataclass(frozen=True)
class Linked:
    """Linked pairs, and how many answers of each wave have no partner."""

    pairs: tuple[Pair, ...]
    unlinked_before: int
    unlinked_after: int


def link_waves(before: Iterable[Answer], after: Iterable[Answer]) -> Linked:
    """Pair answers with the same link and community, in the order of the link keys.

    A link that stands twice in a wave (two people typed one phrase, or one person answered twice) pairs with
    nothing: choosing one of them would be a guess. All its answers count as unlinked.
    """
    first, second = list(before), list(after)
    early, late = _single(first), _single(second)
    pairs = [
        Pair(side, exactly(early[link, side].value), exactly(late[link, side].value))
        for link, side in sorted(early.keys() & late.keys())
    ]
    return Linked(tuple(pairs), len(first) - len(pairs), len(second) - len(pairs))


def _single(answers: list[Answer]) -> dict[tuple[str, int], Answer]:
    seen = Counter((answer.link, answer.side) for answer in answers)
    return {(one.link, one.side): one for one in answers if seen[one.link, one.side] == 1}
