"""Meetings of one community before a workshop, as far as the reader may know of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import day_at, zone_names, zone_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions import meetings as actions
from tracktwo.steps.prepare.convert.meetings import meeting_line
from tracktwo.steps.prepare.forms.meetings import MeetingForm
from tracktwo.steps.prepare.queries import meetings as queries
from tracktwo.steps.prepare.views.journeys import WorkshopDoor
from tracktwo.steps.programme.queries import list_communities


class Meetings(WorkshopDoor):
    policy = "prepare.see"
    deed_policy = "prepare.meet"
    template = "prepare/meetings.html"
    form: MeetingForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        now = timezone.now()
        seen = queries.access_meetings(self.account(), self.programme).filter(workshop=self.workshop)
        may_meet = can(self.request.user, "prepare.meet", self.programme.compartment)
        return super().context(
            lines=[meeting_line(meeting, now) for meeting in seen],
            unmet=queries.communities_unmet(self.workshop) if may_meet else [],
            ahead=self._is_ahead(now),
            may_meet=may_meet,
            others=[one for one in queries.workshops_met(self.programme, now) if one != self.workshop],
            form=self.form or self._form(),
            zones=zone_names(),
            **more,
        )

    def _is_ahead(self, now: datetime) -> bool:
        is_planned = self.workshop.standing == Workshop.Standing.PLANNED
        return is_planned and self.workshop.starts_on > day_at(self.workshop, now)

    def _form(self, said: Any = None) -> MeetingForm:
        return MeetingForm(
            said,
            communities=list_communities(self.programme, timezone.localdate()),
            facilitators=queries.facilitators_of(self.programme),
            initial={"zone": zone_of(self.workshop)},
        )

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        if "off" in request.POST:
            return self._call_off(request.POST["off"])
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.arrange_meeting(self.workshop, **self.form.said(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Arranged. Only this community and the third party see it."))
        return redirect("prepare:meetings", key, number)

    def _call_off(self, which: str) -> HttpResponseBase:
        meeting = self.workshop.meetings.filter(pk=which).first() if which.isdigit() else None
        if meeting is None:
            raise Refusal("prepare.meeting_gone")
        actions.call_off_meeting(meeting, by=self.standing(), now=timezone.now())
        messages.success(self.request, _("Called off. Calendars show it as cancelled."))
        return redirect("prepare:meetings", self.programme.key, self.workshop.number)
