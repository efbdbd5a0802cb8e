"""Days for somebody's calendar program (RFC 5545), with whole days and with hours. No organiser, no attendee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar. Days: ``last`` is the last whole day; moments (with a zone): ``last`` is the end.

    ``uid`` stays while the thing is the same one, ``sequence`` grows with every change of it (RFC 5545, 3.8.7.4): by
    both a program moves an entry instead of doubling it.
    """

    uid: str
    summary: str
    first: date | datetime
    last: date | datetime
    sequence: int = 0
    status: str = CONFIRMED
    place: str = ""
    words: str = ""


def write_feed(name: str, entries: Iterable[Entry], stamp: date, *, maker: str = "-//calendar//EN") -> bytes:
    """The calendar as bytes: folded at 75 octets, CRLF; the zones that its moments name are described in it.

    ``stamp`` is the day on which it is made. The same entries on the same day give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", maker)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    made = datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC)
    listed = tuple(entries)
    for entry in listed:
        calendar.add_component(_event(entry, made))
    _describe_zones(calendar, listed)
    content: bytes = calendar.to_ical()
    return content


def _describe_zones(calendar: Calendar, entries: tuple[Entry, ...]) -> None:
    """Each zone over the years that are needed, and a winter and a summer beyond.

    Not over its whole history: some programs lose count in a long list of changes (vobject 0.9.9 is an hour late then).
    """
    moments = [entry.first for entry in entries if isinstance(entry.first, datetime)]
    if moments:
        margin = timedelta(days=400)
        calendar.add_missing_timezones(min(moments).date() - margin, max(moments).date() + margin)


def _event(entry: Entry, made: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made)
    event.add("sequence", entry.sequence)
    event.add("summary", entry.summary)
    event.add("dtstart", entry.first)
    # The end of a whole-day event is the morning after (RFC 5545, 3.6.1).
    event.add("dtend", entry.last if isinstance(entry.last, datetime) else entry.last + timedelta(days=1))
    event.add("status", entry.status)
    # A workshop fills the day, a deadline does not.
    event.add("transp", "OPAQUE" if isinstance(entry.first, datetime) else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.words:
        event.add("description", entry.words)
    return event
