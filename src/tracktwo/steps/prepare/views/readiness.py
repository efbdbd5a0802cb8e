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
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import Need, finding_words, said_words
from tracktwo.steps.prepare.forms import SayForm
from tracktwo.steps.prepare.queries import has_told_papers, needs_of
from tracktwo.steps.prepare.views.about import OwnDeed


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
            told=self.seat is None or has_told_papers(self.seat),
            lacks=SayForm().fields["lack"].choices,  # type: ignore[attr-defined]
            **more,
        )

    def _shown(self, needs: list[Need]) -> Need | None:
        """The one in the address, else the first that is not settled."""
        asked = next((need for need in needs if need.item == self.request.GET.get("item")), None)
        return asked or next((need for need in needs if not need.settled), None)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        seat, form = self.own_seat(), SayForm(request.POST)
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
        answer = redirect("prepare:journey", key)
        answer["Location"] += f"?workshop={seat.workshop.number}" if "workshop" in request.GET else ""
        return answer
