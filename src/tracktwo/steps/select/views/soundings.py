"""The log of sounding out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.vault.notes import read_notes
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import SoundingForm
from tracktwo.steps.select.queries import SOUNDING_DAYS
from tracktwo.steps.select.views.doors import SelectDoor


class Soundings(SelectDoor):
    """Every conversation by day, and a form for the next; the words come out of the vault only while it is open."""

    policy = "select.change"
    template = "select/soundings.html"
    form: SoundingForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        today = timezone.localdate()
        form = self.form or SoundingForm(programme=self.programme, initial={"day": today.isoformat()})
        soundings = list(self.programme.soundings.select_related("community"))
        return super().context(
            form=form,
            soundings=soundings,
            noted=any(one.note for one in soundings),
            sealed=not is_founded() or is_sealed(timezone.now()),
            days=SOUNDING_DAYS,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("deed") == "read":
            return self._read(request)
        self.form = SoundingForm(request.POST, programme=self.programme)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.note_sounding(self.programme, **self.form.cleaned_data, by=self.standing(), now=timezone.now())
        messages.success(request, _("Noted. Names and words, if there were any, are in the vault."))
        return redirect("select:soundings", key)

    def _read(self, request: HttpRequest) -> HttpResponseBase:
        noted = [one.note for one in self.programme.soundings.exclude(note=None) if one.note]
        words = read_notes(noted, by=self.standing(), now=timezone.now())
        answer = self.page(request, words=words)
        answer["Cache-Control"] = "no-store"
        return answer
