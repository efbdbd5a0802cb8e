"""The one suppression table of the product: from how many people on may a number be shown, and to whom.

Every page, document and method asks this file; no other place holds a threshold of its own.

- Room: a community's result is shown from six voters on and only if not unanimous; otherwise readers learn
  "the rule was met" or "not met" and nothing more. A community of fewer than six affirms aloud.
- Airtime of a community is measured from three people on: of two, each could take the own minutes off and have the
  other's.
- Public: ten voters a side, non-zero cells of five, nine tenths or more shown as "at least 90 %".

Why unanimity is withheld: from a shown result nobody's answer may follow. Eleven in favour and one abstaining
leaves each of the twelve the one who abstained; twelve in favour leaves nobody anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product


@dataclass(frozen=True)
class Tier:
    """Where a number is read: ``voters`` = least people in a side, ``cell`` = least count in a non-zero cell,
    ``cap`` = share from which the exact number gives way to "at least this share"."""

    key: str
    voters: int
    cell: int
    cap: Fraction


ROOM = Tier("room", voters=6, cell=1, cap=Fraction(1))
PUBLIC = Tier("public", voters=10, cell=5, cap=Fraction(9, 10))


LEAST_TIMED = 3


def may_time(members: int) -> bool:
    """Whether the airtime of a community with ``members`` people in the room may be measured."""
    return members >= LEAST_TIMED


def may_word(members: int) -> bool:
    """Whether sentences may be known to come from a community with ``members`` people in the room, and from no one."""
    return members >= LEAST_TIMED


def votes_in_secret(members: int) -> bool:
    """Whether a community with ``members`` people in the room votes in secret (else it affirms aloud)."""
    return members >= ROOM.voters


def may_show_in_room(cells: Sequence[int]) -> bool:
    """Whether the counts of one community's answers may be shown in the room: six voters, not all in one
    cell.
    """
    voters = sum(cells)
    return voters >= ROOM.voters and max(cells) < voters


def may_show_poll(questions: Sequence[Sequence[int]]) -> bool:
    """Whether the counts of a poll of several questions to one community may be shown: every one or none.

    Were only the unanimous question withheld, its absence beside the others would say that it was.
    """
    return all(may_show_in_room(cells) for cells in questions)


def may_show_standing(cells: Sequence[int], outstanding: int) -> bool:
    """Whether the counts of answers that people may still change may be read: when nobody's is outstanding.

    While answers come in one by one, each of them would be the difference between two looks.
    """
    return outstanding == 0 and may_show_in_room(cells)


def is_capped(cells: Sequence[int], tier: Tier = PUBLIC) -> bool:
    """Whether one answer holds so large a share that only "at least ``tier.cap``" may be said."""
    return sum(cells) > 0 and Fraction(max(cells), sum(cells)) >= tier.cap


def open_cells(cells: Sequence[int], tier: Tier = PUBLIC) -> tuple[bool, ...]:
    """Which cells of one side's counts may be shown to the public; all or none of them may be withheld.

    A small cell is withheld, and with it the number of voters. A reader who knows this table could still work
    it out where the shown cells leave only one value ("6, 0 and a hidden cell; ten voters at least: it is
    4"), so every hidden cell must keep two values that would have looked the same; where it does not, the
    whole side is withheld.
    """
    if sum(cells) < tier.voters or is_capped(cells, tier):
        return (False,) * len(cells)
    shown = tuple(count == 0 or count >= tier.cell for count in cells)
    return shown if _stays_hidden(cells, shown, tier) else (False,) * len(cells)


def _stays_hidden(cells: Sequence[int], shown: tuple[bool, ...], tier: Tier) -> bool:
    """Whether each hidden cell could hold another value and the same cells would be shown."""
    hidden = [place for place, is_shown in enumerate(shown) if not is_shown]
    seen: list[set[int]] = [set() for _ in hidden]
    for guess in product(range(1, tier.cell), repeat=len(hidden)):
        world = list(cells)
        for place, count in zip(hidden, guess, strict=True):
            world[place] = count
        if sum(world) >= tier.voters and not is_capped(world, tier):
            for values, count in zip(seen, guess, strict=True):
                values.add(count)
    return all(len(values) >= 2 for values in seen)
