"""Memoranda and lines: the list, one of them, its files."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import note_document, note_languages_missing, note_name
from tracktwo.steps.transmit.doors import WorkshopDoor
from tracktwo.steps.transmit.forms import NoteForm
from tracktwo.steps.transmit.models import ConsentUse, Note
from tracktwo.steps.transmit.queries import access_notes, halted, list_notes, public_products


class Notes(WorkshopDoor):
    """What is ready to be said, and what everybody outside can read."""

    policy = "transmit.read"
    deed_policy = "transmit.write"
    template = "transmit/notes.html"
    form: NoteForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            notes=[(note, note_name(note), note.texts.first()) for note in list_notes(self.workshop)],
            public=public_products(self.programme),
            form=self.form or NoteForm(),
            may_write=self.may("transmit.write"),
            **more,
        )

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        self.form = NoteForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        note = actions.begin_note(self.workshop, self.form.cleaned_data["kind"], self.form.texts())
        messages.success(request, _("The words are kept."))
        return redirect("transmit:note", key, note.pk)


class NoteDoor(ProgrammeDoor):
    step = 7
    policy = "transmit.read"

    @cached_property
    def note(self) -> Note:
        found = access_notes(self.programme).filter(pk=self.kwargs["note"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def stopped(self) -> bool:
        return (ConsentUse.Kind.NOTE, self.note.pk) in halted(self.note.workshop)

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        return compartment if self.note else None


class NotePage(NoteDoor):
    deed_policy = "transmit.write"
    template = "transmit/note.html"
    form: NoteForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            note=self.note,
            name=note_name(self.note),
            workshop=self.note.workshop,
            texts=list(self.note.texts.all()),
            missing=note_languages_missing(self.note),
            stopped=self.stopped,
            form=self.form or NoteForm(note=self.note),
            may_write=can(self.request.user, "transmit.write", self.programme.compartment),
            may_steer=can(self.request.user, "transmit.steer", self.programme.compartment),
            **more,
        )

    def post(self, request: HttpRequest, key: str, note: int) -> HttpResponseBase:
        self.form = NoteForm(request.POST, note=self.note)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.write_note(self.note, self.form.texts())
        messages.success(request, _("The words are kept."))
        return redirect("transmit:note", key, note)


class ReleaseNote(NotePage):
    deed_policy = "transmit.steer"

    def post(self, request: HttpRequest, key: str, note: int) -> HttpResponseBase:
        actions.release_note(self.note, by=self.standing(), now=timezone.now())
        messages.success(request, _("It is released; the record says so."))
        return redirect("transmit:note", key, note)


class NoteFile(NoteDoor):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        text = self.note.texts.filter(language=self.kwargs["language"]).exclude(title="").first()
        if text is None:
            raise Http404
        if self.stopped:
            raise Refusal("transmit.consent_revoked", count=1)
        answer = HttpResponse(to_pdf(note_document(text)), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="note-{self.note.pk}-{text.language}.pdf"'
        return answer
