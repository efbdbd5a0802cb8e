"""Small rooms of the demonstration: last year's are counts, this year's are composed, and one pair sits apart."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from tracktwo.site.demo.consents import places
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.prepare.actions import ask_rooms, forget_rooms, keep_apart, say_tongues
from tracktwo.steps.prepare.queries.rooms import room_seats

# By place among those of a community; whoever comes after these has not said.
SPOKEN = {
    1: (("uk", "ru"), ("uk", "en"), ("uk", "ru", "en"), ("uk",), ("uk", "ru"), ("uk", "en"), ("uk", "ru", "pl")),
    2: (("ru", "en"), ("ru", "uk"), ("ru",), ("ru", "uk", "en"), ("ru", "en"), ("ru",), ("ru", "uk")),
}
APART = (3, 13)


def sit(stage: Stage) -> None:
    held, coming = last_workshop(stage.programme, stage.now.date()), next_workshop(stage.programme, stage.now)
    if held is not None and room_seats(held):
        _compose(stage, held, rounds=2)
        forget_rooms(stage.now)
    seats = room_seats(coming) if coming else []
    if coming is not None and len(seats) > max(APART):
        by = stage.by("Hazel", "prepare.compose")
        keep_apart(*(seats[place] for place in APART), by=by, now=_before(stage, coming))
        _compose(stage, coming, rounds=3)


def _compose(stage: Stage, workshop: Workshop, *, rounds: int) -> None:
    for place, seat in places(room_seats(workshop)):
        spoken = SPOKEN[seat.community.number]
        if place < len(spoken):
            say_tongues(seat, spoken[place])
    now = _before(stage, workshop)
    by = stage.by("Hazel", "prepare.compose")
    ask_rooms(workshop, rooms=4, rounds=rounds, interpreters=(("uk", "ru"),), by=by, now=now)


def _before(stage: Stage, workshop: Workshop) -> datetime:
    return min(datetime.combine(workshop.starts_on - timedelta(days=5), time(11), tzinfo=UTC), stage.now)
