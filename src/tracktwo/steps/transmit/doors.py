"""The base of pages about one cell, about its brief, and about one workshop."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.utils import timezone

from tracktwo.foundation.people.policies import can
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import access_begun_workshops, access_briefs_of, access_cells


class CellDoor(ProgrammeDoor):
    """A page about one cell of this programme."""

    step = 7

    @cached_property
    def cell(self) -> Cell:
        cell = access_cells(self.programme).filter(pk=self.kwargs["cell"]).first()
        if cell is None:
            raise Http404
        return cell

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.cell.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)


class BriefDoor(CellDoor):
    """Whoever reads briefs reads a draft for the own community, and every community's once it is released."""

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if not access_briefs_of(self.programme, self.request.user).filter(pk=self.cell.pk).exists():
            raise Http404
        return compartment


class WorkshopDoor(ProgrammeDoor):
    """A page about one workshop of this programme that has begun."""

    step = 7

    @cached_property
    def workshop(self) -> Workshop:
        begun = access_begun_workshops(self.programme, timezone.localdate())
        found = begun.filter(number=self.kwargs["workshop"]).first()
        if found is None:
            raise Http404
        return found

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        return compartment if self.workshop else None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(workshop=self.workshop, **more)

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)
