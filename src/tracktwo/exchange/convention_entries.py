"""Convention editions from a calendar (.ics) or JSON: each entry becomes a row of the same table as in CSV."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from tracktwo.exchange.tables import INVISIBLE, LONGEST_CELL, Row
from tracktwo.methods.dates import Edition, is_country
from tracktwo.methods.record import Refusal, Refusals

COLUMNS = (
    *("association", "convention", "edition", "city", "country"),
    *("start", "end", "status", "source", "note"),
)
# What a calendar calls our columns; names of our own for what it has no word for.
PROPERTIES = {
    "association": "X-TRACKTWO-ASSOCIATION",
    "convention": "SUMMARY",
    "edition": "X-TRACKTWO-EDITION",
    "city": "LOCATION",
    "country": "LOCATION",
    "start": "DTSTART",
    "end": "DTEND",
    "status": "STATUS",
    "source": "URL",
    "note": "COMMENT",
}
_STATUSES = {"": "provisional", "TENTATIVE": "provisional", "CONFIRMED": "confirmed", "CANCELLED": "cancelled"}
_NUMBER = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)?\b")
_TIDY = re.compile(r"^[\s,:–-]+|[\s,:–-]+$")
_ONLINE = ("online", "virtual")


def read_calendar(content: bytes) -> tuple[Row, ...]:
    """A row for each VEVENT. Raises Refusal ``conventions.not_calendar``, Refusals with entry and property."""
    try:
        calendar = Calendar.from_ical(content)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as error:
        raise Refusal("conventions.not_calendar") from error
    events = calendar.walk("VEVENT")
    if not events:
        raise Refusal("conventions.no_entries")
    return _rows(events, _of_event)


def read_json(content: bytes) -> tuple[Row, ...]:
    """A row for each object of a list, or of the list ``editions`` of one object."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Refusal("conventions.not_json") from error
    listed = told.get("editions") if isinstance(told, dict) else told
    if not isinstance(listed, list):
        raise Refusal("conventions.not_a_list")
    if not listed:
        raise Refusal("conventions.no_entries")
    return _rows(listed, _of_object)


def write_calendar(editions: Iterable[Edition]) -> bytes:
    """The editions as a calendar that ``read_calendar`` reads back equal. It names nobody."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Track Two//Conventions//EN")
    calendar.add("VERSION", "2.0")
    for edition in editions:
        calendar.add_component(_event(edition))
    return bytes(calendar.to_ical())


def write_json(editions: Iterable[Edition]) -> bytes:
    """The editions as JSON that ``read_json`` reads back equal."""
    listed = [{column: str(getattr(edition, column)) for column in COLUMNS} for edition in editions]
    return (json.dumps({"editions": listed}, ensure_ascii=False, indent=1) + "\n").encode()


def column_of_entry(column: str, *, calendar: bool) -> str:
    """What the reader finds in the file where a table has this column."""
    return PROPERTIES.get(column, column) if calendar else column


def _rows(entries: Iterable[Any], read: Any) -> tuple[Row, ...]:
    rows: list[Row] = []
    faults: list[Refusal] = []
    for number, entry in enumerate(entries, start=1):
        try:
            rows.append(Row(number, {name: _clean(number, name, said) for name, said in read(number, entry).items()}))
        except Refusal as fault:
            faults.append(fault)
    if faults:
        raise Refusals(faults)
    return tuple(rows)


def _clean(number: int, column: str, said: str) -> str:
    found = unicodedata.normalize("NFC", said).strip()
    if INVISIBLE.search(found):
        raise Refusal("entry.control", row=number, column=column)
    if len(found) > LONGEST_CELL:
        raise Refusal("entry.too_long", row=number, column=column, limit=LONGEST_CELL)
    return found


def _of_object(number: int, entry: object) -> dict[str, str]:
    if not isinstance(entry, Mapping):
        raise Refusal("entry.not_an_object", row=number)
    unknown = sorted(str(key) for key in entry if key not in COLUMNS)
    if unknown:
        # The key is somebody's word and may be a name, so only what is known is said.
        raise Refusal("entry.key_unknown", row=number, count=len(unknown), allowed=", ".join(COLUMNS))
    for key, said in entry.items():
        if said is not None and (isinstance(said, bool) or not isinstance(said, str | int)):
            raise Refusal("entry.not_words", row=number, column=key)
    return {column: "" if entry.get(column) is None else str(entry[column]) for column in COLUMNS}


def _of_event(number: int, event: Any) -> dict[str, str]:
    """Our own properties where they stand, else what can be told from the usual ones; people in it are not read."""
    if "RRULE" in event or "RDATE" in event:
        raise Refusal("entry.repeats", row=number, column="RRULE")
    first, last = _days(number, event)
    summary = _said(event, "SUMMARY")
    edition = _said(event, PROPERTIES["edition"]) or _number_in(summary) or str(first.year)
    city, country = _place(number, event)
    return {
        "association": _said(event, PROPERTIES["association"]) or _category(event) or summary.split(" ")[0],
        "convention": _said(event, "X-TRACKTWO-CONVENTION") or _tidy(summary, edition),
        "edition": edition,
        "city": city,
        "country": country,
        "start": first.isoformat(),
        "end": last.isoformat(),
        "status": _said(event, "X-TRACKTWO-STATUS") or _STATUSES.get(_said(event, "STATUS").upper(), "?"),
        "source": _said(event, "X-TRACKTWO-SOURCE") or _said(event, "URL"),
        "note": _said(event, "COMMENT"),
    }


def _said(event: Any, name: str) -> str:
    found = event.get(name, "")
    return str(found[0] if isinstance(found, list) else found)


def _category(event: Any) -> str:
    found = event.get("CATEGORIES")
    found = found[0] if isinstance(found, list) else found
    return str(found.cats[0]) if found is not None and getattr(found, "cats", None) else ""


def _number_in(summary: str) -> str:
    found = _NUMBER.findall(summary)
    return found[-1] if found else ""


def _tidy(summary: str, edition: str) -> str:
    """The convention's name without its number: "ISA Annual Convention 67" is the 67th of that name."""
    without = re.sub(rf"\b{re.escape(edition)}(?:st|nd|rd|th)?\b", "", summary)
    return _TIDY.sub("", " ".join(without.split())) or summary


def _days(number: int, event: Any) -> tuple[date, date]:
    """First and last day, each in the calendar's own zone; an end written as a day is the morning after."""
    start = _moment(number, event, "DTSTART")
    if "DTEND" in event:
        end = _moment(number, event, "DTEND")
    elif "DURATION" in event and isinstance(getattr(event["DURATION"], "dt", None), timedelta):
        end = start + event["DURATION"].dt
    else:
        return _day(start), _day(start)
    if end == start:
        return _day(start), _day(start)
    return _day(start), _day(end - (timedelta(seconds=1) if isinstance(end, datetime) else timedelta(days=1)))


def _moment(number: int, event: Any, name: str) -> date:
    try:
        moment = getattr(event.get(name), "dt", None)
    except ValueError:  # the library keeps what it could not read, and raises when it is looked at
        moment = None
    if not isinstance(moment, date):
        raise Refusal("entry.day_missing", row=number, column=name)
    return moment


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _place(number: int, event: Any) -> tuple[str, str]:
    """(city, country) of "Lisbon, PT"; no place while the venue is open."""
    city, country = _said(event, "X-TRACKTWO-CITY"), _said(event, "X-TRACKTWO-COUNTRY")
    if city or country:
        return city, country
    parts = [part.strip() for part in _said(event, "LOCATION").split(",") if part.strip()]
    if not parts:
        return "city open", ""
    if parts[-1].casefold() in _ONLINE:
        return parts[-1].casefold(), ""
    if len(parts) < 2 or not is_country(parts[-1].upper()):
        raise Refusal("entry.place", row=number, column="LOCATION")
    return parts[-2], parts[-1].upper()


def _event(edition: Edition) -> Event:
    event = Event()
    event.add("UID", f"{'-'.join(edition.key)}@tracktwo.invalid")
    event.add("DTSTAMP", datetime.combine(edition.start, datetime.min.time()))
    event.add("SUMMARY", f"{edition.convention} {edition.edition}")
    event.add("DTSTART", edition.start)
    event.add("DTEND", edition.end + timedelta(days=1))
    event.add("LOCATION", ", ".join(part for part in (edition.city, edition.country) if part))
    event.add("STATUS", _status(edition.status))
    for name in ("association", "convention", "edition", "city", "country", "status", "source"):
        event.add(f"X-TRACKTWO-{name.upper()}", getattr(edition, name))
    if edition.note:
        event.add("COMMENT", edition.note)
    return event


def _status(status: str) -> str:
    if status in ("cancelled", "moved"):
        return "CANCELLED"
    return "TENTATIVE" if status in ("provisional", "projected") else "CONFIRMED"
