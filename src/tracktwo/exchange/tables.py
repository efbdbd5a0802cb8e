"""The CSV door: bytes of a stranger in, a checked table of text out, and back again.

Every import of a table goes through ``read_table``. It never guesses silently: what it cannot read with
certainty it refuses with row and column, all bad rows at once, and it never repeats the content of a cell
(a cell may hold a name).
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.letters import decode
from tracktwo.methods.record import Refusal, Refusals

LONGEST_CELL = 2_000
MOST_REFUSALS = 200
DELIMITERS = (",", ";", "\t")

# What turns a cell into a formula in a spreadsheet, full-width twins included (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "@", "\t", "\r", "＝", "＠", "＋", "－")
_NUMBER_OR_PHONE = re.compile(r"[+-]\s?\(?[.,]?\d[\d\s.,()/\-]*([eE][+-]?\d+)?\s?%?")
# Control characters (line breaks and tabs in a quoted cell excepted), and what reorders text on screen.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet shows it (header 1), its cells by column, NFC, without outer space."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str, default: str = "") -> str:
        """The cell, or ``default`` where an optional column is absent."""
        return self.cells.get(column, default)


@dataclass(frozen=True)
class Table:
    """A checked table. ``header`` uses the names asked for (aliases resolved), in the order of the file."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_table(
    source: bytes | BinaryIO | Path,
    *,
    required: Sequence[str] = (),
    optional: Sequence[str] | None = None,
    aliases: Mapping[str, str] | None = None,
    unique: Sequence[str] = (),
    max_bytes: int = 5_000_000,
    max_rows: int = 200_000,
) -> Table:
    """Read a delimited text file (comma, semicolon or tab; UTF-8, UTF-16 with a mark, or Windows-1251).

    ``required`` columns must be there; ``optional`` None allows any further columns, a list just those.
    ``aliases`` maps headings found in the wild to the names asked for; headings match whatever their case.
    A value may stand only once, and never be blank, in each ``unique`` column. Blank rows are passed over
    but counted; a table without any other is refused, so that no list is emptied by a slip. Raises Refusal
    (``table.…``) for the file as a whole, Refusals for all bad rows together.
    """
    text, encoding = decode(read_bytes(source, max_bytes))
    delimiter = _choose_delimiter(text)
    numbered = _split(text, delimiter)
    header = _read_header(next(numbered, (1, []))[1])
    header = _name_columns(header, (*required, *(optional or ()), *unique), aliases or {})
    _check_columns(header, required, optional)
    rows = _read_rows(numbered, header, unique, max_rows)
    if not rows:
        raise Refusal("table.no_rows")
    return Table(header=header, rows=rows, encoding=encoding, delimiter=delimiter)


def read_header(content: bytes) -> tuple[str, ...]:
    """The headings as they stand in the file, for doors that must look before they know what to ask for."""
    text, _ = decode(content)
    return _read_header(next(_split(text, _choose_delimiter(text)), (1, []))[1])


def write_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, bom: bool = False) -> bytes:
    """UTF-8, commas, ``\\r\\n``; a cell that a spreadsheet would run gets an apostrophe in front."""
    lines = [_write_line(header)]
    lines.extend(_write_line(row) for row in rows)
    return "".join(lines).encode("utf-8-sig" if bom else "utf-8")


def is_formula(cell: str) -> bool:
    """Would a spreadsheet run this cell? Signed numbers, telephones and bare dashes are let through."""
    if cell.startswith(_FORMULA_STARTS):
        return True
    if not cell.startswith(("+", "-")):
        return False
    return not (_NUMBER_OR_PHONE.fullmatch(cell) or set(cell) == {"-"})


def _write_line(cells: Sequence[object]) -> str:
    line = ",".join(_write_cell("" if cell is None else str(cell)) for cell in cells)
    # One lone empty cell would be a blank line, which readers pass over.
    return (line or '""') + "\r\n"


def _write_cell(cell: str) -> str:
    if is_formula(cell) or is_formula(cell.strip()):
        cell = "'" + cell
    # Semicolons and tabs are quoted too, so that no reader mistakes them for the delimiter.
    if any(sign in cell for sign in ',;\t"\r\n') or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def read_bytes(source: bytes | BinaryIO | Path, max_bytes: int = 5_000_000) -> bytes:
    """The whole content, read no further than it may be long. Raises ``table.too_large``, ``table.empty``."""
    if isinstance(source, bytes):
        content = source
    elif isinstance(source, Path):
        content = _read_file(source, max_bytes)
    else:
        content = _read_stream(source, max_bytes)
    if len(content) > max_bytes:
        raise Refusal("table.too_large", limit=max_bytes)
    if not content.strip():
        raise Refusal("table.empty")
    return content


def _read_file(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, max_bytes)
    except OSError as error:
        raise Refusal("table.unreadable") from error


def _read_stream(stream: BinaryIO, max_bytes: int) -> bytes:
    """At most one byte more than allowed: enough to know that there is too much."""
    content = b""
    while len(content) <= max_bytes:
        piece = stream.read(max_bytes + 1 - len(content))
        if not piece:
            break
        content += piece
    return content


def _choose_delimiter(text: str) -> str:
    """The sign that splits the header into most columns; signs inside quotation marks do not count."""
    counts = dict.fromkeys(DELIMITERS, 0)
    quoted = False
    for sign in text:
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "\r\n":
            break
        elif not quoted and sign in counts:
            counts[sign] += 1
    return max(DELIMITERS, key=counts.__getitem__)


def _split(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers; a cell with line breaks is one row, as a spreadsheet counts."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            code = "table.long" if "field larger" in str(error) else "table.quotes"
            raise Refusal(code, row=number, column="?", limit=LONGEST_CELL) from error
        # One letter, one code: otherwise "й" of one file would differ from "й" of another. Not before the split, as
        # the Greek question mark would become a semicolon.
        yield number, [unicodedata.normalize("NFC", cell) for cell in cells]


def _read_header(cells: list[str]) -> tuple[str, ...]:
    header = [cell.strip() for cell in cells]
    # Spreadsheets like to add empty columns at the right; they carry nothing.
    while header and not header[-1]:
        header.pop()
    if not header:
        raise Refusal("table.header_blank", column=1)
    faults = [_check_heading(place, name) for place, name in enumerate(header, start=1)]
    found = [fault for fault in faults if fault]
    if found:
        raise Refusals(found)
    return tuple(header)


def _check_heading(place: int, name: str) -> Refusal | None:
    if not name:
        return Refusal("table.header_blank", column=place)
    return _check_cell(name, 1, str(place))


def _name_columns(header: tuple[str, ...], wanted: Sequence[str], aliases: Mapping[str, str]) -> tuple[str, ...]:
    known = {name.casefold(): name for name in wanted}
    # An alias goes first: one file's "feature" may be another's "value".
    known.update({alias.casefold(): name for alias, name in aliases.items()})
    named = tuple(known.get(name.casefold(), name) for name in header)
    repeated = sorted({name for name in named if named.count(name) > 1})
    if repeated:
        raise Refusals([Refusal("table.header_repeated", column=name) for name in repeated])
    return named


def _check_columns(header: tuple[str, ...], required: Sequence[str], optional: Sequence[str] | None) -> None:
    found = ", ".join(header)
    faults = [Refusal("table.column_missing", column=name, found=found) for name in required if name not in header]
    if optional is not None:
        expected = (*required, *optional)
        faults += [
            Refusal("table.column_unknown", column=name, expected=", ".join(expected))
            for name in header
            if name not in expected
        ]
    if faults:
        raise Refusals(faults)


def _read_rows(
    numbered: Iterator[tuple[int, list[str]]], header: tuple[str, ...], unique: Sequence[str], max_rows: int
) -> tuple[Row, ...]:
    rows: list[Row] = []
    faults: list[Refusal] = []
    try:
        for number, cells in numbered:
            if not any(cell.strip() for cell in cells):
                continue
            if len(rows) == max_rows:
                raise Refusal("table.too_many_rows", limit=max_rows)
            faults += _check_row(number, cells, header)
            stripped = (cell.strip() for cell in cells)
            rows.append(Row(number, dict(zip(header, stripped, strict=False))))
    except Refusal as fault:
        # What stops the reading is told together with what was found before it.
        faults.append(fault)
    faults += _find_repeats(rows, [column for column in unique if column in header])
    raise_all(faults)
    return tuple(rows)


def _check_row(number: int, cells: list[str], header: tuple[str, ...]) -> list[Refusal]:
    width = len(header)
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return [Refusal("table.ragged", row=number, cells=len(cells), columns=width)]
    faults = (_check_cell(cell, number, column) for cell, column in zip(cells, header, strict=False))
    return [fault for fault in faults if fault]


def _check_cell(cell: str, row: int, column: str) -> Refusal | None:
    if len(cell) > LONGEST_CELL:
        return Refusal("table.long", row=row, column=column, limit=LONGEST_CELL)
    if is_formula(cell) or is_formula(cell.strip()):
        return Refusal("table.formula", row=row, column=column)
    if INVISIBLE.search(cell):
        return Refusal("table.control", row=row, column=column)
    return None


def _find_repeats(rows: list[Row], unique: Sequence[str]) -> list[Refusal]:
    faults = []
    for column in unique:
        first: dict[str, int] = {}
        for row in rows:
            value = row.get(column)
            if not value:
                faults.append(Refusal("table.required_blank", row=row.number, column=column))
            elif value in first:
                faults.append(Refusal("table.repeated", row=row.number, column=column, first=first[value]))
            else:
                first[value] = row.number
    return faults


def raise_all(faults: list[Refusal]) -> None:
    """All faults of a file in the order of its rows, a flood cut short; nothing when there are none."""
    if not faults:
        return
    ordered = sorted(faults, key=lambda fault: int(str(fault.params.get("row", 0))))
    if len(ordered) > MOST_REFUSALS:
        rest = Refusal("table.more", count=len(ordered) - MOST_REFUSALS)
        ordered = [*ordered[:MOST_REFUSALS], rest]
    raise Refusals(ordered)
