"""Days to keep clear in and out: ``community,month_day,name,kind``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table, write_table
from tracktwo.methods.dates import ORTHODOX_EASTER, KeepClear

COLUMNS = ("community", "month_day", "name", "kind")
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LEAP_YEAR = 2024


def read_significant_dates(source: bytes | BinaryIO | Path) -> tuple[KeepClear, ...]:
    """Days as MM-DD or ``orthodox-easter`` (every year) or YYYY-MM-DD (once); community "both" or "all" means every
    one.

    Raises Refusal ``table.…`` and Refusals with row and column.
    """
    table = read_table(source, required=COLUMNS, optional=(), max_rows=2_000)
    return read_rows(table.rows, _keep_clear)


def write_significant_dates(days: Iterable[KeepClear]) -> bytes:
    """The same table."""
    return write_table(COLUMNS, ((day.community, day.month_day, day.name, day.kind) for day in days))


def is_month_day(said: str) -> bool:
    """Whether a day of some year is meant (29 February included), one day of one year, or a feast we can compute."""
    if said == ORTHODOX_EASTER:
        return True
    if _DAY.fullmatch(said):
        return _is_day(said)
    found = _MONTH_DAY.fullmatch(said)
    if found is None:
        return False
    return _is_day(f"{_LEAP_YEAR}-{said}")


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def _keep_clear(cells: Cells) -> KeepClear:
    month_day = cells.words("month_day", blank=True).casefold()
    if not is_month_day(month_day):
        cells.refuse("significant_dates.month_day", "month_day")
    community, name = cells.words("community"), cells.words("name")
    return KeepClear(community, month_day, name, cells.words("kind").casefold())
