"""Reading one row's cells into values; every fault is kept with row and column, so that all are told at
once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeVar

from tracktwo.exchange.tables import Row
from tracktwo.methods.dates import is_country
from tracktwo.methods.record import Refusal, Refusals

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,9}")
_NO_DAY = date(1, 1, 1)
EARLIEST, LATEST = 1990, 2090

Read = TypeVar("Read")


class Cells:
    """The cells of one row. What cannot be read adds a Refusal and gives a blank value in its place."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.faults: list[Refusal] = []

    def refuse(self, code: str, column: str, **params: object) -> None:
        self.faults.append(Refusal(code, row=self.row.number, column=column, **params))

    def words(self, column: str, *, blank: bool = False) -> str:
        said = self.row.get(column)
        if not said and not blank:
            self.refuse("cell.blank", column)
        return said

    def day(self, column: str) -> date:
        """A day written YYYY-MM-DD; other orders of day and month cannot be told apart, so they are
        refused.
        """
        said = self.words(column, blank=True)
        try:
            found = date.fromisoformat(said) if _DAY.fullmatch(said) else _NO_DAY
        except ValueError:
            found = _NO_DAY
        if not EARLIEST <= found.year <= LATEST:
            self.refuse("cell.day", column, earliest=EARLIEST, latest=LATEST)
        return found

    def country(self, column: str, *, blank: bool = False) -> str:
        """An ISO 3166-1 code of two letters, in either case."""
        code = self.row.get(column).upper()
        if not (is_country(code) or (blank and not code)):
            self.refuse("cell.country", column)
        return code

    def whole(self, column: str, least: int, most: int) -> int:
        said = self.row.get(column)
        amount = int(said) if _WHOLE.fullmatch(said) and said.isascii() else -1
        if not least <= amount <= most:
            self.refuse("cell.whole", column, least=least, most=most)
        return amount

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        said = self.row.get(column).casefold()
        if said not in allowed:
            self.refuse("cell.choice", column, allowed=", ".join(allowed))
        return said


def read_rows(rows: Iterable[Row], read: Callable[[Cells], Read]) -> tuple[Read, ...]:
    """``read`` applied to every row; raises Refusals with the faults of all rows, in file order."""
    found: list[Read] = []
    faults: list[Refusal] = []
    for row in rows:
        cells = Cells(row)
        found.append(read(cells))
        faults += cells.faults
    if faults:
        raise Refusals(faults)
    return tuple(found)
