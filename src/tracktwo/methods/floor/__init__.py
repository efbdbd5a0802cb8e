"""The floor: agenda phases, the session clock, the speaking queue, airtime, restatement, the order of communities."""

from tracktwo.methods.floor.agenda import (
    Line,
    Lines,
    add_line,
    drop_line,
    give_time,
    lay_out,
    move_line,
    resize,
    set_shares,
    whole,
)
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
from tracktwo.methods.floor.phases import KELMAN, SUSTAINED, Phase, share_minutes
from tracktwo.methods.floor.queue import Hand, Heard, longest_wait, move, next_hand, queue
from tracktwo.methods.floor.restatement import Draft, Loop, Mark, begin

__all__ = [
    "whole",
    "set_shares",
    "resize",
    "move_line",
    "lay_out",
    "give_time",
    "drop_line",
    "add_line",
    "Lines",
    "Line",
    "SUSTAINED",
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
