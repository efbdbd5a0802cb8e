"""The brief of a cell, its words paragraph by paragraph, and the brief as a file."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.documents.docx import to_docx
from tracktwo.documents.pdf import to_pdf
from tracktwo.documents.tree import Document
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import (
    MOST_WORDS,
    alone,
    brief_document,
    fingerprint,
    languages_missing,
    long_sentences,
    never_translated,
    shape_of,
    sheet_of,
    shown_lines,
    stage_of,
)
from tracktwo.steps.transmit.doors import BriefDoor
from tracktwo.steps.transmit.forms import SheetForm
from tracktwo.steps.transmit.models import Brief, ConsentUse
from tracktwo.steps.transmit.queries import consents_missing, list_findings, stories_in, used_in, uses_revoked

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class BriefPage(BriefDoor):
    """The brief of a cell in every language side by side: begin, approve, release, download."""

    policy = "transmit.read"
    deed_policy = "transmit.write"
    template = "transmit/brief.html"

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
            texts=list(brief.texts.all()) if brief else [],
            lines=shown_lines(brief) if brief else [],
            shape=shape_of(self.cell.audience),
            missing=languages_missing(brief) if brief else [],
            untranslated=self.untranslated(),
            long=long_sentences(brief) if brief else [],
            most_words=MOST_WORDS,
            without=without,
            revoked=self.revoked(),
            used_in=used_in(brief.pk) if brief else [],
            frozen=frozen_text(self.cell.workshop),
            may_write=self.may("transmit.write"),
            may_steer=self.may("transmit.steer"),
            may_approve=self.may("transmit.approve") and self._is_own_side(),
            **more,
        )

    def untranslated(self) -> list[str]:
        """Nothing once it is released: every language was written then."""
        if self.brief is None or self.brief.released_at is not None:
            return []
        versions = {face.clause: face.versions for face in list_findings(self.cell.workshop)}
        return never_translated(self.brief, versions)

    def revoked(self) -> list[ConsentUse]:
        """The consents this release stood on that have been taken back since."""
        if self.brief is None or self.brief.released_at is None:
            return []
        uses = uses_revoked(self.cell.workshop)
        return [use for use in uses if (use.kind, use.number) == (ConsentUse.Kind.BRIEF, self.brief.pk)]

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        actions.begin_brief(self.cell)
        messages.success(request, _("The brief is begun with the findings that may go this far."))
        return redirect("transmit:brief", key, cell)

    def _is_own_side(self) -> bool:
        """Only a reader of the community it goes to approves a brief."""
        held = Standing.objects.filter(account=self.request.user, compartment=self.compartment, role=Role.READER)
        return self.cell.community is not None and held.filter(side=self.cell.community.number).exists()

    def existing(self) -> Brief:
        if self.brief is None:
            raise Http404
        return self.brief


class Words(BriefPage):
    """Titles and paragraphs in one form, every language side by side."""

    policy = "transmit.write"
    deed_policy = "transmit.write"
    template = "transmit/words.html"
    form: SheetForm | None = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.existing().released_at is not None:
            raise Refusal("transmit.released_already")
        return super().get(request, *args, **kwargs)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or self._form(), **more)

    def _form(self, data: Any = None) -> SheetForm:
        return SheetForm(
            data,
            audience=self.cell.audience,
            sheet=sheet_of(self.existing()),
            faces=list_findings(self.cell.workshop),
        )

    def post(self, request: HttpRequest, key: str, cell: int) -> HttpResponseBase:
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.write_sheet(self.existing(), self.form.typed(), seen=request.POST.get("seen", ""))
        messages.success(request, _("The words are kept. A reader of the community approves them anew."))
        return redirect("transmit:words" if request.POST.get("then") == "more" else "transmit:brief", key, cell)


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
    """One language of the brief as a tagged PDF. Before release it is a draft for those who may read it.

    After a consent was taken back there is no file any more: what was handed out cannot be fetched, what was not
    handed out shall not be.
    """

    policy = "transmit.read"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        brief = Brief.objects.filter(cell=self.cell).first()
        text = brief.texts.filter(language=self.kwargs["language"]).first() if brief else None
        if brief is None or text is None or not text.title:
            raise Http404
        self._check_consents(brief)
        made = brief.released_at or timezone.now()
        with translation.override(text.language):  # a community is called as the brief calls it, whoever downloads
            document = brief_document(text, made, stories_in(brief))
        return self.file(document, f"brief-{self.cell.pk}-{text.language}")

    def _check_consents(self, brief: Brief) -> None:
        gone = [use for use in uses_revoked(self.cell.workshop) if (use.kind, use.number) == ("brief", brief.pk)]
        if gone:
            raise Refusal("transmit.consent_revoked", count=len(gone))

    def file(self, document: Document, name: str) -> HttpResponse:
        answer = HttpResponse(to_pdf(document), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
        return answer


class BriefWord(BriefFile):
    """The same for a word processor, with nothing in it about who made it, where and when."""

    def file(self, document: Document, name: str) -> HttpResponse:
        answer = HttpResponse(to_docx(document), content_type=DOCX)
        answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
        return answer


class BriefHtml(BriefFile):
    """The same as one file for any browser. It is handed over like the others, never shown among our pages."""

    def file(self, document: Document, name: str) -> HttpResponse:
        answer = HttpResponse(alone(document), content_type="text/html; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.html"'
        return answer
