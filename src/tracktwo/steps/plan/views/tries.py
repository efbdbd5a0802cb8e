"""What if: other wishes tried beside the plan in force, with nothing kept; and planning again with the least change."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.methods import dates
from tracktwo.steps.plan import actions, queries
from tracktwo.steps.plan.convert.compare import Compared, compare
from tracktwo.steps.plan.convert.stored import edition_of, plan_value
from tracktwo.steps.plan.convert.view import PlanPicture, convention_words, picture_of, picture_of_value, place_words
from tracktwo.steps.plan.forms import WithoutForm
from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.plan.views.plans import PlanDoor, WishesPage


class WhatIf(WishesPage):
    """Change a constraint and see what would change in the plan. Sending it with "keep" computes a version to keep."""

    template = "plan/what_if.html"
    without: WithoutForm | None = None
    tried: PlanPicture | None = None
    compared: Compared | None = None

    def _free(self) -> list[Workshop]:
        today = timezone.localdate()
        rows = queries.access_workshops(self.programme)
        return [row for row in rows if row.edition and not queries.is_settled(row, today)]

    def _without(self, typed: Any = None) -> WithoutForm:
        return WithoutForm(typed, workshops=[(row, _workshop_words(row)) for row in self._free()])

    def _shown(self) -> Plan | None:
        return queries.plan_in_force(self.programme) or queries.newest_plan(self.programme)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            without=self.without or self._without(),
            shown=self._shown(),
            tried=self.tried,
            compared=self.compared,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if "keep" in request.POST:
            return super().post(request, key)
        self.form, self.weights = self._form(request.POST), self._weights(request.POST)
        self.without = self._without(request.POST)
        if not all(form.is_valid() for form in (self.form, self.weights, self.without)):
            return self.page(request, status=422)
        self._try(set(self.without.cleaned_data["without"]))
        return self.page(request)

    def _try(self, numbers: set[str]) -> None:
        gone = {edition_of(row).key for row in self._free() if str(row.number) in numbers}
        plan, told = actions.try_plan(self.programme, self.said(), without=gone, now=timezone.now())
        today, shown = timezone.localdate(), self._shown()
        self.tried = picture_of_value(plan, told, self.communities, today)
        if shown is not None:
            was = picture_of(shown, self.communities, today)
            self.compared = compare(plan_value(shown.result), plan, was.workshops, self.tried.workshops)


def _workshop_words(row: Workshop) -> str:
    edition: dates.Edition = edition_of(row)
    return f"{row.number}: {place_words(edition)}, {convention_words(edition)}"


class Again(PlanDoor):
    """Plan again, changing as little of the programme's workshops as can be."""

    policy = "plan.change"
    template = "plan/again.html"

    def context(self, **more: Any) -> dict[str, Any]:
        kept, today = queries.plan_in_force(self.programme), timezone.localdate()
        return super().context(
            kept=kept,
            happened=queries.happened_since(kept, today) if kept else None,
            settled=queries.settled_workshops(self.programme, today),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        row = actions.plan_again(self.programme, by=self.standing(), now=timezone.now())
        if row is None:
            return redirect("plan:about", key)
        return redirect("plan:version", key, row.version)
