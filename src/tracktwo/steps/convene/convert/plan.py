"""Planned sittings as people read them, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from tracktwo.steps.convene.models import PlannedSession
from tracktwo.steps.prepare.sittings import Sitting
from tracktwo.steps.programme.convert import (
    LineFace,
    Sheet,
    line_faces,
    phase_label,
    phase_purpose,
    sheet_of,
    words_language,
)
from tracktwo.steps.programme.models import Community


def sheet_of_planned(planned: PlannedSession) -> Sheet:
    return sheet_of(planned.phases, planned.words, "own")


@dataclass(frozen=True)
class SittingFace:
    """One sitting: ``state`` is planned, open or held; ``community`` where it is of one alone."""

    planned: PlannedSession
    lines: list[LineFace]
    state: str
    community: Community | None = None


@dataclass(frozen=True)
class DayFace:
    day: date
    is_at_convention: bool
    sittings: list[SittingFace]

    @property
    def minutes(self) -> int:
        return sum(sitting.planned.minutes for sitting in self.sittings)


def day_faces(planned: Iterable[PlannedSession], communities: Sequence[Community]) -> list[DayFace]:
    """Sittings in the order of the clock, by day; at one hour in that of the communities."""
    named = {community.number: community for community in communities}
    order = {number: place for place, number in enumerate(named)}
    planned = sorted(planned, key=lambda one: (one.day, one.begins, order.get(one.side or 0, -1)))
    found = []
    for day, of_day in groupby(planned, key=lambda one: one.day):
        sittings = [
            SittingFace(one, line_faces(sheet_of_planned(one)), _state(one), named.get(one.side or 0)) for one in of_day
        ]
        found.append(DayFace(day, sittings[0].planned.is_at_convention, sittings))
    return found


def sittings_of_planned(planned: Iterable[PlannedSession]) -> list[Sitting]:
    """Each phase of each session, with the hour at which it begins if all before it keep to the plan."""
    return [sitting for one in planned for sitting in _sittings(one)]


def _sittings(planned: PlannedSession) -> Iterator[Sitting]:
    begins, words = datetime.combine(planned.day, planned.begins), planned.words
    for key, minutes in planned.phases:
        said = phase_label(key, words), phase_purpose(key, words)
        languages = (words_language(key, part, words) for part in ("label", "purpose"))
        yield Sitting(planned.day, begins.time(), minutes, *said, *languages, side=planned.side)
        begins += timedelta(minutes=minutes)


def _state(planned: PlannedSession) -> str:
    if planned.opened is None:
        return "planned"
    return "open" if planned.opened.closed_at is None else "held"
