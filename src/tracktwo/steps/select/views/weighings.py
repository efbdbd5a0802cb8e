"""What the rules of a pool cost, and the ideas of fairness side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.foundation.jobs.queries import latest
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import digest_rules, members_by_label, objective_lines, price_lines, question_of
from tracktwo.steps.select.models import Pool, Weighing
from tracktwo.steps.select.views.pool import PoolPage
from tracktwo.steps.select.views.shown import is_visible


def told_of(pool: Pool, weighing: Weighing | None, names: dict[str, str], side: int | None) -> dict[str, Any]:
    """Sentences and rows of a finished weighing, with those freed by a looser limit as far as the reader sees them."""
    if weighing is None or weighing.done_at is None:
        return {}
    members = members_by_label(pool)
    lines, free = price_lines(weighing, names)
    prices = [
        (line, [one for one in line.freed if one in members and is_visible(members[one], side)]) for line in lines
    ]
    return {"prices": prices, "free": free, "objectives": objective_lines(weighing)}


class Weigh(PoolPage):
    template = "select/weigh.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page(request)

    def context(self, **more: Any) -> dict[str, Any]:
        weighing = self.pool.weighings.last()
        work = latest("select.weigh", weighing.pk) if weighing else None
        return super(PoolPage, self).context(
            pool=self.pool,
            weighing=weighing,
            work=work if work and weighing and weighing.done_at is None else None,
            stale=bool(weighing and weighing.done_at and weighing.rules != self._rules_now()),
            may_change=self.may("select.change"),
            **told_of(self.pool, weighing, self.names(), self.own_side()),
            **more,
        )

    def _rules_now(self) -> str:
        try:
            return digest_rules(question_of(self.pool))
        except Refusal:
            return ""

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        actions.ask_to_weigh(self.pool, now=timezone.now())
        return redirect("select:weigh", key, pool)
