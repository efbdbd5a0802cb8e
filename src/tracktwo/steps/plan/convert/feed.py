"""What stands in a calendar: so little outside that it may lie open on a desk, more behind the door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from hashlib import sha256

from django.utils.translation import gettext as _

from tracktwo.exchange.feeds import CANCELLED, CONFIRMED, TENTATIVE, Entry
from tracktwo.steps.plan.convert.going import deadline_words
from tracktwo.steps.plan.convert.hours import days_of, moment
from tracktwo.steps.plan.models import Workshop


def uid_of(workshop: Workshop, part: str) -> str:
    """The same for one workshop for ever, and nothing that could be looked up anywhere."""
    return sha256(f"calendar|{workshop.compartment_id.hex}|{part}".encode()).hexdigest()[:40]


def neutral_entries(workshops: Iterable[Workshop]) -> list[Entry]:
    """Meetings by number, in hours of UTC: the name of a zone would tell the place."""
    return [entry for workshop in workshops for entry in _meeting(workshop, neutral=True)]


def full_entries(workshops: Iterable[Workshop]) -> list[Entry]:
    """Workshops by number and city, in hours of the place."""
    return [entry for workshop in workshops for entry in _meeting(workshop, neutral=False)]


def _meeting(workshop: Workshop, *, neutral: bool) -> list[Entry]:
    """One entry a day where the hours are known, else one over whole days."""
    number = {"number": workshop.number, "city": workshop.city or _("place not announced")}
    summary = _("Meeting %(number)s") % number if neutral else _("Workshop %(number)s, %(city)s") % number
    place = "" if neutral else workshop.city
    days = days_of(workshop)
    opening = moment(workshop, days[0], workshop.opens_at)
    if opening is None:
        return [_entry(workshop, "days", summary, days[0], days[-1], place)]
    return [
        _entry(workshop, f"day{step}", summary, *_hours(workshop, day, neutral=neutral), place)
        for step, day in enumerate(days, start=1)
    ]


def _hours(workshop: Workshop, day: datetime | object, *, neutral: bool) -> tuple[datetime, datetime]:
    both = (_at(workshop, day, workshop.opens_at), _at(workshop, day, workshop.closes_at))
    return (both[0].astimezone(UTC), both[1].astimezone(UTC)) if neutral else both


def _at(workshop: Workshop, day: object, hour: time) -> datetime:
    found = moment(workshop, day, hour)  # type: ignore[arg-type]  # a day of days_of
    if found is None:
        raise LookupError("asked for hours of a place without a zone")
    return found


def _entry(workshop: Workshop, part: str, summary: str, first: object, last: object, place: str) -> Entry:
    return Entry(
        uid=uid_of(workshop, part),
        summary=summary,
        first=first,  # type: ignore[arg-type]  # days or moments, both of one kind
        last=last,  # type: ignore[arg-type]
        sequence=workshop.changes,
        status=status_of(workshop),
        place=place,
    )


def status_of(workshop: Workshop) -> str:
    """A postponed workshop does not take place on the days it had: for a calendar that is cancelled."""
    if workshop.standing != Workshop.Standing.PLANNED:
        return CANCELLED
    return TENTATIVE if workshop.projected else CONFIRMED


def deadline_entries(rows: Iterable[object], *, neutral: bool) -> list[Entry]:
    """Days on which something is due; what is done is left out. ``rows`` are ``queries.going.DueRow``."""
    found = []
    for row in rows:
        workshop, kind = row.workshop, row.kind  # type: ignore[attr-defined]
        number = {"number": workshop.number, "what": deadline_words(kind)}
        summary = _("Due for meeting %(number)s") % number if neutral else _("Workshop %(number)s: %(what)s") % number
        due = row.due  # type: ignore[attr-defined]
        if not row.met:  # type: ignore[attr-defined]
            found.append(Entry(uid_of(workshop, kind), summary, due, due, sequence=workshop.changes))
    return found
