"""The wall clock, passed as a callable: whoever needs the time asks for a ``Clock`` and a test hands in its
own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
Seconds = Callable[[], float]


def utc_now() -> datetime:
    """The moment, aware, in UTC; it may jump when somebody sets the machine's clock."""
    return datetime.now(UTC)


def steady_seconds() -> float:
    """Seconds that only grow, for measuring how long something takes; daylight saving and clock jumps do not
    touch it.
    """
    return time.monotonic()


def stopped_at(moment: datetime) -> Clock:
    """A clock that stands still; refuses a moment without a zone, which would be a different instant on each
    machine.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return lambda: moment
