"""The matrix, and one cell of it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.models import Community
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Stage, matrix_rows, next_cell
from tracktwo.steps.transmit.doors import CellDoor
from tracktwo.steps.transmit.forms import CellForm, cell_form
from tracktwo.steps.transmit.models import SETTLED, Audience, Cell
from tracktwo.steps.transmit.pictures import balance_picture, balance_sentence, reach_picture
from tracktwo.steps.transmit.queries import (
    KEPT,
    access_begun_workshops,
    access_briefs_of,
    consents_missing,
    halted,
    levels_said,
    list_cells,
    reached,
    workshop_to_transmit,
)


class About(ProgrammeDoor):
    """The matrix: every audience of every community, and the convention."""

    policy = "transmit.see"
    deed_policy = "transmit.steer"
    template = "transmit/about.html"
    step = 7

    @cached_property
    def begun(self) -> list[Workshop]:
        return list(access_begun_workshops(self.programme, timezone.localdate()))

    @cached_property
    def workshop(self) -> Workshop | None:
        """The one in the address, else the one whose findings wait to be carried."""
        asked = self.request.GET.get("workshop")
        chosen = next((one for one in self.begun if str(one.number) == asked), None)
        return chosen or workshop_to_transmit(self.programme, timezone.localdate())

    def context(self, **more: Any) -> dict[str, Any]:
        cells = list_cells(self.workshop) if self.workshop else []
        communities = list_communities(self.programme, timezone.localdate())
        return super().context(
            workshop=self.workshop,
            others=[one for one in self.begun if one != self.workshop],
            communities=communities,
            rows=matrix_rows(cells, communities) if cells else [],
            convention=next((cell for cell in cells if cell.audience == Audience.CONVENTION), None),
            count=len(cells),
            settled=sum(cell.state in SETTLED for cell in cells),
            frozen=frozen_text(self.workshop) if self.workshop else None,
            may_steer=self.may("transmit.steer"),
            readable=set(self._readable()) if self.may("transmit.read") else set(),
            levels_said=self.workshop is not None and levels_said(self.workshop),
            may_read=self.may("transmit.read"),
            may_read_log=self.may("transmit.read_log"),
            may_translate=self.may("transmit.translate"),
            may_tell=self.may("transmit.tell"),
            may_propose=self.may("transmit.propose"),
            may_answer=self.may("transmit.answer"),
            revoked=self._revoked(),
            **self._reach(communities),
            **self._next(cells),
            **more,
        )

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)

    def _revoked(self) -> list[Cell]:
        """Cells whose released brief stood on a consent that has been taken back."""
        stopped = halted(self.workshop) if self.workshop else set()
        return [cell for cell in self.ordered if ("brief", getattr(getattr(cell, "brief", None), "pk", 0)) in stopped]

    @cached_property
    def ordered(self) -> list[Cell]:
        """The cells audience by audience, the communities in the order of the day."""
        cells = list_cells(self.workshop) if self.workshop else []
        sides = [one.pk for one in list_communities(self.programme, timezone.localdate())]
        order = {audience: place for place, audience in enumerate(Audience.values)}
        return sorted(
            cells,
            key=lambda cell: (order[cell.audience], sides.index(cell.community_id) if cell.community_id else 0),
        )

    def _reach(self, communities: list[Community]) -> dict[str, Any]:
        """The charts, once anything may be carried at all."""
        rows = reached(self.workshop, self.ordered) if self.workshop and self.ordered else []
        if not rows or all(state == KEPT for row in rows for state in row.states):
            return {}
        return {
            "reach": reach_picture(rows, self.ordered),
            "balance": balance_picture(rows, self.ordered, communities),
            "balance_sentence": balance_sentence(rows, self.ordered, communities),
        }

    def _readable(self) -> QuerySet[Cell, int]:
        return access_briefs_of(self.programme, self.request.user).values_list("pk", flat=True)

    def _next(self, cells: list[Cell]) -> dict[str, Any]:
        """The one cell that this person can move on, and what it waits for."""
        without = consents_missing(self.workshop) if self.workshop else 0
        if self.may("transmit.steer"):
            order: tuple[Stage, ...] = (Stage.RELEASE, Stage.WRITE, Stage.BEGIN, Stage.OPEN, Stage.CONSENTS, Stage.READ)
        elif self.may("transmit.write"):
            order = (Stage.WRITE, Stage.BEGIN)
        elif self.may("transmit.approve"):
            order = (Stage.READ,)
            sides = self.request.user.standings.filter(compartment=self.compartment).values_list("side", flat=True)
            cells = [cell for cell in cells if cell.community and cell.community.number in set(sides)]
        else:
            order = ()
        found = next_cell(cells, order, without)
        return {"next_cell": found[0], "next_stage": found[1].name} if found else {"next_cell": None}

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.workshop is None:
            raise Http404
        actions.open_matrix(self.workshop)
        return redirect(f"{reverse('transmit:about', args=[key])}?workshop={self.workshop.number}")


class EditCell(CellDoor):
    policy = "transmit.steer"
    template = "transmit/cell.html"
    form: CellForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(cell=self.cell, form=self.form or cell_form(self.cell), **more)

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        self.form = CellForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.set_cell(self.cell, **self.form.cleaned_data, by=self.standing(), now=timezone.now())
        messages.success(request, _("The cell is set."))
        return redirect(f"{reverse('transmit:about', args=[key])}?workshop={self.cell.workshop.number}")
