"""The safe agenda: writing it, stepping aside to it, laying it over every screen; and the projector."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.foundation.people.doors import PUBLIC, Door, step_aside
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import day_faces, known_agenda, proposed_lines
from tracktwo.steps.convene.doors import ConsoleDoor, Covered, Live, SessionDoor
from tracktwo.steps.convene.models import PublicAgenda
from tracktwo.steps.convene.queries import list_planned
from tracktwo.steps.convene.views.console import ConsoleDeed


class Day(Door):
    """The public agenda itself. Whoever holds the telephone next sees this and no more."""

    policy = PUBLIC
    template = "convene/day.html"

    def get(self, request: HttpRequest, code: str) -> HttpResponseBase:
        found = PublicAgenda.objects.filter(code=code).first()
        if found is None:
            raise Http404
        return self.page(request, shown=found)


class Aside(SessionDoor):
    """One tap: signed out, and onwards to the public agenda; every page behind it leads there too."""

    policy = "convene.see"
    template = "convene/about.html"

    def get(self, request: HttpRequest, key: str) -> HttpResponseBase:
        return redirect("convene:about", key)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        workshop = self.workshop or self.programme.workshops.order_by("-starts_on").first()
        code = actions.public_agenda_of(workshop).code if workshop else ""
        address = reverse("site:day", args=[code]) if code else reverse("site:home")
        step_aside(request, address)
        return redirect(address)


class Cover(ConsoleDeed):
    """Every screen of the workshop at once; the console stays, so that it can be taken back."""

    def do(self) -> None:
        if self.workshop is None:
            raise Refusal("convene.no_workshop")
        is_covered = self.request.POST.get("cover") == "yes"
        actions.cover_screens(self.workshop, is_covered, by=self.standing(), token=self.token())


class Safe(SessionDoor):
    """Write the public agenda of the workshop of the day, in every language."""

    policy = "convene.plan"
    template = "convene/safe.html"

    def context(self, **more: Any) -> dict[str, Any]:
        found = PublicAgenda.objects.filter(workshop=self.workshop).first() if self.workshop else None
        titles, texts = ({}, {}) if self.workshop is None else self._words(found)
        typed, written = self.request.POST, (("title", titles), ("text", texts))
        rows = [
            (code, name, *(typed.get(f"{part}_{code}", words.get(code, "")) for part, words in written))
            for code, name in settings.LANGUAGES
        ]
        return super().context(rows=rows, found=found, **more)

    def _words(self, found: PublicAgenda | None) -> tuple[dict[str, str], dict[str, str]]:
        """As agreed, else a first draft: the convention by its name, the hours of the plan."""
        if found is not None and found.agreed_at is not None:
            return found.titles, found.texts
        assert self.workshop is not None  # noqa: S101 - asked before
        titles, texts = known_agenda(self.workshop)
        return titles, {language: self._draft(language) or texts[language] for language in texts}

    def _draft(self, language: str) -> str:
        days = day_faces(list_planned(self.workshop), self.sides) if self.workshop else []
        with translation.override(language):
            return proposed_lines(days)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.workshop is None:
            raise Http404
        titles, texts = (
            {code: request.POST.get(f"{part}_{code}", "") for code, _name in settings.LANGUAGES}
            for part in ("title", "text")
        )
        actions.agree_public_agenda(self.workshop, titles, texts, by=self.standing(), now=timezone.now())
        messages.success(request, _("This is what every screen shows after one tap. The record keeps its digest."))
        return redirect("convene:safe", key)


class Projector(Covered, ConsoleDoor):
    """The wall: phase, clock, what is asked; how many wait and who, only by choice."""

    deed_policy = "convene.write"
    template = "convene/projector.html"

    def look(self) -> dict[str, Any]:
        """From ten metres, and covered on the same ground: nothing should flash up at that moment."""
        ground = self.request.GET.get("ground", "")
        return {"is_wall": True, "ground": ground if ground in {"light", "dark"} else ""}

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(**self.look(), **more)


class ProjectorNow(Live, Projector):
    """What changes on the wall."""

    template = "convene/projector_now.html"
