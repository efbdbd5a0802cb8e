"""What is wrong with a plan, looked at without any of the search: for tests, and for whoever doubts one."""

from __future__ import annotations

from itertools import combinations

from tracktwo.methods.groups.ask import Ask, pair_of
from tracktwo.methods.groups.plan import Plan, Room
from tracktwo.methods.groups.shares import even_shares


def find_faults(ask: Ask, plan: Plan) -> tuple[str, ...]:
    """Codes of what this plan breaks, sorted; empty for a plan that keeps every promise. O(rounds x people^2)."""
    found = set()
    everybody = sorted(member.key for member in ask.members)
    for rooms in plan.rounds:
        if sorted(key for room in rooms for key in room.members) != everybody or len(rooms) != ask.rooms:
            found.add("not_everybody_once")
        interpreters = [room.interpreter for room in rooms if room.interpreter]
        if len(set(interpreters)) != len(interpreters):
            found.add("interpreter_twice")
        for room in rooms:
            found |= _faults(ask, room)
    if len(plan.rounds) != ask.rounds:
        found.add("rounds")
    return tuple(sorted(found))


def _faults(ask: Ask, room: Room) -> set[str]:
    found = set()
    if not _is_even(ask, room):
        found.add("not_even")
    if not _is_understood(ask, room):
        found.add("not_understood")
    if any(pair_of(*pair) in ask.apart for pair in combinations(room.members, 2)):
        found.add("not_apart")
    return found


def _is_even(ask: Ask, room: Room) -> bool:
    shares = even_shares(ask.members, ask.rooms)
    sides = [member.side for member in ask.members if member.key in room.members]
    within = all(shares.least[side] <= sides.count(side) <= shares.most[side] for side in shares.least)
    return within and shares.smallest <= len(sides) <= shares.largest


def _is_understood(ask: Ask, room: Room) -> bool:
    """Everybody speaks every language of the room, or one of those that its interpreter carries between."""
    inside = [member for member in ask.members if member.key in room.members]
    if not room.interpreter:
        return bool(room.languages) and all(member.languages >= set(room.languages) for member in inside)
    carried = {one.key: one.languages for one in ask.interpreters}
    return all(member.languages & carried.get(room.interpreter, frozenset()) for member in inside)
