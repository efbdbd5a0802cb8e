"""Rows of one seat as what the page reads, with deadlines counted back from the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent, Readiness

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


@dataclass(frozen=True)
class SeatLine:
    """One seat as the third party sees it: by alias, never by name."""

    alias: str
    side: int
    community: str
    signed: bool
    taking_part: bool
    consents: int
    settled: int
    blocked: bool

    @property
    def ready(self) -> bool:
        return self.signed and self.taking_part and self.settled == len(DAYS_BEFORE)


def due_date(item: str, workshop: Workshop) -> date:
    return workshop.starts_on - timedelta(days=DAYS_BEFORE[Readiness.Item(item)])


def needs(standing_of: dict[str, str], workshop: Workshop) -> list[Need]:
    """All lines of the checklist in the order of their deadlines; what nobody has said stands open."""
    return [
        Need(item, str(item.label), due_date(item, workshop), standing_of.get(item, Readiness.Standing.OPEN))
        for item in sorted(DAYS_BEFORE, key=lambda item: -DAYS_BEFORE[item])
    ]


def consent_lines(given: dict[str, bool]) -> list[tuple[str, str, bool | None]]:
    """Every layer with its sentence and the answer, None where there is none yet."""
    return [(product.value, str(product.label), given.get(product.value)) for product in Consent.Product]
