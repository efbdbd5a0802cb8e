"""Open the matrix, set a cell."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.actions.noting import record_cell
from tracktwo.steps.transmit.convert import AUDIENCES
from tracktwo.steps.transmit.models import Audience, Brief, Cell


@transaction.atomic
def open_matrix(workshop: Workshop) -> list[Cell]:
    """A cell for each audience of each community, and one for the convention. Again is harmless."""
    for community in workshop.programme.communities.all():
        for audience in AUDIENCES:
            Cell.objects.get_or_create(workshop=workshop, audience=audience, community=community)
    Cell.objects.get_or_create(workshop=workshop, audience=Audience.CONVENTION, community=None)
    return list(workshop.cells.all())


@transaction.atomic
def set_cell(cell: Cell, *, state: str, owner: str, due: date | None, reason: str, by: Standing, now: datetime) -> None:
    """Give a cell an owner, a date and a state; a waiver says why, and what was released stays as it is."""
    # Locked, so that a release at the same moment is seen and not written over.
    cell = Cell.objects.select_for_update().get(pk=cell.pk)
    _check_settable(cell, state, owner, reason)
    cell.state, cell.owner, cell.due, cell.reason = state, owner, due, reason.strip()
    cell.save(update_fields=["state", "owner", "due", "reason"])
    deed = "transmit.cell_waived" if state == Cell.State.WAIVED else "transmit.cell_set"
    record_cell(deed, cell, by, now, **({} if state == Cell.State.WAIVED else {"state": state}))


def _check_settable(cell: Cell, state: str, owner: str, reason: str) -> None:
    if Brief.objects.filter(cell=cell, released_at__isnull=False).exists():
        raise Refusal("transmit.released_already")
    if state == Cell.State.DELIVERED:
        raise Refusal("transmit.not_released")
    if state == Cell.State.WAIVED and not reason.strip():
        raise Refusal("transmit.waive_why")
    if state == Cell.State.IN_HAND and not owner:
        raise Refusal("transmit.owner_missing")
    check_passage(reason)
