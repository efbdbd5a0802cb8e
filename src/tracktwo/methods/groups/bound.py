"""How many repeated meetings no plan can avoid, by two ways of counting. Nobody has to be seated for either.

*Companions.* Everybody needs companions in every round: at least so many of each community as an even room holds, and
enough of them to fill it. Each takes people not met before first. Over everybody this counts each meeting twice, so
half of it is a bound.

*Pigeonholes.* The people of a room sit in R rooms of the next round, so some of them sit together again, at the fewest
if they spread evenly. In every round but the first that many meetings are repeats, or as many as earlier years force.
"""

from __future__ import annotations

from heapq import nsmallest

import numpy as np

from tracktwo.methods.groups.ask import Ask
from tracktwo.methods.groups.seating import NEVER, Places


def least_repeats(ask: Ask, places: Places) -> int:
    """Repeated meetings that no plan avoids. O(people^2 x rounds)."""
    again = sum(_kept_together(size, ask.rooms) for size in _sizes(ask))
    forced = _by_companions(ask, places, 1)
    return max(_by_companions(ask, places, ask.rounds), forced + (ask.rounds - 1) * max(forced, again))


def _kept_together(size: int, rooms: int) -> int:
    """How many pairs of one room sit together again, however it is spread over this many rooms."""
    each, more = divmod(size, rooms)
    return (rooms - more) * (each * (each - 1) // 2) + more * ((each + 1) * each // 2)


def _by_companions(ask: Ask, places: Places, rounds: int) -> int:
    people = len(places.members)
    smallest = min(_sizes(ask))
    total = 0.0
    spare: list[float] = []
    for one in range(people):
        chosen, left = _companions(one, places, rounds, smallest)
        total += chosen
        spare += left
    # Rooms larger than the smallest hold further meetings than these: again the cheapest that are left.
    further = rounds * (sum(size * (size - 1) for size in _sizes(ask)) - people * (smallest - 1))
    total += sum(nsmallest(further, spare))
    return int(np.ceil(total / 2 - 1e-9))


def _sizes(ask: Ask) -> list[int]:
    """How many sit in each room of a round."""
    each, more = divmod(len(ask.members), ask.rooms)
    return [each + 1] * more + [each] * (ask.rooms - more)


def _companions(one: int, places: Places, rounds: int, smallest: int) -> tuple[float, list[float]]:
    """How many repeats one person cannot avoid, and what each further meeting would add, the least first."""
    kind = int(places.kind[one])
    taken, left = 0.0, []
    needed = rounds * (smallest - 1)
    for side in range(len(places.least) - 1):
        slots = _slots(one, side, places, rounds)
        least = rounds * (int(places.least[side]) - (side == kind))
        least = min(max(least, 0), len(slots))
        taken += sum(slots[:least])
        left += slots[least:]
        needed -= least
    left.sort()
    needed = max(needed, 0)
    return taken + sum(left[:needed]), left[needed:]


def _slots(one: int, side: int, places: Places, rounds: int) -> list[float]:
    """Of each possible meeting with somebody of this community whether it repeats, firsts first."""
    people = len(places.members)
    row, others = places.before[one, :people], places.kind[:people] == side
    met = [value for place, value in enumerate(row.tolist()) if others[place] and place != one and value < NEVER]
    return sorted(float(value + again > 0) for value in met for again in range(rounds))
