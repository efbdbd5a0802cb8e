"""The base of pages about one cell, and about its brief."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404

from tracktwo.foundation.people.policies import can
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import access_briefs_of, access_cells


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
