"""The floor: agenda phases, the session clock, the speaking queue, airtime, restatement, the order of communities."""

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
from tracktwo.methods.floor.restatement import Draft, Loop, Mark, begin

__all__ = [
    "INTERPRETER",
    "KELMAN",
    "LONGEST_TAP",
    "THIRD_PARTY",
    "Balance",
    "Clock",
    "Draft",
    "Hand",
    "Heard",
    "Loop",
    "Mark",
    "Phase",
    "Press",
    "Pressed",
    "Reading",
    "Share",
    "Slot",
    "Watch",
    "balance",
    "begin",
    "longest_wait",
    "move",
    "next_hand",
    "order_of_sides",
    "queue",
    "replay",
    "share_minutes",
]
