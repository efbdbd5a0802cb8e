"""Which of the six steps a draw is in. Only the clock and what was handed in decide: nobody can hold it up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """The steps, and after them a draw that stands."""

    FREEZE = 1
    PUBLISH = 2
    COMMIT = 3
    REVEAL = 4
    BEACON = 5
    STANDS = 6


@dataclass(frozen=True)
class Times:
    """Ends of the sealing and of the opening, and when the public value is there; seconds since 1970."""

    sealed_until: int
    opened_until: int
    value_at: int


def stage_at(
    now: int, times: Times | None, *, affirmed: bool, parties: int, sealed: int, opened: int, drawn: bool
) -> Stage:
    """The step under way.

    The pool is frozen until every party has affirmed it, published with ``times``. Sealing ends when everybody has
    sealed or its time is over, opening when everybody who sealed has opened or its time is over: then whatever
    is shut counts as empty.
    """
    if drawn:
        return Stage.STANDS
    if times is None:
        return Stage.PUBLISH if affirmed else Stage.FREEZE
    if sealed < parties and now < times.sealed_until:
        return Stage.COMMIT
    if opened < sealed and now < times.opened_until:
        return Stage.REVEAL
    return Stage.BEACON
