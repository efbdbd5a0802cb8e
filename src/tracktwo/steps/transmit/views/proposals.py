"""Sessions proposed to a convention: the list, one of them, its file; and the yes of those who stand in it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.documents.docx import to_docx
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import lacks, proposal_document, rules_of, stands
from tracktwo.steps.transmit.doors import WorkshopDoor
from tracktwo.steps.transmit.forms import BeginProposalForm, ChoosePanelForm, PartForm, ProposalForm
from tracktwo.steps.transmit.models import ConsentUse, Proposal
from tracktwo.steps.transmit.queries import (
    access_own_parts,
    access_proposals,
    halted,
    list_panels,
    list_proposals,
    parts_at,
    seats_behind,
)
from tracktwo.steps.transmit.views.briefs import DOCX


class Proposals(WorkshopDoor):
    """What is proposed to the convention after a workshop, and a form to begin another."""

    policy = "transmit.propose"
    template = "transmit/proposals.html"
    form: BeginProposalForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        found = list(list_proposals(self.workshop))
        return super().context(
            proposals=[(one, len(lacks(one, parts_at(one), seats_behind(one)))) for one in found],
            form=self.form or self._form({"initial": {"language": self.programme.language}}),
            **more,
        )

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        self.form = self._form({"data": request.POST})
        if not self.form.is_valid():
            return self.page(request, status=422)
        made = actions.begin_proposal(self.workshop, **self.form.cleaned_data)
        messages.success(request, _("The proposal is begun. Say who stands in it."))
        return redirect("transmit:proposal", key, made.pk)

    def _form(self, given: dict[str, Any]) -> BeginProposalForm:
        return BeginProposalForm(**given, panels=list_panels(self.workshop))


class ProposalDoor(ProgrammeDoor):
    step = 7
    policy = "transmit.propose"

    @cached_property
    def proposal(self) -> Proposal:
        found = access_proposals(self.programme).filter(pk=self.kwargs["proposal"]).first()
        if found is None:
            raise Http404
        return found

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        return compartment if self.proposal else None


class ProposalPage(ProposalDoor):
    """Its words, who stands in it, and what it still lacks by the rules of the association."""

    template = "transmit/proposal.html"
    form: ProposalForm | None = None
    part_form: PartForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        one, panels = self.proposal, list_panels(self.proposal.workshop)
        behind = seats_behind(one)
        parts = one.parts.select_related("seat__account", "seat__community", "proposal")
        return super().context(
            proposal=one,
            workshop=one.workshop,
            parts=[(part, stands(part, behind)) for part in parts],
            lacks=lacks(one, parts_at(one), behind),
            rules=rules_of(one),
            stopped=(ConsentUse.Kind.PROPOSAL, one.pk) in halted(one.workshop),
            form=self.form or ProposalForm(initial={"title": one.title, "abstract": one.abstract}),
            panels=panels,
            panel_form=ChoosePanelForm(initial={"panel": one.panel.number if one.panel else ""}, panels=panels),
            part_form=self.part_form or PartForm(workshop=one.workshop),
            **more,
        )

    def post(self, request: HttpRequest, key: str, proposal: int) -> HttpResponseBase:
        deeds = {"part": self._add, "remove": self._remove, "panel": self._choose, "reopen": self._reopen}
        deed = (deeds | {"release": self._release}).get(request.POST.get("deed", ""), self._write)
        if not deed(request):
            return self.page(request, status=422)
        return redirect("transmit:proposal", key, proposal)

    def _write(self, request: HttpRequest) -> bool:
        self.form = ProposalForm(request.POST)
        if self.form.is_valid():
            actions.write_proposal(self.proposal, **self.form.cleaned_data)
            messages.success(request, _("The words are kept."))
        return self.form.is_valid()

    def _add(self, request: HttpRequest) -> bool:
        self.part_form = PartForm(request.POST, workshop=self.proposal.workshop)
        if self.part_form.is_valid():
            actions.add_part(self.proposal, **self.part_form.cleaned_data)
            messages.success(request, _("Kept. Somebody of the cohort finds the question on the own page."))
        return self.part_form.is_valid()

    def _remove(self, request: HttpRequest) -> bool:
        number = request.POST.get("part", "")
        if number.isascii() and number.isdigit() and len(number) < 18:
            actions.remove_part(self.proposal, int(number))
        return True

    def _choose(self, request: HttpRequest) -> bool:
        form = ChoosePanelForm(request.POST, panels=list_panels(self.proposal.workshop))
        if not form.is_valid():
            raise Refusal("transmit.panel_unknown")
        actions.choose_panel(self.proposal, form.cleaned_data["panel"])
        messages.success(request, _("Kept. Whoever did not say yes to it stands in no proposal of it."))
        return True

    def _reopen(self, request: HttpRequest) -> bool:
        actions.reopen_proposal(self.proposal, timezone.now())
        messages.success(request, _("It is a draft again. If it has been handed in, withdraw it there."))
        return True

    def _release(self, request: HttpRequest) -> bool:
        actions.release_proposal(self.proposal, by=self.standing(), now=timezone.now())
        messages.success(request, _("The proposal is ready to be handed in; the record says so."))
        return True


class ProposalFile(ProposalDoor):
    """The proposal for the association's form, by alias."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if (ConsentUse.Kind.PROPOSAL, self.proposal.pk) in halted(self.proposal.workshop):
            raise Refusal("transmit.consent_revoked", count=1)
        answer = HttpResponse(to_docx(proposal_document(self.proposal, seats_behind(self.proposal))), content_type=DOCX)
        answer["Content-Disposition"] = f'attachment; filename="proposal-{self.proposal.pk}.docx"'
        return answer


class OwnParts(ProgrammeDoor):
    """In which sessions somebody would have this person stand; yes and no, at any time."""

    step = 7
    policy = "transmit.answer"
    template = "transmit/own_parts.html"

    def context(self, **more: Any) -> dict[str, Any]:
        parts = access_own_parts(self.request.user, self.programme)
        return super().context(parts=[(part, part.seat_id in seats_behind(part.proposal)) for part in parts], **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        number = request.POST.get("part", "")
        known = number.isascii() and number.isdigit() and len(number) < 18
        part = access_own_parts(request.user, self.programme).filter(pk=int(number) if known else 0).first()
        if part is None:
            raise Refusal("transmit.part_unknown")
        agreed = request.POST.get("answer") == "yes"
        actions.answer_part(part, agreed=agreed, by=self.standing(), now=timezone.now())
        messages.success(request, _("Your answer is kept. You can change it here at any time."))
        return redirect("transmit:own_parts", key)
