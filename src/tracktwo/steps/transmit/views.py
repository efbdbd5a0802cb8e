"""Pages of step 7: the matrix, one cell, its brief, the brief as a file."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.foundation.people.policies import can
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import (
    Stage,
    brief_document,
    fingerprint,
    languages_missing,
    matrix_rows,
    next_cell,
    stage_of,
)
from tracktwo.steps.transmit.forms import BriefForm, CellForm, cell_form
from tracktwo.steps.transmit.models import SETTLED, Audience, Brief, Cell
from tracktwo.steps.transmit.queries import (
    access_begun_workshops,
    access_briefs_of,
    access_cells,
    consents_missing,
    list_cells,
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
            **self._next(cells),
            **more,
        )

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)

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


class BriefDoor(CellDoor):
    """Whoever reads briefs reads a draft for the own community, and every community's once it is released."""

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if not access_briefs_of(self.programme, self.request.user).filter(pk=self.cell.pk).exists():
            raise Http404
        return compartment


class BriefPage(BriefDoor):
    """The brief of a cell in every language: write, approve, release, download."""

    policy = "transmit.read"
    deed_policy = "transmit.write"
    template = "transmit/brief.html"
    form: BriefForm | None = None

    @cached_property
    def brief(self) -> Brief | None:
        return Brief.objects.filter(cell=self.cell).first()

    def context(self, **more: Any) -> dict[str, Any]:
        brief, without = self.brief, consents_missing(self.cell.workshop)
        return super().context(
            cell=self.cell,
            brief=brief,
            stage=stage_of(self.cell, without).name,
            seen=fingerprint(brief) if brief else "",
            form=(self.form or BriefForm(brief=brief)) if brief else None,
            texts=list(brief.texts.all()) if brief else [],
            missing=languages_missing(brief) if brief else [],
            without=without,
            frozen=frozen_text(self.cell.workshop),
            may_write=self.may("transmit.write"),
            may_release=self.may("transmit.steer"),
            may_approve=self.may("transmit.approve") and self._is_own_side(),
            **more,
        )

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        if self.brief is None:
            actions.begin_brief(self.cell)
            messages.success(request, _("The brief is begun with the words of the agreed text."))
            return redirect("transmit:brief", key, cell)
        self.form = BriefForm(request.POST, brief=self.brief)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.write_brief(self.brief, self.form.texts())
        messages.success(request, _("The words are kept. A reader of the community approves them anew."))
        return redirect("transmit:brief", key, cell)

    def _is_own_side(self) -> bool:
        """Only a reader of the community it goes to approves a brief."""
        held = Standing.objects.filter(account=self.request.user, compartment=self.compartment, role=Role.READER)
        return self.cell.community is not None and held.filter(side=self.cell.community.number).exists()

    def existing(self) -> Brief:
        if self.brief is None:
            raise Http404
        return self.brief


class Approve(BriefPage):
    deed_policy = "transmit.approve"

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        seen = request.POST.get("seen", "")
        actions.approve_brief(self.existing(), seen=seen, by=self.standing(), now=timezone.now())
        messages.success(request, _("The brief is approved for your community."))
        return redirect("transmit:brief", key, cell)


class Release(BriefPage):
    deed_policy = "transmit.steer"

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        actions.release_brief(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(
            request, _("The brief is released; the record says so. Hand it over and note how it was received.")
        )
        return redirect("transmit:brief", key, cell)


class BriefFile(BriefDoor):
    """One language of the brief as a tagged PDF. Before release it is a draft for those who may read it."""

    policy = "transmit.read"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        brief = Brief.objects.filter(cell=self.cell).first()
        text = brief.texts.filter(language=self.kwargs["language"]).first() if brief else None
        if brief is None or text is None or not text.title:
            raise Http404
        made = brief.released_at or timezone.now()
        answer = HttpResponse(to_pdf(brief_document(text, made)), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="brief-{self.cell.pk}-{text.language}.pdf"'
        return answer
