"""Planning again: what a plan would change of the one before, weighed above everything else.

Three wishes one after the other (lexicographically): as few workshops changed as can be, then as few days moved, then
as few points. They become one number by weights so large that no amount of the lesser outweighs one of the greater.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tracktwo.methods.dates.candidates import Candidate, Option
from tracktwo.methods.dates.edition import Edition, EditionKey
from tracktwo.methods.dates.result import Changes, Moved
from tracktwo.methods.dates.wishes import Weights


@dataclass(frozen=True)
class Promised:
    """A workshop of the plan before: its edition and its days."""

    edition: Edition
    first: date
    last: date


@dataclass(frozen=True)
class Before:
    """The plan before, without what is locked in any case."""

    workshops: tuple[Promised, ...]

    def of(self, edition: EditionKey) -> Promised | None:
        return next((one for one in self.workshops if one.edition.key == edition), None)

    def stays(self, option: Option) -> bool:
        promised = self.of(option.edition.key)
        return promised is not None and (promised.first, promised.last) == (option.first, option.last)

    def days_off(self, option: Option) -> int:
        """Days from the same edition's workshop before, else from the nearest one promised."""
        promised = self.of(option.edition.key)
        near = (promised,) if promised else self.workshops
        return min((abs((option.first - one.first).days) for one in near), default=0)


@dataclass(frozen=True)
class Amount:
    workshops: int
    days: int

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.workshops - other.workshops, self.days - other.days)


def weigh(candidates: Iterable[Candidate], before: Before, weights: Weights, number: int) -> tuple[Candidate, ...]:
    """The same candidates, each option weighed by what it changes."""
    listed = tuple(candidates)
    options = [option for candidate in listed for option in candidate.options]
    repetitions = weights.same_association + weights.same_city + weights.same_continent + weights.facilitator_load
    # More points, and more days, than any plan of that number can have.
    a_day = 1 + number * (max((option.points for option in options), default=0) + repetitions)
    a_workshop = a_day * (1 + number * max((before.days_off(option) for option in options), default=0))

    def weighed(option: Option) -> Option:
        if option.locked or before.stays(option):
            return option
        days = before.days_off(option)
        return replace(option, change=a_workshop + a_day * days, changes=1, moves=days)

    return tuple(replace(one, options=tuple(map(weighed, one.options))) for one in listed)


def sum_changes(chosen: Iterable[Option]) -> Amount:
    taken = tuple(chosen)
    return Amount(sum(option.changes for option in taken), sum(option.moves for option in taken))


def changes_between(before: Before, chosen: tuple[Option, ...]) -> Changes:
    """In words of workshops: which stay, move, leave and come."""
    free = [option for option in chosen if not option.locked]
    theirs = {option.edition.key for option in free}
    moved = tuple(
        Moved(option.edition, was.first, option.first)
        for option in free
        if (was := before.of(option.edition.key)) is not None and not before.stays(option)
    )
    return Changes(
        stay=sum(before.stays(option) for option in free),
        moved=moved,
        leave=tuple(one.edition for one in before.workshops if one.edition.key not in theirs),
        come=tuple(option.edition for option in free if before.of(option.edition.key) is None),
        days=sum_changes(chosen).days,
    )
