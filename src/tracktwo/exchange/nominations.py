"""Nominations in: ``community,contact`` and nothing else, because nobody in the file has said yes yet.

No refusal repeats a cell or a heading: a file without headings has a person in its first row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_bytes, read_header, read_table, write_table
from tracktwo.methods.record import Refusal, Refusals

COLUMNS = ("community", "contact")
ALIASES = {
    "спільнота": "community",
    "сообщество": "community",
    "контакт": "contact",
    "зв’язок": "contact",
    "связь": "contact",
}
MOST_ROWS = 500
LARGEST_FILE = 200_000
SHORTEST_CONTACT, LONGEST_CONTACT = 5, 400


@dataclass(frozen=True)
class Proposed:
    """One row: its number in the file, the number of the community, the contact, and the mark it is known by."""

    row: int
    community: int
    contact: str
    mark: str


def read_nominations(
    source: bytes | BinaryIO | Path, communities: Mapping[str, int], mark: Callable[[str], str]
) -> tuple[Proposed, ...]:
    """Every row, or all faults with row and column. ``communities`` maps numbers and names, in any case, to numbers;
    ``mark`` is the vault's keyed hash: two rows with one mark are one person.

    Raises Refusal ``table.…`` and ``nominations.…`` for the file, Refusals for its rows.
    """
    content = read_bytes(source, LARGEST_FILE)
    _check_headings(read_header(content))
    table = read_table(content, required=COLUMNS, optional=(), aliases=ALIASES, max_rows=MOST_ROWS)
    known = {name.casefold(): number for name, number in communities.items()}
    seen: dict[str, int] = {}
    return read_rows(table.rows, lambda cells: _proposed(cells, known, mark, seen))


def write_template(community: str) -> bytes:
    """A file to begin with: the headings and one invented row."""
    return write_table(COLUMNS, [(community, "invented@example.invalid")], bom=True)


def _check_headings(headings: tuple[str, ...]) -> None:
    """Told by place and not by name: what stands in row 1 may be the first person of a file without headings."""
    named = [ALIASES.get(heading.casefold(), heading.casefold()) for heading in headings]
    faults = [
        Refusal("nominations.column_personal", row=1, column=place)
        for place, name in enumerate(named, start=1)
        if name not in COLUMNS or name in named[: place - 1]
    ]
    faults += [Refusal("nominations.heading_missing", row=1, column=name) for name in COLUMNS if name not in named]
    if faults:
        raise Refusals(faults)


def _proposed(cells: Cells, known: Mapping[str, int], mark: Callable[[str], str], seen: dict[str, int]) -> Proposed:
    community = known.get(cells.words("community").casefold(), 0)
    if cells.row.get("community") and not community:
        cells.refuse("nominations.community_unknown", "community", count=len(set(known.values())))
    contact = _contact(cells)
    return Proposed(cells.row.number, community, contact, _mark_once(cells, contact, mark, seen))


def _contact(cells: Cells) -> str:
    contact = cells.words("contact")
    if not contact:
        return ""
    if contact.count("@") > 1 or "\n" in contact or "\r" in contact:
        cells.refuse("nominations.contact_several", "contact")
    elif sum(sign.isalnum() for sign in contact) < SHORTEST_CONTACT:
        cells.refuse("nominations.contact_short", "contact", least=SHORTEST_CONTACT)
    elif len(contact) > LONGEST_CONTACT:
        cells.refuse("nominations.contact_long", "contact", most=LONGEST_CONTACT)
    return contact


def _mark_once(cells: Cells, contact: str, mark: Callable[[str], str], seen: dict[str, int]) -> str:
    if not contact:
        return ""
    marked = mark(contact)
    first = seen.setdefault(marked, cells.row.number)
    if first != cells.row.number:
        cells.refuse("nominations.repeated", "contact", first=first)
    return marked
