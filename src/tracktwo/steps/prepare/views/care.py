"""The plan for when something happens, and a participant's own way to be reached."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert.care import called_lines
from tracktwo.steps.prepare.forms.care import CarePlanForm
from tracktwo.steps.prepare.queries import care as queries
from tracktwo.steps.programme.doors import ProgrammeDoor


class CarePlanPage(ProgrammeDoor):
    """The convener writes it; the third party and guarantors read it."""

    policy = "prepare.harm"
    deed_policy = "prepare.change"
    template = "prepare/care.html"
    step = 4
    form: CarePlanForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        plan = queries.care_plan_of(self.programme)
        may_write = can(self.request.user, "prepare.change", self.programme.compartment)
        return super().context(
            plan=plan,
            called=called_lines(plan) if plan else [],
            may_write=may_write,
            may_act=can(self.request.user, "prepare.incident", self.programme.compartment),
            may_purge=can(self.request.user, "vault.purge_see", self.programme.compartment),
            form=(self.form or CarePlanForm(plan=plan)) if may_write else None,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = CarePlanForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.keep_care_plan(
            self.programme,
            called=self.form.called(),
            lines=self.form.lines(),
            decides=self.form.cleaned_data["decides"],
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(request, _("The plan is kept. Go through it once with everybody whom it names."))
        return redirect("prepare:care", key)


class Reach(ProgrammeDoor):
    """Under a title that says nothing to whoever looks over a shoulder."""

    policy = "prepare.own"
    template = "prepare/reach.html"
    step = 4

    def context(self, **more: Any) -> dict[str, Any]:
        call = queries.help_call_of(self.programme, self.account())
        return super().context(call=call, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("deed") == "take_back":
            actions.take_back_help(self.programme, self.account())
            messages.success(request, _("Taken back. Nothing of it is kept."))
        else:
            actions.ask_help(self.programme, self.account(), timezone.now())
        return redirect("prepare:reach", key)
