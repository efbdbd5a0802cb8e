"""A participant's own journey: one thing at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.dates import sources_of
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import common_hours, spans_words
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import Need, finding_words, said_words
from tracktwo.steps.prepare.forms import SayForm
from tracktwo.steps.prepare.queries import has_told_papers, needs_of
from tracktwo.steps.prepare.views.about import OwnDeed
from tracktwo.steps.select.models import Seat

DEEDS = {"afar": actions.take_from_afar, "come": actions.come_after_all}


class Journey(OwnDeed):
    """The next thing with its day, what the rules say of it, and three answers; the others are a tap away."""

    policy = "prepare.own"
    template = "prepare/journey.html"

    def context(self, **more: Any) -> dict[str, Any]:
        needs = needs_of(self.seat) if self.seat else []
        shown = self._shown(needs)
        return super().context(
            shown=shown,
            finding=finding_words(shown.task) if shown else "",
            sources=[said_words(said) for said in sources_of([shown.task])] if shown else [],
            way=needs,
            common=spans_words(common_hours(self.workshop)) if self.workshop else "",
            told=self.seat is None or has_told_papers(self.seat),
            lacks=SayForm().fields["lack"].choices,  # type: ignore[attr-defined]
            **more,
        )

    def _shown(self, needs: list[Need]) -> Need | None:
        """The one in the address, else the first that is not settled."""
        asked = next((need for need in needs if need.item == self.request.GET.get("item")), None)
        return asked or next((need for need in needs if not need.settled), None)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        seat, deed = self.own_seat(), request.POST.get("deed")
        if deed in DEEDS:
            DEEDS[deed](seat, by=self.standing(), now=timezone.now())
            return self.back(seat)
        form = SayForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        said = form.cleaned_data
        actions.say_readiness(
            seat,
            {said["item"]: said["standing"]},
            lacks={said["item"]: said["lack"]},
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(request, _("Kept. The third party sees, by alias, what is settled, open or blocked."))
        return self.back(seat)

    def back(self, seat: Seat) -> HttpResponseBase:
        answer = redirect("prepare:journey", self.programme.key)
        answer["Location"] += f"?workshop={seat.workshop.number}" if "workshop" in self.request.GET else ""
        return answer
