"""Letters of invitation and for visas: how they read, what they lack, one with its name, and the host's own words."""

from __future__ import annotations

from dataclasses import asdict
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.html import to_html
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.prepare.actions import letters as actions
from tracktwo.steps.prepare.convert.letters import letter_document, missing_words
from tracktwo.steps.prepare.forms.letters import LetterForm, LetterTextForm, ReadForm
from tracktwo.steps.prepare.models import Letter
from tracktwo.steps.prepare.queries import letters as queries
from tracktwo.steps.prepare.views.journeys import WorkshopDoor
from tracktwo.steps.select.models import Seat

KINDS = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pdf": "application/pdf"}


class Letters(WorkshopDoor):
    """How a letter reads, by alias; and one with its name, by whoever may reveal, while the vault is open."""

    policy = "prepare.letters"
    template = "prepare/letters.html"
    form: LetterForm | None = None

    @cached_property
    def seats(self) -> list[Seat]:
        return [seat for seat, person in queries.persons_of(self.workshop).items() if person]

    def context(self, **more: Any) -> dict[str, Any]:
        now, read = timezone.now(), self._asked()
        return super().context(
            form=self.form or LetterForm(seats=self.seats, initial=read),
            read_form=ReadForm(initial=read),
            shown=self._shown(**read),
            read=read,
            missing=missing_words(queries.missing_for(self.workshop)),
            seats=len(self.seats),
            sealed=not is_founded() or is_sealed(now),
            over=has_ended(self.workshop, timezone.now()),
            may_see=can(self.request.user, "prepare.see", self.programme.compartment),
            may_change=can(self.request.user, "prepare.arrange", self.programme.compartment),
            **more,
        )

    def _asked(self) -> dict[str, str]:
        form = ReadForm(self.request.GET)
        if form.is_valid():
            return form.cleaned_data
        return {"letter": Letter.INVITATION.value, "language": translation.get_language() or "en"}

    def _shown(self, letter: str, language: str) -> str:
        """The letter of nobody in particular, as it would be set."""
        document = letter_document(
            self.workshop,
            letter,
            queries.words_of(self.programme, letter, language),
            alias=self.seats[0].account.alias if self.seats else "–",
            identity={},
            host=queries.host_name(self.programme),
            day=timezone.localdate(),
            language=language,
        )
        return mark_safe(to_html(document, 4, with_title=True))  # noqa: S308 - the writer escapes every word

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        self.form = LetterForm(request.POST, seats=self.seats)
        if not self.form.is_valid():
            return self.page(request, status=422)
        if not isinstance(request.user, Account):
            raise Http404
        said = self.form.cleaned_data
        content = actions.make_letter(
            self.form.chosen(),
            said["letter"],
            said["language"],
            said["form"],
            account=request.user,
            reason=said["reason"],
            by=self.standing(),
            now=timezone.now(),
        )
        return file_of(content, said["form"], "letter")


def file_of(content: bytes, form: str, name: str) -> HttpResponse:
    """A download that no cache keeps and whose name says nothing."""
    answer = HttpResponse(content, content_type=KINDS[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer["Cache-Control"] = "no-store"
    return answer


class LetterTextPage(WorkshopDoor):
    """The words of one letter in one language, for every workshop of the programme."""

    policy = "prepare.arrange"
    template = "prepare/letter_text.html"
    form: LetterTextForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        letter, language = self._which()
        words = queries.words_of(self.programme, letter, language)
        return super().context(
            form=self.form or LetterTextForm(initial=asdict(words), language=language),
            letter=Letter(letter),
            language=language,
            language_name=dict(settings.LANGUAGES)[language],
            **more,
        )

    def _which(self) -> tuple[str, str]:
        letter, language = self.kwargs["letter"], self.kwargs["language"]
        if letter not in Letter.values or language not in dict(settings.LANGUAGES):
            raise Http404
        return letter, language

    def post(self, request: HttpRequest, key: str, number: int, letter: str, language: str) -> HttpResponseBase:
        self._which()
        self.form = LetterTextForm(request.POST, language=language)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.keep_letter_text(
            self.programme, letter, language, self.form.words(), by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("Kept. The letter reads like this now."))
        return redirect(f"{reverse('prepare:letters', args=[key, number])}?letter={letter}&language={language}")
