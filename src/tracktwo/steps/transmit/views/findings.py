"""How far each finding may go."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.doors import WorkshopDoor
from tracktwo.steps.transmit.forms import LevelsForm
from tracktwo.steps.transmit.queries import FindingFace, consents_missing, levels_said, list_findings


class Findings(WorkshopDoor):
    """Every clause of the agreed text with its level; the convener decides, everybody inside sees it."""

    policy = "transmit.see"
    deed_policy = "transmit.steer"
    template = "transmit/findings.html"
    form: LevelsForm | None = None

    @cached_property
    def faces(self) -> list[FindingFace]:
        return list_findings(self.workshop)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or LevelsForm(faces=self.faces),
            faces=self.faces,
            said=levels_said(self.workshop),
            without=consents_missing(self.workshop),
            may_steer=self.may("transmit.steer"),
            **more,
        )

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        self.form = LevelsForm(request.POST, faces=self.faces)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.set_levels(self.workshop, self.form.levels(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept, and recorded. Briefs begin with the findings that may go there."))
        return redirect(f"{reverse('transmit:about', args=[key])}?workshop={self.workshop.number}")
