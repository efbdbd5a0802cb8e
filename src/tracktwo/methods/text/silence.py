"""A silence procedure: a text stands unless somebody objects, and only among people who could have.

Silence counts for something only where everybody was reached and is safe to answer, nobody objected, and every
community affirmed. Somebody unreachable is not silent: the time runs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracktwo.methods.record import Refusal

LEAST_HOURS = 72
MOST_HOURS = 24 * 60


class Outcome(StrEnum):
    RUNNING = "running"
    EXTENDED = "extended"
    KEPT = "kept"
    BROKEN = "broken"
    ABSENT = "absent"  # a community has nobody left: nothing can be agreed to in its name


@dataclass(frozen=True)
class Community:
    """One community at the end of the time: how many hold a seat, how many of them were reached, and its word."""

    side: int
    members: int
    reached: int
    affirmed: bool


@dataclass(frozen=True)
class Finding:
    """What the time ended with; ``until``: the new end where it was extended."""

    outcome: Outcome
    until: datetime | None = None


def check_hours(hours: int) -> int:
    """The hours a silence lasts; refuses ``silence.hours`` below 72 or above 60 days."""
    if not LEAST_HOURS <= hours <= MOST_HOURS:
        raise Refusal("silence.hours", least=LEAST_HOURS, most=MOST_HOURS)
    return hours


def find_outcome(
    communities: Sequence[Community], objections: int, *, expires_at: datetime, hours: int, now: datetime
) -> Finding:
    """What a silence has come to at ``now``; both moments carry their zone, so no change of clocks moves the end.

    Before the end nothing is found, whatever has been said: whoever objects early is not told apart from whoever
    objects late. An extension gives the same ``hours`` again from ``now``, so that whoever comes back has them whole.
    """
    if now < expires_at:
        return Finding(Outcome.RUNNING)
    if any(one.members == 0 for one in communities):
        return Finding(Outcome.ABSENT)
    if objections:
        return Finding(Outcome.BROKEN)
    if any(one.reached < one.members or not one.affirmed for one in communities):
        return Finding(Outcome.EXTENDED, now + timedelta(hours=hours))
    return Finding(Outcome.KEPT)
