"""A roster in, for the leak lint: names and whatever else would give somebody away, and attributes to put together.

``name, nicknames, affiliation, workplace, email, phone``, in any order, some of them absent; every other column is an
attribute (community, profession, city). Several ways to say a thing are parted by a bar (|). No refusal repeats a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import Table, read_table
from tracktwo.methods.discretion import Member, Traits
from tracktwo.methods.discretion.contacts import is_email, is_handle, is_phone
from tracktwo.methods.discretion.phrases import stems_of
from tracktwo.methods.discretion.tokens import tokens
from tracktwo.methods.record import Refusal

KNOWN = ("name", "nicknames", "affiliation", "workplace", "email", "phone")
IGNORED = frozenset(["id", "row", "number", "note", "nationbuilder_id"])
ALIASES = {
    "names": "name", "full name": "name", "full_name": "name", "ім’я": "name", "ім'я": "name", "імя": "name",
    "прізвище та ім’я": "name", "піб": "name", "имя": "name", "фио": "name", "nickname": "nicknames",
    "called": "nicknames", "прізвисько": "nicknames", "прізвиська": "nicknames", "прозвище": "nicknames",
    "прозвища": "nicknames", "organisation": "affiliation", "organization": "affiliation", "institution": "affiliation",
    "affiliations": "affiliation", "установа": "affiliation", "організація": "affiliation",
    "учреждение": "affiliation", "организация": "affiliation", "employer": "workplace", "place of work": "workplace",
    "місце роботи": "workplace", "место работы": "workplace", "e-mail": "email", "mail": "email", "contact": "email",
    "пошта": "email", "ел. пошта": "email", "почта": "email", "эл. почта": "email", "telephone": "phone",
    "mobile": "phone", "телефон": "phone",
}  # fmt: skip
BETWEEN = "|"
MOST_ROWS, MOST_WAYS, MOST_TRAITS = 20_000, 12, 24
LARGEST_FILE = 10_000_000

Vocabulary = Mapping[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Roster:
    members: tuple[Member, ...]
    traits: Traits


def read_roster(source: bytes | BinaryIO | Path, vocabulary: Vocabulary | None = None) -> Roster:
    """Everybody in the file, in its order, or all faults with row and column.

    ``vocabulary`` says which words mean the same (“historian”, “історикиня”): a cell that holds one of them is found by
    any. Raises Refusal ``table.…`` and ``roster.…`` for the file as a whole, Refusals for its rows.
    """
    table = read_table(source, optional=None, aliases=ALIASES, max_rows=MOST_ROWS, max_bytes=LARGEST_FILE)
    known = [column for column in KNOWN if column in table.header]
    if not known:
        raise Refusal("roster.no_name_column", expected=", ".join(KNOWN), found=len(table.header))
    columns = _trait_columns(table)
    members = read_rows(table.rows, lambda cells: _member(cells, known, columns))
    return Roster(members, Traits(tuple(one.traits for one in members), _words(members, vocabulary or {})))


def _trait_columns(table: Table) -> list[str]:
    columns = [name for name in table.header if name not in KNOWN and name.casefold() not in IGNORED]
    if len(columns) > MOST_TRAITS:
        raise Refusal("roster.columns", count=len(columns), most=MOST_TRAITS)
    return columns


def _member(cells: Cells, known: Sequence[str], columns: Sequence[str]) -> Member:
    said = {column: _ways(cells, column, _CHECKS.get(column)) for column in known}
    if not any(said.values()) and not cells.faults:
        cells.refuse("roster.nobody", known[0])
    return Member(
        names=said.get("name", ()),
        nicknames=said.get("nicknames", ()),
        affiliations=said.get("affiliation", ()),
        workplaces=said.get("workplace", ()),
        emails=said.get("email", ()),
        phones=said.get("phone", ()),
        traits={column: cells.row.get(column) for column in columns if stems_of(cells.row.get(column))},
    )


def _ways(cells: Cells, column: str, check: tuple[str, Callable[[str], bool]] | None) -> tuple[str, ...]:
    ways = tuple(way.strip() for way in cells.row.get(column).split(BETWEEN) if way.strip())
    code, is_right = check or ("roster.no_letters", _has_a_word)
    if len(ways) > MOST_WAYS:
        cells.refuse("roster.several_values", column, most=MOST_WAYS)
    elif not all(is_right(way) for way in ways):
        cells.refuse(code, column)
    return ways


def _has_a_word(said: str) -> bool:
    return any(len(token.word) > 1 and token.word[0].isalpha() for token in tokens(said))


_CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "email": ("roster.email", lambda said: is_email(said) or is_handle(said)),
    "phone": ("roster.phone", is_phone),
}


def _words(members: Sequence[Member], vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[str, ...]]:
    """How each attribute is said: as the file says it, and as the vocabulary adds."""
    traits = {trait for member in members for trait in member.traits.items()}
    return {trait: _said(trait[1], vocabulary) for trait in sorted(traits)}


def _said(value: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    own = tuple(way.strip() for way in value.split(BETWEEN) if way.strip())
    more = [word for way in own for word in vocabulary.get(stems_of(way), ())]
    return tuple(dict.fromkeys((*own, *more)))
