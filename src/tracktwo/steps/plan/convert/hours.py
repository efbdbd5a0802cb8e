"""Hours of a workshop in zones: the only place that knows the table of time zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from tracktwo.methods.calendar import Span, awake_together
from tracktwo.steps.plan.models import Workshop

# No clock is further behind that of UTC.
FURTHEST_BEHIND = timedelta(hours=12)


@cache
def zone_names() -> tuple[str, ...]:
    """Zones by continent and city; without the old names that stand for whole countries or fixed hours."""
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return tuple(sorted(name for name in available_timezones() if name.startswith(areas)))


@lru_cache(maxsize=256)
def guess_zone(city: str) -> str:
    """The zone that bears the name of the city, "" where none or several do."""
    wanted = city.strip().replace(" ", "_").casefold()
    found = [name for name in zone_names() if name.rpartition("/")[2].casefold() == wanted]
    return found[0] if wanted and len(found) == 1 else ""


def zone_of(workshop: Workshop) -> str:
    """What the convener said, else what the city tells."""
    return workshop.zone or guess_zone(workshop.city)


def day_at(workshop: Workshop, now: datetime) -> date:
    """Which day it is at the place: its sittings are on days of that clock. UTC's where the zone is not known."""
    name = zone_of(workshop)
    return now.astimezone(ZoneInfo(name) if name else UTC).date()


def has_ended(workshop: Workshop, now: datetime) -> bool:
    """Whether its own last day has ended at the place; what may follow at its convention is not asked."""
    return workshop.ends_on < day_at(workshop, now)


def latest_day(now: datetime) -> date:
    """The day where clocks are furthest behind: what ended before it has ended at every place."""
    return (now.astimezone(UTC) - FURTHEST_BEHIND).date()


def moment(workshop: Workshop, day: date, hour: time) -> datetime | None:
    """An hour of the clock at the place, as a moment; None where the zone is not known."""
    name = zone_of(workshop)
    return datetime.combine(day, hour, tzinfo=ZoneInfo(name)) if name else None


def days_of(workshop: Workshop) -> list[date]:
    length = (workshop.ends_on - workshop.starts_on).days + 1
    return [workshop.starts_on + timedelta(days=step) for step in range(length)]


def common_hours(workshop: Workshop) -> tuple[Span, ...]:
    """The hours of the room at which every remote zone is awake, on every day of the workshop.

    Days differ where clocks change between them, so the spans of the first are kept as far as the others hold them.
    """
    return hours_awake(workshop, zone_of(workshop), workshop.remote_zones)


def hours_awake(workshop: Workshop, zone: str, others: list[str]) -> tuple[Span, ...]:
    if not zone:
        return ()
    opens, closes = (hour.hour * 60 + hour.minute for hour in (workshop.opens_at, workshop.closes_at))
    spans: tuple[Span, ...] | None = None
    for day in days_of(workshop):
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        place, *far = (_ahead(name, noon) for name in (zone, *others))
        found = awake_together(opens, closes, place, far)
        spans = found if spans is None else _both(spans, found)
    return spans or ()


def _both(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    pairs = ((max(a.first, b.first), min(a.last, b.last)) for a in one for b in other)
    return tuple(Span(first, last) for first, last in pairs if first < last)


def _ahead(zone: str, at: datetime) -> int:
    offset = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def spans_words(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{clock(span.first)}–{clock(span.last)}" for span in spans)
