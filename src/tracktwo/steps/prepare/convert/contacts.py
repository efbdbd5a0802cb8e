"""Check-ins after a workshop: when each is due, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
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
    """One check-in of one seat: ``state`` is AHEAD, DUE, OVERDUE or SETTLED, ``answer`` the newest one, if any."""

    weeks: int
    due: date
    state: str
    answer: str


def is_past(ends_on: date, today: date) -> bool:
    return today > ends_on + LAST


def check_ins(ends_on: date, answers: Mapping[int, str], today: date) -> list[CheckInDue]:
    """All three, in their order. Only "safe" settles one; what was not reached is tried again."""
    return [_check_in(weeks, ends_on + timedelta(weeks=weeks), answers.get(weeks, ""), today) for weeks in WEEKS]


def _check_in(weeks: int, due: date, answer: str, today: date) -> CheckInDue:
    if answer == "safe":
        state = SETTLED
    elif today < due:
        state = AHEAD
    else:
        state = OVERDUE if today >= due + PATIENCE or answer == "help" else DUE
    return CheckInDue(weeks, due, state, answer)
