"""A term register in and out: ``term,language,standing,use,source,checked_on,note``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table, write_table
from tracktwo.methods.discretion import AGREED, STANDINGS, Term
from tracktwo.methods.discretion.phrases import stems_of
from tracktwo.methods.discretion.terms import LONGEST_TERM
from tracktwo.methods.discretion.tokens import tokens

REQUIRED = ("term", "language", "standing")
OPTIONAL = ("use", "source", "checked_on", "note")
COLUMNS = (*REQUIRED, *OPTIONAL)
LANGUAGES = ("en", "uk", "ru")
MOST_TERMS = 2_000
BETWEEN_WORDS = "|"


def read_terms(source: bytes | BinaryIO | Path) -> tuple[Term, ...]:
    """The terms in the order of the file. Raises Refusal ``table.…``, and Refusals with row and column."""
    table = read_table(source, required=REQUIRED, optional=OPTIONAL, max_rows=MOST_TERMS)
    seen: dict[tuple[str, str], int] = {}
    return read_rows(table.rows, lambda cells: _term(cells, seen))


def write_terms(terms: Iterable[Term]) -> bytes:
    """The same table: what ``read_terms`` reads back equal."""
    return write_table(COLUMNS, ([getattr(term, column) for column in COLUMNS] for term in terms))


def read_vocabulary(source: bytes | BinaryIO | Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Words that mean one attribute in three languages (``en,uk,ru``, parted by bars): by the stems of any, all."""
    table = read_table(source, required=("trait", *LANGUAGES), optional=(), unique=("trait",))
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in table.rows:
        words = tuple(word.strip() for language in LANGUAGES for word in row[language].split(BETWEEN_WORDS))
        said = tuple(word for word in words if word)
        for word in (row["trait"], *said):
            found.setdefault(stems_of(word), said)
    return found


def _term(cells: Cells, seen: dict[tuple[str, str], int]) -> Term:
    said = cells.words("term")
    if said and not 0 < len(tokens(said)) <= LONGEST_TERM:
        cells.refuse("terms.no_word", "term", most=LONGEST_TERM)
    language, standing = cells.one_of("language", LANGUAGES), cells.one_of("standing", STANDINGS)
    use = cells.row.get("use")
    if standing != AGREED and not use:
        cells.refuse("terms.use_blank", "use")
    first = seen.setdefault((said.casefold(), language), cells.row.number)
    if first != cells.row.number:
        cells.refuse("terms.repeated", "term", first=first)
    checked = cells.day("checked_on") if cells.row.get("checked_on") else None
    return Term(said, language, standing, use, cells.row.get("source"), checked, cells.row.get("note"))
