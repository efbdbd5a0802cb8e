"""A deed about a cell, as the record keeps it."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.steps.transmit.models import Cell


def record_cell(deed: str, cell: Cell, by: Standing, now: datetime, **facts: object) -> None:
    place = f"{cell.audience}.{cell.community.number}" if cell.community else cell.audience
    record(
        deed,
        book=cell.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="cell",
        key=f"{cell.workshop.number}.{place}",
        at=now,
        **facts,
    )
