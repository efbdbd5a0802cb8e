"""Convention editions in and out, as CSV, calendar (.ics) or JSON:
``association,convention,edition,city,country,start,end,status,source,note``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.convention_entries import column_of_entry, read_calendar, read_json
from tracktwo.exchange.tables import Row, read_bytes, read_table, write_table
from tracktwo.methods.dates import STATUSES, Edition, EditionKey
from tracktwo.methods.record import Refusal, Refusals

REQUIRED = ("association", "convention", "edition", "city", "country", "start", "end", "status")
OPTIONAL = ("source", "note")
MOST_EDITIONS = 2_000


def read_conventions(source: bytes | BinaryIO | Path) -> tuple[Edition, ...]:
    """Editions in the order of the file. ``country`` may be blank (online, or venue not announced).

    What the content is, is told from its beginning, whatever the file is called. Raises Refusal ``table.…`` for what
    is no such table, ``conventions.…`` for what is no calendar or JSON of editions, and Refusals with row and column
    (entry and property) for bad days, an end before its start, unknown statuses and countries, and repeated editions.
    """
    content = read_bytes(source)
    beginning = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:12].upper()
    if beginning.startswith(b"BEGIN:VCAL"):
        return _entries(read_calendar(content), calendar=True)
    if beginning.startswith((b"{", b"[")):
        return _entries(read_json(content), calendar=False)
    if isinstance(source, Path) and source.suffix.lower() in (".ics", ".json"):
        raise Refusal("conventions.not_calendar" if source.suffix.lower() == ".ics" else "conventions.not_json")
    table = read_table(content, required=REQUIRED, optional=OPTIONAL, max_rows=MOST_EDITIONS)
    return _editions(table.rows)


def write_conventions(editions: Iterable[Edition]) -> bytes:
    """The same table: what ``read_conventions`` reads back equal."""
    header = (*REQUIRED, *OPTIONAL)
    return write_table(header, ([_cell(edition, column) for column in header] for edition in editions))


def _editions(rows: Iterable[Row]) -> tuple[Edition, ...]:
    seen: dict[EditionKey, int] = {}
    return read_rows(rows, lambda cells: _edition(cells, seen))


def _entries(rows: tuple[Row, ...], *, calendar: bool) -> tuple[Edition, ...]:
    """The same, with every fault told by entry and property instead of row and column."""
    if len(rows) > MOST_EDITIONS:
        raise Refusal("table.too_many_rows", limit=MOST_EDITIONS)
    try:
        return _editions(rows)
    except Refusals as refusals:
        raise Refusals([_of_entry(one, calendar) for one in refusals.each]) from refusals


_CODES = {
    "conventions.ends_before_start": "entry.ends_before_start",
    "conventions.edition_repeated": "entry.edition_repeated",
    "cell.blank": "entry.blank",
    "cell.day": "entry.day",
    "cell.country": "entry.country",
    "cell.choice": "entry.choice",
}


def _of_entry(refusal: Refusal, calendar: bool) -> Refusal:
    column = column_of_entry(str(refusal.params["column"]), calendar=calendar)
    return Refusal(_CODES[refusal.code], **{**refusal.params, "column": column})


def _edition(cells: Cells, seen: dict[EditionKey, int]) -> Edition:
    edition = Edition(
        association=cells.words("association"),
        convention=cells.words("convention"),
        edition=cells.words("edition"),
        city=cells.words("city"),
        country=cells.country("country", blank=True),
        start=cells.day("start"),
        end=cells.day("end"),
        status=cells.one_of("status", STATUSES),
        source=cells.words("source", blank=True),
        note=cells.words("note", blank=True),
    )
    if not cells.faults and edition.end < edition.start:
        cells.refuse("conventions.ends_before_start", "end")
    first = seen.setdefault(edition.key, cells.row.number)
    if first != cells.row.number:
        cells.refuse("conventions.edition_repeated", "edition", first=first)
    return edition


def _cell(edition: Edition, column: str) -> str:
    return str(getattr(edition, column))
