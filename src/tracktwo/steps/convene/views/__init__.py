"""Pages of step 5."""

from tracktwo.steps.convene.views.console import (
    ClockDeed,
    CloseVote,
    Console,
    ConsolePart,
    OpenVote,
    Sort,
    Wall,
    WithdrawVote,
    Write,
)
from tracktwo.steps.convene.views.floor import (
    EndTurn,
    GiveFloor,
    MoveHand,
    QueueLines,
    QueuePage,
    RaiseFor,
    ShowQueue,
    TimeSide,
)
from tracktwo.steps.convene.views.room import Answer, Queue, Room, RoomPart, Rules, Say
from tracktwo.steps.convene.views.sessions import About, Close, Open

__all__ = [
    "About",
    "Answer",
    "ClockDeed",
    "Close",
    "CloseVote",
    "Console",
    "ConsolePart",
    "EndTurn",
    "GiveFloor",
    "MoveHand",
    "Open",
    "OpenVote",
    "Queue",
    "QueueLines",
    "QueuePage",
    "RaiseFor",
    "Room",
    "RoomPart",
    "Rules",
    "Say",
    "ShowQueue",
    "Sort",
    "TimeSide",
    "Wall",
    "WithdrawVote",
    "Write",
]
