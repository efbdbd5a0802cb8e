"""A drop-out: the same quotas on what is left of them, among those who are left, for a fresh draw.

With the confirmed in their seats, a cohort of everybody keeps its quotas exactly when the newcomers keep what the
confirmed leave of them. So no list of substitutes is ever kept that somebody could lobby.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tracktwo.methods.draw.pool import Row
from tracktwo.methods.draw.steps import QuotaRow
from tracktwo.methods.record import Refusal

ALTERNATES = 2


@dataclass(frozen=True)
class Asked:
    """Who may be drawn, within which quotas, into how many seats."""

    rows: tuple[Row, ...]
    quotas: tuple[QuotaRow, ...]
    seats: int


def refill(asked: Asked, confirmed: Collection[str], gone: Collection[str]) -> Asked:
    """The remaining seats. Nobody who is gone, and nobody who may not sit beside one of the confirmed.

    Raises Refusal ``draw.no_seat_open`` where the confirmed fill every seat.
    """
    sitting = [row for row in asked.rows if row.alias in confirmed]
    seats = asked.seats - len(sitting)
    if seats < 1:
        raise Refusal("draw.no_seat_open")
    taken = {group for row in sitting for group in row.groups}
    out = {*confirmed, *gone}
    rows = tuple(row for row in asked.rows if row.alias not in out and not taken.intersection(row.groups))
    return replace(asked, rows=rows, quotas=tuple(_left(quota, sitting) for quota in asked.quotas), seats=seats)


def _left(quota: QuotaRow, sitting: Sequence[Row]) -> QuotaRow:
    feature, value, low, high = quota
    seated = sum(row.features.get(feature) == value for row in sitting)
    return feature, value, max(0, low - seated), max(0, high - seated)


def ask_alternates(asked: Asked, confirmed: Collection[str], gone: Collection[str] = ()) -> Asked:
    """Two for an association's form, each of whom could take some seat of the cohort without breaking a rule.

    Of every quota the two keep their share: at least ``minimum x 2 / seats`` rounded down, at most ``maximum x 2 /
    seats`` rounded up. So with two communities of six seats each, one alternate is of either. O(people x cohort x
    quotas). Raises Refusal ``draw.alternates_few`` where fewer than two fit.
    """
    sitting = [row for row in asked.rows if row.alias in confirmed]
    out = {*confirmed, *gone}
    after = [[row for row in sitting if row is not leaving] for leaving in sitting]
    rows = tuple(row for row in asked.rows if row.alias not in out and any(_fits(asked, rest, row) for rest in after))
    if len(rows) < ALTERNATES:
        raise Refusal("draw.alternates_few", people=len(rows), needed=ALTERNATES)
    return Asked(rows, tuple(_share(quota, asked.seats) for quota in asked.quotas), ALTERNATES)


def _fits(asked: Asked, rest: Sequence[Row], row: Row) -> bool:
    """May ``row`` sit beside ``rest``? Seats that are empty beside them may still mend a minimum."""
    if any(set(row.groups).intersection(one.groups) for one in rest):
        return False
    seated = [*rest, row]
    empty = asked.seats - len(seated)
    return all(
        low - empty <= sum(one.features.get(feature) == value for one in seated) <= high
        for feature, value, low, high in asked.quotas
    )


def _share(quota: QuotaRow, seats: int) -> QuotaRow:
    feature, value, low, high = quota
    return feature, value, low * ALTERNATES // seats, min(ALTERNATES, -(-high * ALTERNATES // seats))
