"""Between the room's rows and what methods compute and screens show."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from tracktwo.methods.counts import ROOM, Aloud, Result, Shown, Votes
from tracktwo.methods.floor import Clock, Press, Pressed, Slot, replay, share_minutes
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.models import LONGEST_STATEMENT, Session, SideCount, Vote
from tracktwo.steps.programme.convert import phase_label, phase_purpose
from tracktwo.steps.programme.models import AgendaTemplate, Community

HOURS_A_DAY = 6  # of sitting; what a workshop's day holds beside meals and rest
JOINERS = "\u200c\u200d"  # needed inside words of some scripts
UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs"}
MINUTE = timedelta(minutes=1)


def planned_phases(agenda: AgendaTemplate, minutes: int, keys: Sequence[str] | None = None) -> list[tuple[str, int]]:
    """The agenda's phases (those of ``keys``, or all) with whole minutes that add up to ``minutes``.

    A phase whose share is nought is left out. Refuses ``floor.no_phases`` and ``floor.too_short``.
    """
    chosen = [(key, share) for key, share in agenda.phases if share > 0 and (keys is None or key in keys)]
    shares = share_minutes(minutes, [share for _key, share in chosen])
    return [(key, share) for (key, _weight), share in zip(chosen, shares, strict=True)]


def checked_text(typed: str) -> str:
    """The statement as it is kept: one line, single spaces, nothing invisible.

    Invisible and direction-changing characters are refused: they make a sentence read otherwise than it is written,
    and could mark who wrote it. Refuses ``convene.text_empty``, ``convene.text_long``, ``convene.text_unseen``.
    """
    text = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not text.strip(JOINERS):
        raise Refusal("convene.text_empty")
    if len(text) > LONGEST_STATEMENT:
        raise Refusal("convene.text_long", length=len(text), most=LONGEST_STATEMENT)
    if any(unicodedata.category(letter) in UNSEEN and letter not in JOINERS for letter in text):
        raise Refusal("convene.text_unseen")
    return text


def clock_of(session: Session) -> Clock:
    """The session's clock, from what was pressed."""
    presses = [Pressed(Press(row.press), row.at, row.minutes) for row in session.presses.all()]
    return replay([Slot(key, minutes) for key, minutes in session.phases], presses)


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
    pressed: int
    is_last: bool
    can_step_back: bool

    @property
    def total_hours(self) -> str:
        return hours(self.total)

    @property
    def scope(self) -> str:
        """What of the face changes without anybody pressing anything."""
        return f"{self.left}.{self.over}.{self.late}"


def phase_faces(
    phases: Sequence[tuple[str, int]], used: Sequence[timedelta] = (), here: int | None = None
) -> tuple[PhaseFace, ...]:
    """Phases as people read them, with the whole minutes used so far and the one that is on."""
    spent = [time // MINUTE for time in used] or [0] * len(phases)
    return tuple(
        PhaseFace(key, phase_label(key), phase_purpose(key), minutes, spent[place], place == here)
        for place, (key, minutes) in enumerate(phases)
    )


def clock_face(session: Session, now: datetime) -> ClockFace:
    """The face of an open session's clock at ``now``."""
    clock = clock_of(session)
    reading = clock.read(now)
    phases = phase_faces(session.phases, reading.used, reading.place)
    return ClockFace(
        state=reading.state,
        phase=None if reading.place is None else phases[reading.place],
        phases=phases,
        left=whole_minutes(reading.remaining),
        over=whole_minutes(reading.over),
        late=reading.late // MINUTE,
        total=sum(phase.minutes for phase in phases),
        pressed=len(clock.events),
        is_last=reading.place == len(phases) - 1,
        can_step_back=reading.state == "closed" or bool(reading.place),
    )


def used_minutes(session: Session, now: datetime) -> list[int]:
    """Whole minutes spent in each phase so far."""
    return [used // MINUTE for used in clock_of(session).read(now).used]


@dataclass(frozen=True)
class Turnout:
    """How many are in, told only so far as it gives away nobody: ``told`` of ``members``, or at least ``told``."""

    told: int
    members: int
    at_least: bool


def turnout(counts: Sequence[SideCount]) -> Turnout:
    """What may be said of an open vote.

    A withheld result means "fewer than six voted, or all alike". Whoever knew that more than five had voted would know
    that all voted alike, and with "the rule was met" how each of them did. A shown community has six voters at least,
    so of k communities voting in secret 6k - 1 votes are the most that still leave one of them five; beyond that the
    screen says "at least".
    """
    secret = [count for count in counts if count.votes_in_secret]
    told_at_most = ROOM.voters * len(secret) - 1
    voted = sum(count.agree + count.disagree + count.passed for count in secret)
    if not secret:
        return Turnout(0, 0, at_least=False)
    return Turnout(min(voted, told_at_most), sum(count.members for count in secret), voted >= told_at_most)


# A vote closed after its first answer would tell that answer. Not six either: where one community alone votes in
# secret, a withheld result of six can only be unanimous.
LEAST_TO_CLOSE = ROOM.voters - 1


def closed_votes_of(counts: Sequence[SideCount], words: Mapping[int, bool]) -> list[Votes]:
    """Counters and spoken words as the method takes them."""
    return [
        Votes(count.side, count.members, count.agree, count.disagree, count.passed)
        if count.votes_in_secret
        else Votes(count.side, count.members, word=words.get(count.side))
        for count in counts
    ]


def result_to_keep(result: Result) -> dict[str, Any]:
    """The result as it is stored: what may be read and nothing else."""
    kinds = {Shown: "shown", Aloud: "aloud"}
    return {
        "met": result.met,
        "sides": [{"kind": kinds.get(type(side), "withheld"), **asdict(side)} for side in result.sides],
        "total": asdict(result.total) if result.total else None,
    }


@dataclass(frozen=True)
class SideRow:
    """One community's line of a result; the three numbers are None where they are not shown."""

    community: Community
    kind: str
    met: bool
    reason: Refusal | None
    agree: int | None
    disagree: int | None
    passed: int | None


def result_rows(vote: Vote, communities: Sequence[Community]) -> list[SideRow]:
    """A closed vote's lines in the order of the communities given."""
    by_side = {side["side"]: side for side in vote.result["sides"]}
    return [_side_row(by_side[community.number], community) for community in communities]


def _side_row(side: Mapping[str, Any], community: Community) -> SideRow:
    reason = Refusal(side["reason"]) if "reason" in side else None
    cells = (side.get(answer) for answer in ("agree", "disagree", "passed"))
    return SideRow(community, side["kind"], side["met"], reason, *cells)
