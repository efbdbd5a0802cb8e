"""What every screen of a room shows alike, worked out once for all who ask in the same moment.

When a vote opens, forty telephones ask within a tenth of a second, in three languages. Only the newest moment of a room
is kept, in memory, and it is dropped with the session. No language stands in it: words are chosen when a part is drawn.
No reader stands in it: the place in the queue, the line on a roll and the seat are
asked for each, and what is kept ready is kept by what it shows (``telephones.Own``), never by whom it is shown to.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.utils import timezone

from tracktwo.foundation.live.fragments import Part
from tracktwo.methods.floor import Clock, Reading
from tracktwo.steps.convene.convert import FloorFace, FloorRows, clock_of, clock_scope, floor_rows
from tracktwo.steps.convene.models import Session
from tracktwo.steps.programme.models import Community

Facts = dict[str, Any]
Room = tuple[str, object, str]  # which screen, workshop, programme
Wanted = tuple[str, tuple[Part, ...]]  # in which language, which parts
AGE = timedelta(seconds=10)  # after which even facts that nobody has touched are read again
WANTED = timedelta(minutes=1)  # for which parts are drawn ahead after somebody last asked for them
MOST_BODIES = 500
_kept: dict[Room, tuple[int, Moment]] = {}
_lock = Lock()


@dataclass(frozen=True)
class Instant:
    """What time alone has made of a room by one second."""

    second: int
    now: datetime
    reading: Reading
    floor: FloorFace

    @property
    def scope(self) -> str:
        return clock_scope(self.reading)


@dataclass
class Moment:
    """A room at one version. ``bodies``: parts of screens as they were rendered, by all that makes them differ.
    ``wanted``: which parts telephones ask for in which language, and when one last did.
    """

    facts: Facts
    session: Session
    sides: list[Community]
    clock: Clock
    rows: FloorRows
    read_at: datetime
    bodies: dict[Hashable, bytes] = field(default_factory=dict)
    wanted: dict[Wanted, datetime] = field(default_factory=dict)
    drawing: Lock = field(default_factory=Lock)
    _instant: Instant | None = None

    def at(self, now: datetime) -> Instant:
        """Clock and airtime move with the second; asks no database."""
        second, found = int(now.timestamp()), self._instant
        if found is None or found.second != second:
            reading = self.clock.read(now)
            phase = None if reading.place is None else self.session.phases[reading.place][0]
            found = self._instant = Instant(second, now, reading, self.rows.face(self.sides, phase, now))
        return found

    def keep(self, key: Hashable, body: bytes) -> None:
        if len(self.bodies) < MOST_BODIES:
            self.bodies[key] = body

    def is_of(self, now: datetime) -> bool:
        """Whether it still holds: on another day the communities stand in another order."""
        return abs(now - self.read_at) < AGE and timezone.localdate(now) == timezone.localdate(self.read_at)


def read_moment(session: Session, sides: list[Community], facts: Facts, now: datetime) -> Moment:
    return Moment(facts, session, sides, clock_of(session), floor_rows(session), now)


def shared(room: Room, version: int, now: datetime, work: Callable[[], Moment]) -> Moment:
    """The room at a version; ``work`` is done by the first who asks, the others wait for it."""
    found = newest(room, version, now)
    if found is None:
        with _lock:
            found = newest(room, version, now)
            if found is None:
                found = work()
                if (before := _kept.get(room)) is not None:
                    found.wanted |= before[1].wanted
                _kept[room] = version, found
    return found


def newest(room: Room, version: int, now: datetime) -> Moment | None:
    """The room at a version where somebody has worked it out."""
    found = _kept.get(room)
    return found[1] if found is not None and found[0] == version and found[1].is_of(now) else None


def wanted(kind: str, workshop: str, now: datetime) -> dict[Room, list[Wanted]]:
    """The screens of a workshop's room that somebody has just asked for, in which languages and parts."""
    found = {}
    for room, (_version, moment) in list(_kept.items()):
        if room[0] == kind and str(room[1]) == workshop:
            asked = [one for one, at in list(moment.wanted.items()) if now - at < WANTED]
            found |= {room: asked} if asked else {}
    return found


def forget(workshop: object) -> None:
    """The session is closed: whatever was kept of the workshop's room goes."""
    with _lock:
        for room in [room for room in _kept if room[1] == workshop]:
            del _kept[room]
