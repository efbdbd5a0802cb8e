"""Pages of step 5."""

from tracktwo.steps.convene.views.console import (
    ClockDeed,
    CloseVote,
    Console,
    ConsolePart,
    ConsoleParts,
    OpenVote,
    Sort,
    Wall,
    WithdrawVote,
    Write,
)
from tracktwo.steps.convene.views.door import AtTheDoor, Doorway, Enter
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
from tracktwo.steps.convene.views.needs import (
    AddOption,
    AddStep,
    AnswerRestatement,
    BeginRestatement,
    Needs,
    SetAside,
    WriteRestatement,
)
from tracktwo.steps.convene.views.paper import Paper
from tracktwo.steps.convene.views.plan import OpenPlanned, SessionPlan, Sessions
from tracktwo.steps.convene.views.polls import AnswerPoll, ClosePoll, OpenPoll, WithdrawPoll
from tracktwo.steps.convene.views.pulse import AskPulse, CheckIn, Intervene, Numbers, Reflect
from tracktwo.steps.convene.views.room import Answer, Queue, Room, RoomPart, RoomParts, Rules, Say
from tracktwo.steps.convene.views.sessions import About, Close, Open

__all__ = [
    "About",
    "AddOption",
    "AddStep",
    "Answer",
    "AnswerPoll",
    "AskPulse",
    "CheckIn",
    "Intervene",
    "Numbers",
    "Reflect",
    "ClosePoll",
    "OpenPoll",
    "WithdrawPoll",
    "AnswerRestatement",
    "AtTheDoor",
    "BeginRestatement",
    "ClockDeed",
    "Close",
    "CloseVote",
    "Console",
    "ConsolePart",
    "ConsoleParts",
    "Doorway",
    "EndTurn",
    "Enter",
    "GiveFloor",
    "MoveHand",
    "Needs",
    "Open",
    "Paper",
    "OpenPlanned",
    "SessionPlan",
    "Sessions",
    "OpenVote",
    "Queue",
    "QueueLines",
    "QueuePage",
    "RaiseFor",
    "Room",
    "RoomPart",
    "RoomParts",
    "Rules",
    "Say",
    "SetAside",
    "ShowQueue",
    "Sort",
    "TimeSide",
    "Wall",
    "WithdrawVote",
    "Write",
    "WriteRestatement",
]
