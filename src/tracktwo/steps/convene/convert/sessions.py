"""A session's phases and its clock, as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracktwo.methods.floor import Clock, Press, Pressed, Reading, Slot, replay, share_minutes
from tracktwo.steps.convene.models import Session
from tracktwo.steps.programme.convert import PARTS, Words, phase_label, phase_notes, phase_purpose, words_language
from tracktwo.steps.programme.models import AgendaTemplate

MOST_PHASES = 8  # that the console shows at once
HOURS_A_DAY = 6  # of sitting; what a workshop's day holds beside meals and rest
MINUTE = timedelta(minutes=1)


def planned_phases(agenda: AgendaTemplate, minutes: int, keys: Sequence[str] | None = None) -> list[tuple[str, int]]:
    """The agenda's phases (those of ``keys``, or all) with whole minutes that add up to ``minutes``.

    A phase whose share is nought is left out. Refuses ``floor.no_phases`` and ``floor.too_short``.
    """
    chosen = [(key, share) for key, share in agenda.phases if share > 0 and (keys is None or key in keys)]
    shares = share_minutes(minutes, [share for _key, share in chosen])
    return [(key, share) for (key, _weight), share in zip(chosen, shares, strict=True)]


def clock_of(session: Session) -> Clock:
    """The session's clock, from what was pressed."""
    presses = [Pressed(Press(row.press), row.at, row.minutes) for row in session.presses.all()]
    return replay([Slot(key, minutes) for key, minutes in session.phases], presses, session.opened_at)


def phase_now(session: Session, now: datetime) -> str | None:
    """The key of the phase that is running or paused; None before, after, and once the session is closed."""
    place = None if session.closed_at else clock_of(session).read(now).place
    return None if place is None else session.phases[place][0]


def hours(minutes: int) -> str:
    """195 -> "3:15"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def whole_minutes(time: timedelta) -> int:
    """Rounded up: “1 min” until the very end, nought only at nought."""
    return -(-time // MINUTE)


@dataclass(frozen=True)
class PhaseFace:
    key: str
    label: str
    purpose: str
    minutes: int
    used: int
    here: bool
    notes: str = ""  # for the third party alone
    language: str = ""  # of its label
    purpose_language: str = ""
    notes_language: str = ""

    @property
    def hours(self) -> str:
        return hours(self.minutes)


@dataclass(frozen=True)
class ClockFace:
    """The clock as people read it, in whole minutes. ``left`` and ``over``: one of them is always nought."""

    state: str
    phase: PhaseFace | None
    phases: tuple[PhaseFace, ...]
    left: int
    over: int
    late: int
    total: int  # whole minutes planned for the session
    seconds: int  # left in the phase, below nought when it is over; pages with a script count them down
    at: int  # the moment of this reading, in milliseconds since 1970
    pressed: int
    is_last: bool
    can_step_back: bool

    @property
    def total_hours(self) -> str:
        return hours(self.total)

    @property
    def near(self) -> tuple[PhaseFace, ...]:
        """The phase that is on between the one before and the one after it; the first or last three at either end."""
        last = 0 if self.state == "waiting" else len(self.phases)
        here = next((place for place, phase in enumerate(self.phases) if phase.here), last)
        first = max(0, min(here - 1, len(self.phases) - 3))
        return self.phases[first : first + 3]

    @property
    def scope(self) -> str:
        """What of the face changes without anybody pressing anything."""
        return f"{self.left}.{self.over}.{self.late}"


def clock_scope(reading: Reading) -> str:
    """``ClockFace.scope`` without the words of a face."""
    return f"{whole_minutes(reading.remaining)}.{whole_minutes(reading.over)}.{reading.late // MINUTE}"


def phase_faces(
    phases: Sequence[tuple[str, int]],
    used: Sequence[timedelta] = (),
    here: int | None = None,
    words: Words | None = None,
) -> tuple[PhaseFace, ...]:
    """Phases as people read them, with the whole minutes used so far and the one that is on."""
    spent = [time // MINUTE for time in used] or [0] * len(phases)
    return tuple(
        PhaseFace(
            key,
            phase_label(key, words),
            phase_purpose(key, words),
            minutes,
            spent[place],
            place == here,
            phase_notes(key, words),
            *(words_language(key, part, words) for part in PARTS),
        )
        for place, (key, minutes) in enumerate(phases)
    )


def clock_face(session: Session, now: datetime, clock: Clock | None = None) -> ClockFace:
    """The face of an open session's clock at ``now``; ``clock`` where it has been read already."""
    clock = clock or clock_of(session)
    reading = clock.read(now)
    phases = phase_faces(session.phases, reading.used, reading.place, session.words)
    return ClockFace(
        state=reading.state,
        phase=None if reading.place is None else phases[reading.place],
        phases=phases,
        left=whole_minutes(reading.remaining),
        over=whole_minutes(reading.over),
        late=reading.late // MINUTE,
        total=sum(phase.minutes for phase in phases),
        seconds=int((reading.remaining - reading.over).total_seconds()),
        at=int(now.timestamp() * 1000),
        pressed=len(clock.events),
        is_last=reading.place == len(phases) - 1,
        can_step_back=reading.state == "closed" or bool(reading.place),
    )


def used_minutes(session: Session, now: datetime) -> list[int]:
    """Whole minutes spent in each phase so far."""
    return [used // MINUTE for used in clock_of(session).read(now).used]
