"""Delegation counts in and out: ``community,passport,residence,count``; never a person."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table, write_table
from tracktwo.methods.dates import Delegation, DelegationLine

COLUMNS = ("community", "passport", "residence", "count")
MOST_PEOPLE = 10_000


def read_delegation(source: bytes | BinaryIO | Path) -> Delegation:
    """Counts by community, passport and residence (blank: the country of the passport).

    Only these columns are taken: a file with more of them may hold persons and is refused whole. Raises
    Refusal ``table.…`` and Refusals with row and column.
    """
    table = read_table(source, required=COLUMNS, optional=(), max_rows=2_000)
    seen: dict[tuple[str, str, str], int] = {}
    return Delegation(read_rows(table.rows, lambda cells: _line(cells, seen)))


def write_delegation(delegation: Delegation) -> bytes:
    """The same table."""
    rows = ((line.community, line.passport, line.residence, line.count) for line in delegation.lines)
    return write_table(COLUMNS, rows)


def _line(cells: Cells, seen: dict[tuple[str, str, str], int]) -> DelegationLine:
    community, passport = cells.words("community"), cells.country("passport")
    residence = cells.country("residence", blank=True) or passport
    first = seen.setdefault((community, passport, residence), cells.row.number)
    if first != cells.row.number:
        cells.refuse("delegation.repeated", "community", first=first)
    return DelegationLine(community, passport, residence, cells.whole("count", 1, MOST_PEOPLE))
