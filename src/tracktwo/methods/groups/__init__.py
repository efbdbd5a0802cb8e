"""Small rooms: everybody dealt into rooms for some rounds, mixed, understood, and with few meeting twice."""

from tracktwo.methods.groups.ask import Ask, Interpreter, Member, Pair, pair_of
from tracktwo.methods.groups.check import find_faults
from tracktwo.methods.groups.compose import compose
from tracktwo.methods.groups.meetings import count_unmet, meetings_of
from tracktwo.methods.groups.plan import Plan, Room

__all__ = [
    "Ask",
    "Interpreter",
    "Member",
    "Pair",
    "Plan",
    "Room",
    "compose",
    "count_unmet",
    "find_faults",
    "meetings_of",
    "pair_of",
]
