"""How many repeated meetings no plan can avoid, by three ways of counting. Nobody has to be seated for any.

*Communities.* Even rooms fix how many meetings of each two communities (and within each) a round has, or at least how
few; the pairs that have not met are used up first. With a_r and b_r people of two communities in room r a round has
sum a_r b_r meetings between them; each is an even share or one more, so only where the ones come together is open.

*Companions.* Everybody needs companions in every round: at least so many of each community as an even room holds, and
enough of them to fill it. Each takes people not met before first. Over everybody this counts each meeting twice, so
half of it is a bound.

*Pigeonholes.* The people of a room sit in R rooms of the next round, so some of them sit together again, at the fewest
if they spread evenly. In every round but the first that many meetings are repeats, or as many as earlier years force.
"""

from __future__ import annotations

from heapq import nsmallest
from itertools import combinations

import numpy as np

from tracktwo.methods.groups.ask import Ask
from tracktwo.methods.groups.seating import NEVER, Places
from tracktwo.methods.groups.shares import room_sizes


def least_repeats(ask: Ask, places: Places) -> int:
    """Repeated meetings that no plan avoids. O(people^2 x rounds)."""
    again = sum(_kept_together(size, ask.rooms) for size in room_sizes(len(ask.members), ask.rooms))
    forced = _counted(ask, places, 1)
    return max(_counted(ask, places, ask.rounds), forced + (ask.rounds - 1) * max(forced, again))


def _counted(ask: Ask, places: Places, rounds: int) -> int:
    return max(_by_communities(ask, places, rounds), _by_companions(ask, places, rounds))


def _by_communities(ask: Ask, places: Places, rounds: int) -> int:
    kind = places.kind[: len(places.members)]
    fresh = np.triu(places.before[: len(kind), : len(kind)] == 0, 1)
    open_ = rounds * sum(size * (size - 1) // 2 for size in room_sizes(len(ask.members), ask.rooms))
    repeats = spare = 0
    for one, other, least in _meetings_of_communities(places):
        inside = (kind == one)[:, None] & (kind == other)[None, :]
        unmet = int((fresh & (inside | inside.T)).sum())
        repeats += max(0, rounds * least - unmet)
        spare += max(0, unmet - rounds * least)
        open_ -= rounds * least
    return repeats + max(0, open_ - spare)


def _meetings_of_communities(places: Places) -> list[tuple[int, int, int]]:
    """Two communities (or one twice), and the fewest meetings between them in a round of even rooms."""
    rooms, sides = places.rooms, range(len(places.least) - 1)
    count = [int((places.kind == side).sum()) for side in sides]
    within = [(side, side, _kept_together(count[side], rooms)) for side in sides]
    between = []
    for one, other in combinations(sides, 2):
        (each, more), (share, extra) = divmod(count[one], rooms), divmod(count[other], rooms)
        together = max(0, more + extra - rooms)
        between.append((one, other, rooms * each * share + each * extra + share * more + together))
    return within + between


def _kept_together(size: int, rooms: int) -> int:
    """How many pairs of one room sit together again, however it is spread over this many rooms."""
    each, more = divmod(size, rooms)
    return (rooms - more) * (each * (each - 1) // 2) + more * ((each + 1) * each // 2)


def _by_companions(ask: Ask, places: Places, rounds: int) -> int:
    people = len(places.members)
    smallest = min(room_sizes(len(ask.members), ask.rooms))
    total, further = 0.0, rounds * sum(size * (size - 1) for size in room_sizes(len(ask.members), ask.rooms))
    spare: list[float] = []
    for one in range(people):
        chosen, left = _companions(one, places, rounds, smallest)
        total += sum(chosen)
        # Even shares may ask for more companions than fill the smallest room, so they are counted one by one.
        further -= len(chosen)
        spare += left
    # Rooms larger than the smallest hold further meetings than these: again the cheapest that are left.
    total += sum(nsmallest(max(further, 0), spare))
    return int(np.ceil(total / 2 - 1e-9))


def _companions(one: int, places: Places, rounds: int, smallest: int) -> tuple[list[float], list[float]]:
    """Whether each meeting that one person cannot avoid is a repeat, and what each further one would add."""
    kind = int(places.kind[one])
    taken: list[float] = []
    left: list[float] = []
    needed = rounds * (smallest - 1)
    for side in range(len(places.least) - 1):
        slots = _slots(one, side, places, rounds)
        least = rounds * (int(places.least[side]) - (side == kind))
        least = min(max(least, 0), len(slots))
        taken += slots[:least]
        left += slots[least:]
        needed -= least
    left.sort()
    needed = max(needed, 0)
    return taken + left[:needed], left[needed:]


def _slots(one: int, side: int, places: Places, rounds: int) -> list[float]:
    """Of each possible meeting with somebody of this community whether it repeats, firsts first."""
    people = len(places.members)
    row, others = places.before[one, :people], places.kind[:people] == side
    met = [value for place, value in enumerate(row.tolist()) if others[place] and place != one and value < NEVER]
    return sorted(float(value + again > 0) for value in met for again in range(rounds))
