"""Workshops ahead in a line each, as the page of the plan shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracktwo.steps.plan.convert.going import deadline_words
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries.going import (
    DueRow,
    check_state,
    current_check,
    deadlines_of,
    may_not_enter,
    workshops_ahead,
)
from tracktwo.steps.programme.models import Programme


@dataclass(frozen=True)
class AheadRow:
    """``going`` as in ``check_state``; ``due`` the first thing that is not done; ``barred`` None where not known."""

    workshop: Workshop
    asked: bool
    going: str
    due: DueRow | None
    barred: int | None

    @property
    def due_words(self) -> str:
        return deadline_words(self.due.kind) if self.due else ""


def ahead_rows(programme: Programme, today: date) -> list[AheadRow]:
    return [_row(workshop, today) for workshop in workshops_ahead(programme, today)]


def _row(workshop: Workshop, today: date) -> AheadRow:
    check = current_check(workshop)
    due = next((row for row in deadlines_of(workshop, today) if not row.met), None)
    return AheadRow(workshop, check is not None, check_state(check), due, may_not_enter(workshop))
