"""The sittings of a workshop: planned by day, each with its phases, and opened as planned."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.methods.floor import whole
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import day_faces, sheet_of_planned
from tracktwo.steps.convene.doors import SessionDoor
from tracktwo.steps.convene.forms import PlaceForm
from tracktwo.steps.convene.models import PlannedSession
from tracktwo.steps.convene.queries import list_planned, may_sit
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_day
from tracktwo.steps.prepare.queries import clearance_of
from tracktwo.steps.programme.convert import LONGEST, edited, phase_label, phases_to_add
from tracktwo.steps.programme.queries import current_agenda
from tracktwo.steps.programme.views.agenda import touched, typed_faces, whole_number

STEP = 5  # minutes that a press makes a phase longer or shorter


class Sessions(SessionDoor):
    """Everything that is planned for a workshop, day by day; for everybody inside."""

    policy = "convene.see"
    deed_policy = "convene.plan"
    template = "convene/sessions.html"
    place_form: PlaceForm | None = None

    def of(self) -> Workshop:
        """The workshop that the address speaks of; 404 where there is none."""
        workshop = self.programme.workshops.filter(number=self.kwargs["workshop"]).select_related("edition").first()
        if workshop is None:
            raise Http404
        return workshop

    def context(self, **more: Any) -> dict[str, Any]:
        workshop, agenda = self.of(), current_agenda(self.programme)
        days = day_faces(list_planned(workshop), self.sides)
        words = agenda.words if agenda else {}
        return super().context(
            days=days,
            planned_for=workshop,
            last_day=last_day(workshop),
            total=sum(day.minutes for day in days),
            agenda=agenda,
            phases=[(key, phase_label(key, words)) for key, share in agenda.phases if share] if agenda else [],
            place_form=self.place_form or self._place({"day": workshop.starts_on, "minutes": 90}),
            may_plan=can(self.account(), "convene.plan", self.programme.compartment),
            may_run=can(self.account(), "convene.run", self.programme.compartment),
            **more,
        )

    def _place(self, initial: dict[str, Any] | None = None, typed: Any = None) -> PlaceForm:
        return PlaceForm(typed, initial=initial, communities=self.sides)

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        if request.POST.get("do") == "lay_out":
            a_day, minutes = (whole_number(request.POST.get(name, "")) for name in ("a_day", "minutes"))
            actions.lay_out_sessions(self.of(), a_day, minutes)
            return redirect("convene:sessions", key, workshop)
        self.place_form = self._place(typed=request.POST)
        if not self.place_form.is_valid():
            return self.page(request, status=422)
        phases = request.POST.getlist("phases")
        actions.add_planned(self.of(), **self.place_form.cleaned_data, phases=phases)
        return redirect("convene:sessions", key, workshop)


class SessionPlan(Sessions):
    """One sitting: its phases in minutes, its day and hour."""

    policy = "convene.plan"
    template = "convene/session_plan.html"

    def planned(self) -> PlannedSession:
        found = list_planned(self.of()).filter(number=self.kwargs["number"]).first()
        if found is None:
            raise Http404
        return found

    def _may_open(self, planned: PlannedSession) -> bool:
        """Today or late; while a session is open only a community may go apart."""
        now = timezone.now()
        may_now = self.session is None or planned.side is not None
        return may_now and planned.day <= day_at(planned.workshop, now) and may_sit(planned.workshop, now)

    def context(self, **more: Any) -> dict[str, Any]:
        planned = self.planned()
        sheet = sheet_of_planned(planned)
        initial = {name: getattr(planned, name) for name in ("day", "begins", "minutes", "side")}
        self.place_form = self.place_form or self._place(initial)
        return super().context(
            planned=planned,
            lines=typed_faces(sheet, self.request.POST if self.refusal else {}),
            sum_of_lines=whole(sheet.lines),
            revision=planned.revision,
            to_add=phases_to_add(sheet),
            longest=LONGEST,
            at=self.request.GET.get("at", ""),
            may_open=self._may_open(planned),
            alone=next((one for one in self.sides if one.number == planned.side), None),
            **more,
        )

    def post(self, request: HttpRequest, key: str, workshop: int, number: int) -> HttpResponseBase:
        do, planned = request.POST.get("do", ""), self.planned()
        if do == "drop":
            actions.drop_planned(planned)
            messages.success(request, _("The sitting is off the plan."))
            return redirect("convene:sessions", key, workshop)
        if do == "place":
            self.place_form = self._place(typed=request.POST)
            if not self.place_form.is_valid():
                return self.page(request, status=422)
            actions.move_planned(planned, **self.place_form.cleaned_data)
        else:
            typed, language = request.POST.dict(), translation.get_language() or "en"
            seen = whole_number(request.POST.get("seen", ""))
            actions.edit_planned(planned, lambda sheet: edited(sheet, typed, language, STEP), seen=seen)
        return redirect(f"{reverse('convene:session_plan', args=[key, workshop, number])}{touched(do)}")


class OpenPlanned(SessionDoor):
    """Open the sitting as it is planned."""

    policy = "convene.run"
    template = "convene/open.html"

    def get(self, request: HttpRequest, key: str) -> HttpResponseBase:
        return redirect("convene:open", key)

    def context(self, **more: Any) -> dict[str, Any]:
        clearance = clearance_of(self.workshop) if self.workshop else None
        return super().context(agenda=current_agenda(self.programme), clearance=clearance, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        of, number = (whole_number(request.POST.get(name, "")) for name in ("workshop", "number"))
        workshop = self.programme.workshops.filter(number=of).first()
        planned = list_planned(workshop).filter(number=number).first() if workshop else None
        if planned is None:
            raise Refusal("convene.session_begun")
        actions.open_planned(planned, by=self.standing(), now=timezone.now(), token=self.token())
        return redirect("convene:console" if planned.side is None else "convene:apart_desk", key)
