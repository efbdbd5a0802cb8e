"""The floor: agenda phases and their time, the session clock, the order of the communities."""

from tracktwo.methods.floor.clock import Clock, Press, Pressed, Reading, Slot, replay
from tracktwo.methods.floor.order import order_of_sides
from tracktwo.methods.floor.phases import KELMAN, Phase, share_minutes

__all__ = [
    "KELMAN",
    "Clock",
    "Phase",
    "Press",
    "Pressed",
    "Reading",
    "Slot",
    "order_of_sides",
    "replay",
    "share_minutes",
]
