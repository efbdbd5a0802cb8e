"""Sessions with their clock and floor, statements without authors, votes without ballots.

Nothing here joins a person to what they said or how they voted: a statement has neither author nor time, and a vote is
counters beside a roll that knows only who has voted.
"""

from tracktwo.steps.convene.models.caucus import Caucus, CaucusHand, CaucusLine
from tracktwo.steps.convene.models.floor import Airtime, Floor, Hand
from tracktwo.steps.convene.models.needs import (
    OWNERS,
    Assent,
    AssentRoll,
    Draft,
    JointStep,
    Option,
    Restatement,
    Wording,
)
from tracktwo.steps.convene.models.paper import PaperCount, PaperPoll
from tracktwo.steps.convene.models.plan import PlannedSession
from tracktwo.steps.convene.models.pulse import LONGEST_THOUGHT, STEPS, CheckIn, CheckInRoll, Intervention, Reflection
from tracktwo.steps.convene.models.safe import PublicAgenda
from tracktwo.steps.convene.models.sessions import ClockPress, Session
from tracktwo.steps.convene.models.statements import LONGEST_STATEMENT, Statement
from tracktwo.steps.convene.models.votes import Poll, PollCount, PollRoll, RollCall, SideCount, Vote

__all__ = [
    "Assent",
    "AssentRoll",
    "Caucus",
    "CaucusHand",
    "CaucusLine",
    "PublicAgenda",
    "LONGEST_STATEMENT",
    "LONGEST_THOUGHT",
    "STEPS",
    "CheckIn",
    "CheckInRoll",
    "Intervention",
    "Reflection",
    "OWNERS",
    "Airtime",
    "ClockPress",
    "Draft",
    "Floor",
    "Hand",
    "JointStep",
    "Option",
    "PaperCount",
    "PaperPoll",
    "PlannedSession",
    "Poll",
    "PollCount",
    "PollRoll",
    "Restatement",
    "RollCall",
    "Session",
    "SideCount",
    "Statement",
    "Vote",
    "Wording",
]
