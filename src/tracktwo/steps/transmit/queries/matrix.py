"""What may be known of the matrix."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import SETTLED, Cell


def access_begun_workshops(programme: Programme, today: date) -> QuerySet[Workshop]:
    """The workshops that have begun, the latest first: only they can have anything to carry."""
    return programme.workshops.filter(starts_on__lte=today).order_by("-starts_on")


def workshop_to_transmit(programme: Programme, today: date) -> Workshop | None:
    """The earliest workshop whose agreed text has not reached everybody yet; else the one agreed last, else begun last.

    A workshop under way has nothing to carry while the findings of the one before still lie about.
    """
    begun = access_begun_workshops(programme, today)
    agreed = list(begun.filter(text__frozen_on__isnull=False))
    unfinished = [workshop for workshop in agreed if not is_finished(workshop)]
    return unfinished[-1] if unfinished else next(iter(agreed), None) or begun.first()


def is_finished(workshop: Workshop) -> bool:
    """The matrix is open and every cell filled or waived."""
    return workshop.cells.exists() and not workshop.cells.exclude(state__in=SETTLED).exists()


def access_cells(programme: Programme) -> QuerySet[Cell]:
    """The cells of this programme, whoever asks has been let into the programme before."""
    return Cell.objects.filter(workshop__programme=programme).select_related("workshop", "community", "brief")


def list_cells(workshop: Workshop) -> list[Cell]:
    return list(workshop.cells.select_related("community", "brief").prefetch_related("brief__texts").order_by("id"))
