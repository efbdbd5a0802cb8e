"""Check-ins after a workshop: when each is due, and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = (2, 6, 12)
# A check-in that is not settled so long after its day is everybody's matter.
PATIENCE = timedelta(days=7)
# After so many weeks nobody is followed any longer, and what was kept of the way home is destroyed.
LAST = timedelta(weeks=26)
AHEAD, DUE, OVERDUE, SETTLED = "ahead", "due", "overdue", "settled"


@dataclass(frozen=True)
class CheckInDue:
    """One check-in of one seat: ``state`` is AHEAD, DUE, OVERDUE or SETTLED, ``answer`` the newest one, if any.

    ``is_own``: the person gave it here, and nobody heard a voice.
    """

    weeks: int
    due: date
    state: str
    answer: str
    is_own: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its day has come and nobody has said "safe"."""
        return self.state in {DUE, OVERDUE}

    @property
    def asks(self) -> bool:
        """Whether it waits for a word of the person. Whoever asked for help waits for us."""
        return self.is_open and self.answer != "help"


def is_past(ends_on: date, today: date) -> bool:
    return today > ends_on + LAST


def check_ins(ends_on: date, answers: Mapping[int, str], today: date, own: Collection[int] = ()) -> list[CheckInDue]:
    """All three, in their order. Only "safe" settles one; what was not reached is tried again.

    ``answers`` holds the newest of each week, ``own`` the weeks in which that one was given here.
    """
    days = [(weeks, ends_on + timedelta(weeks=weeks), answers.get(weeks, "")) for weeks in WEEKS]
    return [CheckInDue(weeks, due, _state(due, said, today), said, weeks in own) for weeks, due, said in days]


def _state(due: date, answer: str, today: date) -> str:
    if answer == "safe":
        return SETTLED
    if today < due:
        return AHEAD
    return OVERDUE if today >= due + PATIENCE or answer == "help" else DUE
