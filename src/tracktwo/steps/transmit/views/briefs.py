"""The brief of a cell, and the brief as a file."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import brief_document, fingerprint, languages_missing, stage_of
from tracktwo.steps.transmit.doors import BriefDoor
from tracktwo.steps.transmit.forms import BriefForm
from tracktwo.steps.transmit.models import Brief
from tracktwo.steps.transmit.queries import consents_missing


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
