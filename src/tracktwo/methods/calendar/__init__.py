"""Days counted back from a workshop, and hours at which everybody is awake, wherever they sit."""

from tracktwo.methods.calendar.awake import Span, awake_together
from tracktwo.methods.calendar.deadlines import (
    AHEAD,
    KINDS,
    MOST_DAYS,
    OVERDUE,
    PROPOSED,
    SOON,
    SOON_DAYS,
    Deadline,
    count_back,
    urgency,
)

__all__ = [
    "AHEAD",
    "KINDS",
    "MOST_DAYS",
    "OVERDUE",
    "PROPOSED",
    "SOON",
    "SOON_DAYS",
    "Deadline",
    "Span",
    "awake_together",
    "count_back",
    "urgency",
]
