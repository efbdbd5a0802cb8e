"""Who met whom in small rooms: as a table for the search, as counts for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations, combinations_with_replacement

from tracktwo.methods.groups.ask import Ask, Pair
from tracktwo.methods.groups.plan import Plan


def meetings_of(plan: Plan) -> Counter[Pair]:
    """How often each pair shares a room in this plan; a pair that never does is not in it."""
    rooms = (room for rooms in plan.rounds for room in rooms)
    return Counter(pair for room in rooms for pair in combinations(sorted(room.members), 2))


def count_unmet(ask: Ask, plan: Plan) -> dict[tuple[int, int], tuple[int, int]]:
    """For every two communities (and each with itself): pairs that have not met after this plan, and all pairs.

    Pairs that are kept apart are in neither number, so that nobody can be looked for in the difference.
    """
    side = {member.key: member.side for member in ask.members}
    sides = sorted(set(side.values()))
    unmet: Counter[tuple[int, int]] = Counter()
    total: Counter[tuple[int, int]] = Counter()
    met = meetings_of(plan)
    for pair in combinations(sorted(side), 2):
        if pair in ask.apart:
            continue
        one, other = sorted((side[pair[0]], side[pair[1]]))
        total[one, other] += 1
        unmet[one, other] += not (met[pair] or ask.met.get(pair, 0))
    return {kind: (unmet[kind], total[kind]) for kind in combinations_with_replacement(sides, 2) if total[kind]}


def count_repeats(met: Mapping[Pair, int], planned: Counter[Pair]) -> int:
    """How many of these meetings are not the first of the two."""
    return sum(times - (met.get(pair, 0) == 0) for pair, times in planned.items())
