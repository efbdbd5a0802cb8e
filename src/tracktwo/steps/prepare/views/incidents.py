"""Something has happened: one tap from every page of the third party; and what everybody else is told."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert.care import called_lines, count_lessons, step_lines
from tracktwo.steps.prepare.forms.care import IncidentForm, LessonForm, LostForm
from tracktwo.steps.prepare.models import HelpCall, Incident
from tracktwo.steps.prepare.queries import care as queries
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import in_order_of_day


class Happened(ProgrammeDoor):
    """Five kinds to choose from, what is open, who asks to be reached, and what earlier ones taught."""

    policy = "prepare.incident"
    template = "prepare/happened.html"
    step = 4

    def context(self, **more: Any) -> dict[str, Any]:
        incidents = list(queries.access_incidents(self.programme))
        closed = [one for one in incidents if one.closed_at is not None]
        return super().context(
            everybody_told=False,  # the page itself says more than the banner
            kinds=Incident.Kind.choices,
            open_incidents=[one for one in incidents if one.closed_at is None],
            closed=len(closed),
            closed_incidents=closed,
            lessons=count_lessons(closed),
            calls=queries.list_calls(self.programme),
            plan=queries.care_plan_of(self.programme),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("call"):
            return self.reached(request, key)
        form = IncidentForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        kind = form.cleaned_data["kind"]
        opened = actions.open_incident(self.programme, kind, by=self.standing(), now=timezone.now())
        return redirect("prepare:incident", key, opened.number)

    def reached(self, request: HttpRequest, key: str) -> HttpResponseBase:
        calls = {str(line.call.pk): line.call for line in queries.list_calls(self.programme)}
        call = calls.get(request.POST["call"], HelpCall())
        actions.answer_help(call, by=self.standing(), now=timezone.now())
        messages.success(request, _("Noted that they were reached. Nothing else of it is kept."))
        return redirect("prepare:happened", key)


class IncidentPage(ProgrammeDoor):
    """The steps of one incident, the line to copy, and who has not said to be safe."""

    policy = "prepare.incident"
    template = "prepare/incident.html"
    step = 4

    @cached_property
    def incident(self) -> Incident:
        return get_object_or_404(queries.access_incidents(self.programme), number=self.kwargs["number"])

    def context(self, **more: Any) -> dict[str, Any]:
        plan, lines = queries.care_plan_of(self.programme), self.lines()
        heard, unheard = queries.list_unheard(self.incident)
        return super().context(
            everybody_told=False,
            incident=self.incident,
            lines=lines,
            first=next((line for line in lines if line.done_at is None), None),
            done=sum(line.done_at is not None for line in lines),
            plan=plan,
            called=called_lines(plan) if plan else [],
            own_language=get_language() or "en",
            heard=heard,
            unheard=in_order_of_day(self.programme, unheard, timezone.localdate(), lambda line: line.side),
            may_purge=can(self.request.user, "vault.purge_see", self.programme.compartment),
            form=LessonForm(),
            lost=LostForm(accounts=queries.list_accounts(self.programme)) if self.is_lost else None,
            **more,
        )

    @property
    def is_lost(self) -> bool:
        return self.incident.kind == Incident.Kind.DEVICE and self.incident.closed_at is None

    def lines(self) -> list[Any]:
        return step_lines(self.incident.kind, queries.done_steps(self.incident))

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        if request.POST.get("deed") == "close":
            return self.close(request, key)
        if request.POST.get("deed") == "lost" and self.is_lost:
            return self.end_sessions(request, key, number)
        actions.do_step(self.incident, request.POST.get("step", ""), by=self.standing(), now=timezone.now())
        self.__dict__.pop("incident", None)
        return redirect("prepare:incident", key, number)

    def end_sessions(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = LostForm(request.POST, accounts=queries.list_accounts(self.programme))
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        by, now = self.standing(), timezone.now()
        actions.end_sessions_of(form.chosen(), self.programme, by=by, now=now)
        actions.do_step(self.incident, "sessions", by=by, now=now)
        messages.success(request, _("Ended on every device."))
        return redirect("prepare:incident", key, number)

    def close(self, request: HttpRequest, key: str) -> HttpResponseBase:
        form = LessonForm(request.POST)
        lessons = form.cleaned_data["lessons"] if form.is_valid() else []
        actions.close_incident(self.incident, lessons, by=self.standing(), now=timezone.now())
        messages.success(request, _("Closed. What it taught is kept as counts; who answered is destroyed."))
        return redirect("prepare:happened", key)


class Told(ProgrammeDoor):
    """Everybody inside reads that something has happened, not what, and can say to be safe."""

    policy = "prepare.told"
    template = "prepare/told.html"
    step = 4

    def context(self, **more: Any) -> dict[str, Any]:
        incident = queries.told_incident(self.programme)
        return super().context(
            everybody_told=False,
            incident=incident,
            said=incident is not None and queries.has_said_safe(incident, self.account()),
            line=queries.agreed_line(self.programme, get_language() or "en"),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.say_safe(queries.told_incident(self.programme), self.account())
        return redirect("prepare:told", key)
