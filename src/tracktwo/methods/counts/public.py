"""Counts by side for the public tier: consultations, static pages, briefs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.methods.counts.suppression import PUBLIC, is_capped, open_cells
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class PublicRow:
    """One side's counts by answer. A cell is None where withheld; ``voters`` is None unless all are shown;
    ``capped`` is the place of the answer that holds at least nine tenths, then every cell is None.
    ``reason`` is a sentence's code, or None when everything is shown."""

    cells: tuple[int | None, ...]
    voters: int | None = None
    capped: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class PublicTable:
    """Rows by side, and sums over sides by answer: a sum exists only where every side's cell is shown."""

    rows: Mapping[int, PublicRow]
    sums: tuple[int | None, ...]


def publish(counts: Mapping[int, Sequence[int]]) -> PublicTable:
    """Counts of the same answers by side -> what may be published of them (thresholds:
    ``suppression.PUBLIC``).

    Refuses ``counts.no_side``, ``counts.below_zero`` and ``counts.uneven_rows``. O(sides x answers).
    """
    if not counts:
        raise Refusal("counts.no_side")
    widths = {len(cells) for cells in counts.values()}
    if len(widths) != 1 or 0 in widths:
        raise Refusal("counts.uneven_rows")
    for side, cells in counts.items():
        if min(cells) < 0:
            raise Refusal("counts.below_zero", side=side)
    rows = {side: _row(cells) for side, cells in counts.items()}
    return PublicTable(rows, tuple(_sum([row.cells[k] for row in rows.values()]) for k in range(widths.pop())))


def _row(cells: Sequence[int]) -> PublicRow:
    if sum(cells) >= PUBLIC.voters and is_capped(cells):
        return PublicRow((None,) * len(cells), capped=list(cells).index(max(cells)), reason="counts.capped")
    shown = open_cells(cells)
    row = tuple(count if is_open else None for count, is_open in zip(cells, shown, strict=True))
    if all(shown):
        return PublicRow(row, voters=sum(cells))
    return PublicRow(row, reason="counts.small_cell" if any(shown) else "counts.small_side")


def _sum(column: Sequence[int | None]) -> int | None:
    shown = [count for count in column if count is not None]
    return sum(shown) if len(shown) == len(column) else None
