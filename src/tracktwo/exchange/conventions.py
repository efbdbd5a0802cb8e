"""Convention editions in and out:
``association,convention,edition,city,country,start,end,status,source,note``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table, write_table
from tracktwo.methods.dates import STATUSES, Edition, EditionKey
from tracktwo.methods.record import Refusal

REQUIRED = ("association", "convention", "edition", "city", "country", "start", "end", "status")
OPTIONAL = ("source", "note")
MOST_EDITIONS = 2_000


def read_conventions(source: bytes | BinaryIO | Path) -> tuple[Edition, ...]:
    """Editions in the order of the file. ``country`` may be blank (online, or venue not announced).

    Raises Refusal ``conventions.not_csv`` for a calendar or JSON, ``table.…`` for what is no such table,
    and Refusals with row and column for bad days, an end before its start, unknown statuses and countries,
    and repeated editions.
    """
    _check_csv(source)
    table = read_table(source, required=REQUIRED, optional=OPTIONAL, max_rows=MOST_EDITIONS)
    seen: dict[EditionKey, int] = {}
    return read_rows(table.rows, lambda cells: _edition(cells, seen))


def write_conventions(editions: Iterable[Edition]) -> bytes:
    """The same table: what ``read_conventions`` reads back equal."""
    header = (*REQUIRED, *OPTIONAL)
    return write_table(header, ([_cell(edition, column) for column in header] for edition in editions))


def _check_csv(source: bytes | BinaryIO | Path) -> None:
    """A calendar would otherwise be refused as a table without columns, which helps nobody."""
    if isinstance(source, Path) and source.suffix.lower() in (".ics", ".json"):
        raise Refusal("conventions.not_csv")
    if isinstance(source, bytes) and source.lstrip(b"\xef\xbb\xbf \r\n").startswith((b"BEGIN:VCAL", b"{", b"[")):
        raise Refusal("conventions.not_csv")


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
