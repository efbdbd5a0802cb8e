"""The explanation of a cohort, keeping it, and its proof as a file."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext

from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import chance_view, hand_view, members_by_label, quota_view
from tracktwo.steps.select.models import BY_HAND, Cohort, Weighing
from tracktwo.steps.select.pictures import asks_something, chance_picture, quota_picture
from tracktwo.steps.select.queries import access_cohorts
from tracktwo.steps.select.views.doors import SelectDoor
from tracktwo.steps.select.views.shown import is_visible
from tracktwo.steps.select.views.weighings import told_of


class CohortPage(SelectDoor):
    """The explanation: who was drawn, how likely everybody was, what the quotas did, and what is proven."""

    policy = "select.see"
    deed_policy = "select.change"
    template = "select/cohort.html"

    @cached_property
    def cohort(self) -> Cohort:
        cohort = access_cohorts(self.programme).filter(pk=self.kwargs["cohort"]).first()
        if cohort is None:
            raise Http404
        return cohort

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.cohort.pool.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            cohort=self.cohort,
            pool=self.cohort.pool,
            times=self.cohort.pool.cohorts.filter(computed_at__isnull=False).exclude(objective=BY_HAND).count(),
            **self.why_not(self.cohort),
            may_change=self.may("select.change"),
            **(self._explained() if self.cohort.computed_at else {}),
            **told_of(self.cohort.pool, self._weighing(), self.names(), self.own_side()),
            **more,
        )

    def _weighing(self) -> Weighing | None:
        """The newest weighing of the very rules that this cohort was found under."""
        rules = self.cohort.result.get("rules")
        return self.cohort.pool.weighings.filter(rules=rules, done_at__isnull=False).last() if rules else None

    def _explained(self) -> dict[str, Any]:
        names, members = self.names(), members_by_label(self.cohort.pool)
        drawn = [members[label] for label in self.cohort.result["cohort"]]
        visible = [one for one in drawn if is_visible(one, self.own_side())]
        told = {
            "drawn": visible,
            "hidden": len(drawn) - len(visible),
            "people": len(members),
            "result": self.cohort.result,
        }
        return told | (self._by_hand(names) if self.cohort.is_by_hand else self._by_lottery(names))

    def _by_hand(self, names: dict[str, str]) -> dict[str, Any]:
        return {"quotas": quota_picture(hand_view(self.cohort, names))}

    def _by_lottery(self, names: dict[str, str]) -> dict[str, Any]:
        quotas, chances = quota_view(self.cohort, names), chance_view(self.cohort, names)
        return {
            "percent": float(self.cohort.result["min_probability"]) * 100,
            "bound_percent": float(self.cohort.result["bound"]) * 100,
            "quotas": quota_picture(quotas),
            "chances": chance_picture(chances),
            "chance_key": [group.side for group in chances.groups] if len(chances.groups) > 1 else [],
            "quotas_open": sum(not asks_something(row, quotas.seats) for row in quotas.rows),
        }

    def post(self, request: HttpRequest, key: str, cohort: int) -> HttpResponseBase:
        seats = actions.keep_cohort(self.cohort, by=self.standing(), now=timezone.now())
        stands = ngettext("The cohort stands: %(count)s seat.", "The cohort stands: %(count)s seats.", len(seats))
        messages.success(request, stands % {"count": len(seats)})
        return redirect("prepare:about", key)


class Proof(CohortPage):
    """The draw as a file that repeats itself without us. It holds labels, so only the third party gets it."""

    policy = "select.change"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.cohort.proof:
            raise Http404
        answer = HttpResponse(self.cohort.proof, content_type="application/json")
        answer["Content-Disposition"] = f'attachment; filename="draw-{self.cohort.pk}.proof.json"'
        return answer
