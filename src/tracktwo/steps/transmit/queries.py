"""What may be known of transmission."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import consents_given
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit.models import Cell


def workshop_to_transmit(programme: Programme, today: date) -> Workshop | None:
    """The last workshop that has begun: its findings are what there is to carry."""
    return programme.workshops.filter(starts_on__lte=today).order_by("starts_on").last()


def access_cells(programme: Programme) -> QuerySet[Cell]:
    """The cells of this programme, whoever asks has been let into the programme before."""
    return Cell.objects.filter(workshop__programme=programme).select_related("workshop", "community", "brief")


def list_cells(workshop: Workshop) -> list[Cell]:
    return list(workshop.cells.select_related("community", "brief").order_by("id"))


def consents_missing(workshop: Workshop) -> int:
    """How many seats have not consented that the agreed text be carried out."""
    return list_seats(workshop).count() - consents_given(workshop, Consent.Product.BRIEFS)
