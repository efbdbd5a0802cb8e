"""One pool: who could be chosen, its rules, what they would do, and asking for a cohort."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import Answer, odds, percent, quota_lines, what_if
from tracktwo.steps.select.convert.questions import QuotaLine, Ranges
from tracktwo.steps.select.forms import ComputeForm, CrossForm, NumberForm, QuotasForm, TieForm
from tracktwo.steps.select.models import Pool
from tracktwo.steps.select.pictures import answer_pictures
from tracktwo.steps.select.queries import access_pools, latest_cohort, scores_in
from tracktwo.steps.select.views.doors import SelectDoor
from tracktwo.steps.select.views.shown import barred_lines, member_lines


class PoolPage(SelectDoor):
    """The rules of a pool with their answer. A GET with quotas in it asks what those would do, and changes nothing."""

    policy = "select.see"
    deed_policy = "select.change"
    template = "select/pool.html"
    form: QuotasForm | None = None
    compute: ComputeForm | None = None
    tying: TieForm | None = None
    crossing: CrossForm | None = None

    @cached_property
    def pool(self) -> Pool:
        pool = access_pools(self.programme).filter(pk=self.kwargs["pool"]).first()
        if pool is None:
            raise Http404
        return pool

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.pool.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    @cached_property
    def lines(self) -> list[QuotaLine]:
        return quota_lines(self.pool, self.names())

    @cached_property
    def assessed(self) -> bool:
        """Has everybody in the pool a score, so that suitability can be asked for?"""
        return scores_in(self.pool) is not None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if any(name.startswith("least.") for name in request.GET):
            self.form = QuotasForm(request.GET, lines=self.lines)
        if request.headers.get("X-Asks"):
            return render(request, "select/asked.html", self.context())
        return self.page(request)

    def context(self, **more: Any) -> dict[str, Any]:
        cohort = latest_cohort(self.pool)
        form = self.form or QuotasForm(lines=self.lines)
        return super().context(
            pool=self.pool,
            people=self.pool.members.count(),
            form=form,
            asking=form.is_bound,
            compute=self.compute or ComputeForm(assessed=self.assessed),
            cohort=cohort,
            **self._rules(),
            **self._answered(form),
            **self.why_not(cohort),
            may_change=self.may("select.change"),
            **more,
        )

    def _rules(self) -> dict[str, Any]:
        members = member_lines(self.pool, self.own_side(), self.names())
        visible = {member.label for member in members}
        ties = [(tie, [one.label for one in tie.members.all()]) for tie in self.pool.ties.prefetch_related("members")]
        return {
            "members": members,
            "ties": [(tie, labels) for tie, labels in ties if visible.issuperset(labels)],
            "hidden_ties": sum(not visible.issuperset(labels) for _tie, labels in ties),
            "tying": self.tying or TieForm(labels=sorted(visible)),
            "crossing": self.crossing or CrossForm(lines=self.lines),
        }

    def _answered(self, form: QuotasForm) -> dict[str, Any]:
        """The answer to what is typed, or to the quotas as they stand; none where the numbers are none."""
        if form.is_bound and not form.is_valid():
            return {"answer": None}
        answer = what_if(self.pool, self.names(), form.ranges() if form.is_bound else None)
        return {"answer": answer, **self._told(answer, form.ranges() if form.is_bound else {})}

    def _told(self, answer: Answer, ranges: Ranges) -> dict[str, Any]:
        least = answer.least if answer.lottery else None
        return {
            "odds": odds(least) if least is not None else "",
            "percent": percent(least) if least is not None else "",
            "barred": barred_lines(self.pool, answer, self.own_side()),
            **answer_pictures(self.pool, answer, self.names(), ranges),
        }

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        self.form = QuotasForm(request.POST, lines=self.lines)
        if not self.form.is_valid():
            return self.page(request, status=422)
        if "look" in request.POST:
            return self.page(request)
        actions.set_quotas(self.pool, self.form.ranges(), by=self.standing(), now=timezone.now())
        messages.success(request, _("The quotas are set."))
        return redirect("select:pool", key, pool)


class Compute(PoolPage):
    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        self.compute = ComputeForm(request.POST, assessed=self.assessed)
        if not self.compute.is_valid():
            return self.page(request, status=422)
        cohort = actions.ask_for_cohort(self.pool, **self.compute.cleaned_data, now=timezone.now())
        return redirect("select:cohort", key, cohort.pk)


class Rules(PoolPage):
    """Ties and crossed quotas: one address, the button says which deed."""

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        deed = {"tie": self._tie, "cross": self._cross, "untie": self._drop, "uncross": self._drop}
        done = deed.get(request.POST.get("deed", ""), self._nothing)(request)
        if not done:
            return self.page(request, status=422)
        messages.success(request, _("The rules are set."))
        return redirect("select:pool", key, pool)

    def _nothing(self, request: HttpRequest) -> bool:
        return False

    def _tie(self, request: HttpRequest) -> bool:
        labels = sorted(member.label for member in self.pool.members.all())
        self.tying = TieForm(request.POST, labels=labels)
        if not self.tying.is_valid():
            return False
        typed = self.tying.cleaned_data
        actions.tie(self.pool, typed["kind"], typed["members"], by=self.standing(), now=timezone.now())
        return True

    def _cross(self, request: HttpRequest) -> bool:
        self.crossing = CrossForm(request.POST, lines=self.lines)
        if not self.crossing.is_valid():
            return False
        ends = self.crossing.cleaned_data["least"], self.crossing.cleaned_data["most"]
        actions.cross(self.pool, *self.crossing.pairs(), *ends, by=self.standing(), now=timezone.now())
        return True

    def _drop(self, request: HttpRequest) -> bool:
        form = NumberForm(request.POST)
        if not form.is_valid():
            return False
        drop = actions.untie if request.POST["deed"] == "untie" else actions.uncross
        drop(self.pool, form.cleaned_data["number"], by=self.standing(), now=timezone.now())
        return True
