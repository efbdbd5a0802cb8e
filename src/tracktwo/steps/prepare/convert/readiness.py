"""The way of one seat, with deadlines counted back from the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Readiness

# How many days before the workshop each thing should stand. Planning habits of the third party, not rules of any state.
DAYS_BEFORE = {
    Readiness.Item.ENTRY: 45,
    Readiness.Item.EXIT: 30,
    Readiness.Item.TICKET: 21,
    Readiness.Item.COVER: 7,
}
SETTLED = frozenset({Readiness.Standing.READY, Readiness.Standing.NOT_NEEDED})


@dataclass(frozen=True)
class Need:
    """One line of a seat's checklist."""

    item: str
    label: str
    due: date
    standing: str

    @property
    def settled(self) -> bool:
        return self.standing in SETTLED


def due_date(item: str, workshop: Workshop) -> date:
    return workshop.starts_on - timedelta(days=DAYS_BEFORE[Readiness.Item(item)])


def needs(standing_of: dict[str, str], workshop: Workshop) -> list[Need]:
    """All lines of the checklist in the order of their deadlines; what nobody has said stands open."""
    return [
        Need(item, str(item.label), due_date(item, workshop), standing_of.get(item, Readiness.Standing.OPEN))
        for item in sorted(DAYS_BEFORE, key=lambda item: -DAYS_BEFORE[item])
    ]
