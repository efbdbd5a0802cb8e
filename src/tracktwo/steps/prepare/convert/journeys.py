"""Journeys by alias: the same columns for everybody, and no day of anybody's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates import Task, kinds_due
from tracktwo.methods.dates.journey import DAYS_BEFORE
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.readiness import HOST_ITEMS, ITEMS, SETTLED
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.select.models import Seat


@dataclass(frozen=True)
class Cell:
    """How one thing of one seat stands. "Ready" and "not needed" look alike: the difference would tell a passport."""

    settled: bool
    standing: str
    lack: str

    @property
    def blocked(self) -> bool:
        return self.standing == Readiness.Standing.BLOCKED

    @property
    def words(self) -> str:
        return str(Readiness.Lack(self.lack).label if self.lack else Readiness.Standing(self.standing).label)


@dataclass(frozen=True)
class Line:
    """One seat's row."""

    seat: Seat
    cells: tuple[Cell, ...]

    @property
    def settled(self) -> int:
        return sum(cell.settled for cell in self.cells)


@dataclass(frozen=True)
class Column:
    """One thing for everybody: its common day, whose it is, and over how many seats it is open or blocked."""

    item: Readiness.Item
    due: date
    by_host: bool
    open: int
    blocked: int


def journey_line(seat: Seat) -> Line:
    """From rows that were fetched with the seat."""
    said = {row.item: row for row in seat.readiness.all()}
    return Line(seat, tuple(_cell(said.get(item)) for item in ITEMS))


def _cell(row: Readiness | None) -> Cell:
    standing = row.standing if row else Readiness.Standing.OPEN.value
    return Cell(standing in SETTLED, standing, row.lack if row else "")


def columns(lines: Iterable[Line], workshop: Workshop) -> list[Column]:
    found = list(zip(*(line.cells for line in lines), strict=True)) or [() for _item in ITEMS]
    return [
        Column(
            item,
            common_day(item, workshop),
            item in HOST_ITEMS,
            sum(not cell.settled for cell in cells),
            sum(cell.blocked for cell in cells),
        )
        for item, cells in zip(ITEMS, found, strict=True)
    ]


def common_day(item: str, workshop: Workshop) -> date:
    """The same for everybody, so that it tells of nobody."""
    return workshop.starts_on - timedelta(days=DAYS_BEFORE[item])


def count_late(journeys: Mapping[Seat, Iterable[Task]], lines: Iterable[Line], today: date) -> int:
    """Over everybody, how many things have passed a day of their own: a number, because a row would tell whose."""
    return sum(_late(journeys[line.seat], line, today) for line in lines)


def _late(tasks: Iterable[Task], line: Line, today: date) -> int:
    standing = dict(zip(ITEMS, line.cells, strict=True))
    settled = [item for item, cell in standing.items() if cell.settled]
    begun = [item for item, cell in standing.items() if cell.standing == Readiness.Standing.IN_HAND]
    return len(kinds_due(list(tasks), settled, begun, today))
