"""A register of designations in and out:
``register,kind,name,other_names,authority,since,until,source,checked_on,note``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table, write_table
from tracktwo.methods.screening import KINDS, Designation, skeleton, words_of

REQUIRED = ("register", "kind", "name", "since", "source", "checked_on")
OPTIONAL = ("other_names", "authority", "until", "note")
COLUMNS = ("register", "kind", "name", "other_names", "authority", "since", "until", "source", "checked_on", "note")
MOST_LINES = 5_000
# What one cell may hold; the same bounds as in the form for one line.
LONGEST = {"register": 120, "name": 300, "other_names": 600, "authority": 160, "source": 300, "note": 300}
BETWEEN_NAMES = "|"
LEAST_LETTERS = 3


def read_designations(source: bytes | BinaryIO | Path) -> tuple[Designation, ...]:
    """Lines of a register in the order of the file; ``other_names`` are parted by a bar (|).

    Raises Refusal ``table.…`` for what is no such table, and Refusals with row and column for bad days, kinds, names
    that no letter is in, an end before the beginning, cells that are too long, and a name that stands twice.
    """
    table = read_table(source, required=REQUIRED, optional=OPTIONAL, max_rows=MOST_LINES)
    seen: dict[tuple[str, str], int] = {}
    return read_rows(table.rows, lambda cells: _line(cells, seen))


def write_designations(lines: Iterable[Designation]) -> bytes:
    """The same table: what ``read_designations`` reads back equal."""
    return write_table(COLUMNS, ([_cell(line, column) for column in COLUMNS] for line in lines))


def has_letters(name: str) -> bool:
    """Whether a name can be compared at all: three letters or figures in its words."""
    return sum(len(skeleton(word)) for word in words_of(name)) >= LEAST_LETTERS


def names_in(said: str) -> tuple[str, ...]:
    """The further names in one cell or field."""
    return tuple(name.strip() for name in said.split(BETWEEN_NAMES) if name.strip())


def _line(cells: Cells, seen: dict[tuple[str, str], int]) -> Designation:
    line = Designation(
        register=_words(cells, "register"),
        kind=cells.one_of("kind", KINDS),
        name=_name(cells),
        other_names=_other_names(cells),
        authority=_words(cells, "authority", blank=True),
        since=cells.day("since"),
        until=_day_or_none(cells, "until"),
        source=_words(cells, "source"),
        checked_on=cells.day("checked_on"),
        note=_words(cells, "note", blank=True),
    )
    if not cells.faults and line.since and line.until and line.until < line.since:
        cells.refuse("designations.until_before_since", "until")
    first = seen.setdefault(line.key, cells.row.number)
    if first != cells.row.number:
        cells.refuse("designations.repeated", "name", first=first)
    return line


def _words(cells: Cells, column: str, *, blank: bool = False) -> str:
    said = cells.words(column, blank=blank)
    if len(said) > LONGEST[column]:
        cells.refuse("designations.cell_long", column, most=LONGEST[column])
    return said


def _name(cells: Cells) -> str:
    name = _words(cells, "name")
    if name and not has_letters(name):
        cells.refuse("designations.no_letters", "name", least=LEAST_LETTERS)
    return name


def _other_names(cells: Cells) -> tuple[str, ...]:
    names = names_in(_words(cells, "other_names", blank=True))
    if not all(has_letters(name) for name in names):
        cells.refuse("designations.no_letters", "other_names", least=LEAST_LETTERS)
    return names


def _day_or_none(cells: Cells, column: str) -> date | None:
    return cells.day(column) if cells.row.get(column) else None


def _cell(line: Designation, column: str) -> str:
    said = getattr(line, column)
    if column == "other_names":
        return f" {BETWEEN_NAMES} ".join(said)
    return "" if said is None else str(said)
