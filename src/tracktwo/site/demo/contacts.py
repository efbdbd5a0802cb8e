"""The way home in the demonstration: last year everybody was reached, one at the second try; this year two say how."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from secrets import token_urlsafe

from tracktwo.site.demo.consents import places
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.prepare.actions import agree_contact, note_reached
from tracktwo.steps.prepare.convert.contacts import WEEKS
from tracktwo.steps.prepare.models import ContactPlan
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

CHANNELS, CALLERS = ContactPlan.Channel.values, ContactPlan.Caller.values


def follow(stage: Stage) -> None:
    today = stage.now.date()
    held, coming = last_workshop(stage.programme, today), next_workshop(stage.programme, stage.now)
    if held is not None:
        _reach(stage, held)
    for place, seat in places(list(list_seats(coming))) if coming else []:
        if place:  # the first of each community is whom a visitor signs in as
            _agree(seat, place, min(stage.now, _day(coming, -20)))


def _reach(stage: Stage, held: Workshop) -> None:
    by = stage.by("Heron", "prepare.contacts")
    for place, seat in places(list(list_seats(held))):
        _agree(seat, place, _day(held, -2))
        for weeks in WEEKS:
            day = _day(held, weeks * 7)
            if (place, weeks) == (3, 6) and day <= stage.now:
                note_reached(seat, weeks=weeks, answer="not_reached", by=by, now=day, token=token_urlsafe(8))
                day += timedelta(days=2)
            if day <= stage.now:
                note_reached(seat, weeks=weeks, answer="safe", by=by, now=day, token=token_urlsafe(8))


def _agree(seat: Seat, place: int, now: datetime) -> None:
    channel, caller = CHANNELS[place % len(CHANNELS)], CALLERS[place % len(CALLERS)]
    agree_contact(seat, channel=channel, caller=caller, language="en", now=now)


def _day(workshop: Workshop, days: int) -> datetime:
    return datetime.combine(workshop.ends_on + timedelta(days=days), time(17), tzinfo=UTC)
