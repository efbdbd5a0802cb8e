"""The floor: agenda phases and their time, the session clock, the speaking queue, airtime, the order of communities."""

from tracktwo.methods.floor.airtime import (
    INTERPRETER,
    LONGEST_TAP,
    THIRD_PARTY,
    Balance,
    Share,
    Watch,
    balance,
)
from tracktwo.methods.floor.clock import Clock, Press, Pressed, Reading, Slot, replay
from tracktwo.methods.floor.order import order_of_sides
from tracktwo.methods.floor.phases import KELMAN, Phase, share_minutes
from tracktwo.methods.floor.queue import Hand, Heard, longest_wait, move, next_hand, queue

__all__ = [
    "INTERPRETER",
    "KELMAN",
    "LONGEST_TAP",
    "THIRD_PARTY",
    "Balance",
    "Clock",
    "Hand",
    "Heard",
    "Phase",
    "Press",
    "Pressed",
    "Reading",
    "Share",
    "Slot",
    "Watch",
    "balance",
    "longest_wait",
    "move",
    "next_hand",
    "order_of_sides",
    "queue",
    "replay",
    "share_minutes",
]
