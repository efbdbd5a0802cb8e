"""Even shares: how many of each community a room may hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.groups.ask import Member


@dataclass(frozen=True)
class Shares:
    """``least`` and ``most`` of each community in a room: its members over the rooms, rounded down and up.

    So no room is further than one person from an even share. Such rooms always exist: a table of fractions can be
    rounded up or down in every cell so that rows and columns keep their sums (Bacharach 1966, controlled rounding).
    """

    least: dict[int, int]
    most: dict[int, int]
    smallest: int
    largest: int
    empty: int


def even_shares(members: Sequence[Member], rooms: int) -> Shares:
    sides = Counter(member.side for member in members)
    smallest, largest = len(members) // rooms, -(-len(members) // rooms)
    return Shares(
        least={side: count // rooms for side, count in sides.items()},
        most={side: -(-count // rooms) for side, count in sides.items()},
        smallest=smallest,
        largest=largest,
        empty=largest * rooms - len(members),
    )


def room_sizes(people: int, rooms: int) -> list[int]:
    """How many sit in each room of a round, the larger rooms first."""
    each, more = divmod(people, rooms)
    return [each + 1] * more + [each] * (rooms - more)
