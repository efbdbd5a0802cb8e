"""The session clock: its state is the list of what was pressed and when, so a reload or another screen loses
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import accumulate

from tracktwo.methods.record import Refusal

MOST_MINUTES_ADDED = 240  # more is a new agenda, not a longer phase
NOTHING = timedelta(0)
STANDS = timedelta(seconds=1)  # for which a clock that was set back by no more stands still, instead of judging presses


class Press(StrEnum):
    """What a facilitator can press. The values are stored; pages translate them."""

    BEGIN = "begin"
    PAUSE = "pause"
    RESUME = "resume"
    ADD = "add"
    NEXT = "next"
    BACK = "back"


@dataclass(frozen=True)
class Pressed:
    """One stored event: what, when (aware datetime), and for ``ADD`` how many minutes."""

    press: Press
    at: datetime
    minutes: int = 0


@dataclass(frozen=True)
class Slot:
    """A phase with the whole minutes planned for it."""

    key: str
    minutes: int


@dataclass(frozen=True)
class Reading:
    """The clock at one moment.

    ``state``: "waiting", "running", "paused" or "closed". ``place``: index of the phase (None before and
    after). ``remaining`` and ``over``: time left in the phase and time beyond it; one of them is always zero.
    ``late``: by how much the session will end after the planned end if every phase still to come takes the
    time it has. ``used``: time spent in each phase so far.
    """

    state: str
    place: int | None
    remaining: timedelta
    over: timedelta
    late: timedelta
    used: tuple[timedelta, ...]


@dataclass(frozen=True)
class _Hands:
    """What a run of events comes to: totals up to ``at``, the last moment believed."""

    at: datetime
    state: str
    place: int
    used: tuple[timedelta, ...]
    allotted: tuple[timedelta, ...]
    begun: datetime | None = None


@dataclass(frozen=True)
class Clock:
    """A session's phases and everything pressed so far. Immutable: each press gives the next clock.

    Times are aware datetimes and are passed in; the machine's clock may jump. A press whose time is still to
    come was made while the machine was ahead. When it really was is written nowhere: it counts as of the press
    before it (the first one as of ``opened``, the moment before which nothing was pressed), so that the clock
    runs on as soon as the machine is set right. Should the machine come to that time, the press is believed
    again. Where all presses are still to come it is the machine that is behind, and time stands still until it
    has caught up. Among presses that are believed, one earlier than that before it, or than ``opened``, counts as
    of that.
    """

    slots: tuple[Slot, ...]
    events: tuple[Pressed, ...] = ()
    opened: datetime | None = None

    def press(self, press: Press, at: datetime, minutes: int = 0) -> Clock:
        """The clock after one press; refuses what makes no sense now (``floor.press_*``)."""
        event = Pressed(press, at, minutes)
        _follow(_hands(self), event)
        return replace(self, events=(*self.events, event))

    def read(self, now: datetime) -> Reading:
        """The reading at ``now``; O(events)."""
        if now.tzinfo is None:
            raise ValueError("the clock needs a time with its zone")
        at = now.astimezone(UTC)
        believed = replace(self, events=_believed(self, at))
        return _reading(believed, _run_to(_hands(believed), at))


def replay(slots: Sequence[Slot], events: Sequence[Pressed], opened: datetime | None = None) -> Clock:
    """The clock of stored events, each checked as it was when it was pressed; refuses as ``Clock.press``
    does.
    """
    if not slots:
        raise Refusal("floor.no_phases")
    clock = Clock(tuple(slots), tuple(events), opened)
    _hands(clock)
    return clock


def _believed(clock: Clock, now: datetime) -> tuple[Pressed, ...]:
    """The presses as of the times at which, seen from ``now``, they may have been made."""
    presses = [event.at.astimezone(UTC) for event in clock.events]
    opened = [clock.opened.astimezone(UTC)] if clock.opened else []
    past = [time for time in (*opened, *presses) if time <= now + STANDS]
    if not past:
        return clock.events
    first = opened[0] if past[:1] == opened else min(past)
    last, events = past[0], []
    for event, at in zip(clock.events, presses, strict=True):
        last = max(at, first) if at <= now + STANDS else last
        events.append(replace(event, at=last))
    return tuple(events)


def _hands(clock: Clock) -> _Hands:
    allotted = tuple(timedelta(minutes=slot.minutes) for slot in clock.slots)
    start = datetime.min.replace(tzinfo=UTC)
    hands = _Hands(start, "waiting", 0, (NOTHING,) * len(allotted), allotted)
    return list(accumulate(clock.events, _follow, initial=hands))[-1]


def _run_to(hands: _Hands, moment: datetime) -> _Hands:
    if moment.tzinfo is None:
        raise ValueError("the clock needs a time with its zone")
    # In UTC: two moments in one zone would be subtracted by their wall clocks, an hour wrong across a change
    # of it.
    at = max(hands.at, moment.astimezone(UTC))
    if hands.state != "running":
        return replace(hands, at=at)
    return replace(hands, at=at, used=_plus(hands.used, hands.place, at - hands.at))


def _plus(times: tuple[timedelta, ...], place: int, more: timedelta) -> tuple[timedelta, ...]:
    return tuple(time + more if here == place else time for here, time in enumerate(times))


def _follow(before: _Hands, event: Pressed) -> _Hands:
    hands = _run_to(before, event.at)
    match (event.press, hands.state):
        case (Press.BEGIN, "waiting"):
            return replace(hands, state="running", begun=hands.at)
        case (Press.PAUSE, "running"):
            return replace(hands, state="paused")
        case (Press.RESUME, "paused"):
            return replace(hands, state="running")
        case (Press.ADD, "running" | "paused"):
            return replace(hands, allotted=_plus(hands.allotted, hands.place, _added(event.minutes)))
        case (Press.NEXT, "running" | "paused"):
            return _next(hands)
        case (Press.BACK, "running" | "paused" | "closed"):
            return _back(hands)
    raise Refusal(f"floor.press_{event.press}", state=hands.state)


def _added(minutes: int) -> timedelta:
    if not 1 <= minutes <= MOST_MINUTES_ADDED:
        raise Refusal("floor.minutes_added", minutes=minutes, most=MOST_MINUTES_ADDED)
    return timedelta(minutes=minutes)


def _next(hands: _Hands) -> _Hands:
    if hands.place + 1 == len(hands.used):
        return replace(hands, state="closed")
    return replace(hands, place=hands.place + 1)


def _back(hands: _Hands) -> _Hands:
    """To the phase before, or into the last one again after the close; time used there stays used."""
    if hands.state == "closed":
        return replace(hands, state="running")
    if hands.place == 0:
        raise Refusal("floor.press_back", state=hands.state)
    return replace(hands, place=hands.place - 1)


def _reading(clock: Clock, hands: _Hands) -> Reading:
    place = None if hands.state in ("waiting", "closed") else hands.place
    left = [allotted - used for allotted, used in zip(hands.allotted, hands.used, strict=True)]
    here = NOTHING if place is None else left[place]
    return Reading(hands.state, place, max(here, NOTHING), max(-here, NOTHING), _late(clock, hands, left), hands.used)


def _late(clock: Clock, hands: _Hands, left: Sequence[timedelta]) -> timedelta:
    if hands.begun is None:
        return NOTHING
    planned_end = hands.begun + timedelta(minutes=sum(slot.minutes for slot in clock.slots))
    to_come = [] if hands.state == "closed" else left[hands.place :]
    still = sum((max(time, NOTHING) for time in to_come), start=NOTHING)
    return max(hands.at + still - planned_end, NOTHING)
