"""Choosing a cohort by hand, with what is met and unmet while one ticks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from tracktwo.methods.record import Refusal, Refusals
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import in_words, look_at_ticks
from tracktwo.steps.select.views.pool import PoolPage
from tracktwo.steps.select.views.shown import member_lines


class ByHand(PoolPage):
    policy = "select.change"
    template = "select/by_hand.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        asked = "select/hand_asked.html" if request.headers.get("X-Asks") else self.template
        return render(request, asked, self.context())

    def context(self, **more: Any) -> dict[str, Any]:
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        chosen = set(sent.getlist("seat"))
        return super(PoolPage, self).context(
            pool=self.pool,
            members=[(one, one.label in chosen) for one in member_lines(self.pool, None, self.names())],
            ticked=look_at_ticks(self.pool, chosen, self.names()),
            may_change=True,
            **more,
        )

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        if "look" in request.POST:
            return self.page(request)
        try:
            cohort = actions.choose_by_hand(
                self.pool, request.POST.getlist("seat"), by=self.standing(), now=timezone.now()
            )
        except Refusals as refusals:
            raise in_words(refusals, self.pool, self.names()) or Refusal("lottery.person_unknown") from None
        return redirect("select:cohort", key, cohort.pk)
