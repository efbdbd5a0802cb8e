"""The workshop of the day on one page, opening a session, closing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import (
    HOURS_A_DAY,
    PhaseFace,
    day_faces,
    phase_faces,
    planned_phases,
    sheet_of_planned,
)
from tracktwo.steps.convene.doors import ConsoleDoor, SessionDoor
from tracktwo.steps.convene.forms import OpenForm
from tracktwo.steps.convene.queries import (
    access_seat,
    list_held_sessions,
    list_open_caucuses,
    list_planned,
    next_planned,
)
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_day
from tracktwo.steps.prepare.queries import clearance_of
from tracktwo.steps.programme.convert import line_faces
from tracktwo.steps.programme.models import AgendaTemplate
from tracktwo.steps.programme.queries import current_agenda
from tracktwo.steps.select.queries import count_remote


def planned_minutes(workshop: Workshop) -> int:
    """The sitting time that the workshop's days have room for."""
    return ((workshop.ends_on - workshop.starts_on).days + 1) * HOURS_A_DAY * 60


class About(SessionDoor):
    """Step 5 on one page: the workshop of the day, its agenda in minutes, what has been held. No word that was said."""

    policy = "convene.see"
    template = "convene/about.html"

    def _phases(self, agenda: AgendaTemplate | None) -> tuple[PhaseFace, ...]:
        if self.face:
            return self.face.phases
        if agenda is None or self.workshop is None or self._is_at_convention():
            return ()
        return phase_faces(planned_phases(agenda, planned_minutes(self.workshop)), words=agenda.words)

    def _is_at_convention(self) -> bool:
        return self.workshop is not None and self.workshop.ends_on < self.today

    def context(self, **more: Any) -> dict[str, Any]:
        agenda, compartment = current_agenda(self.programme), self.programme.compartment
        phases, seat = self._phases(agenda), access_seat(self.account(), self.programme, timezone.now())
        apart = list_open_caucuses(self.workshop) if self.workshop and seat else []
        return super().context(
            own_apart=next((one for one in apart if seat and one.side == seat.community.number), None),
            agenda=agenda,
            phases=phases,
            total=sum(phase.minutes for phase in phases),
            may_run=can(self.account(), "convene.run", compartment),
            may_count=can(self.account(), "convene.numbers", compartment),
            may_write=can(self.account(), "convene.write", compartment),
            seat=seat,
            held=list_held_sessions(self.programme),
            days=day_faces(list_planned(self.workshop), self.sides) if self.workshop else [],
            convention_until=last_day(self.workshop) if self.workshop and self._is_at_convention() else None,
            may_plan=can(self.account(), "convene.plan", compartment),
            may_see_rooms=can(self.account(), "prepare.see", compartment),
            **more,
        )


class Open(SessionDoor):
    """Open a session."""

    policy = "convene.run"
    template = "convene/open.html"
    open_form: OpenForm | None = None

    def _form(self, typed: Any = None) -> OpenForm:
        agenda = current_agenda(self.programme)
        keys = [key for key, share in agenda.phases if share > 0] if agenda else []
        is_before = self.workshop is not None and self.workshop.ends_on >= self.today  # its convention
        initial = {"minutes": planned_minutes(self.workshop) if self.workshop and is_before else None}
        return OpenForm(typed, keys=keys, words=agenda.words if agenda else {}, initial=initial)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            open_form=self.open_form or self._form(),
            agenda=current_agenda(self.programme),
            clearance=clearance_of(self.workshop) if self.workshop else None,
            afar=count_remote(self.workshop) if self.workshop else 0,
            **self._planned(),
            **more,
        )

    def _planned(self) -> dict[str, Any]:
        """The sitting that comes next by the plan."""
        planned = next_planned(self.workshop, timezone.now()) if self.workshop else None
        alone = next((one for one in self.sides if planned and one.number == planned.side), None)
        lines = line_faces(sheet_of_planned(planned)) if planned else []
        return {"planned": planned, "planned_lines": lines, "alone": alone}

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.open_form = self._form(request.POST)
        if self.workshop is None:
            raise Refusal("convene.no_workshop")
        if not self.open_form.is_valid():
            return self.page(request, status=422)
        actions.open_session(
            self.workshop, **self.open_form.cleaned_data, by=self.standing(), now=timezone.now(), token=self.token()
        )
        return redirect("convene:console", key)


class Close(ConsoleDoor):
    """Close the session, after a page that says what is erased and what stays."""

    policy = "convene.run"
    template = "convene/close.html"

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(asked=self.session.asked if self.session else 0, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.close_session(self.open_session(), by=self.standing(), now=timezone.now(), token=self.token())
        messages.success(
            request,
            _("The session is closed. The clock’s presses are erased; who voted was erased when each vote closed."),
        )
        return redirect("convene:reflection", key)  # while the day is still fresh
