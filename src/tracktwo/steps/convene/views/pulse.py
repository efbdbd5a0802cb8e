"""Check-ins, interventions, reflection, and the numbers of a workshop."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import airtime_minutes, phase_numbers
from tracktwo.steps.convene.doors import RoomDoor, SessionDoor
from tracktwo.steps.convene.models import Intervention, JointStep, Option, Restatement, Session
from tracktwo.steps.convene.pictures import round_of
from tracktwo.steps.convene.queries import last_session, list_held_sessions, list_interventions, list_reflections
from tracktwo.steps.convene.views.console import ConsoleDeed
from tracktwo.steps.convene.views.polls import numbers
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import list_communities


class AskPulse(ConsoleDeed):
    """Begin a round of check-ins, or end it."""

    def do(self) -> None:
        session, by, token = self.open_session(), self.standing(), self.token()
        if self.request.POST.get("way") == "end":
            actions.end_checkin(session, by=by, token=token)
        else:
            actions.open_checkin(session, by=by, now=timezone.now(), token=token)


class Intervene(ConsoleDeed):
    """A note of what was done, or one of the three things that a low check-in offers, done."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        answer = super().post(request, key)
        leads_apart = self.is_offered() and request.POST.get("kind") == Intervention.Kind.CAUCUS
        return redirect("convene:apart_desk", key) if leads_apart else answer

    def is_offered(self) -> bool:
        return self.request.POST.get("offered") == "yes"

    def do(self) -> None:
        session, kind = self.open_session(), self.request.POST.get("kind", "")
        deed = actions.act_on_pulse if self.is_offered() else actions.log_intervention
        deed(session, kind, by=self.standing(), now=timezone.now(), token=self.token())


class ShowRules(ConsoleDeed):
    """The ground rules on the wall, or off it."""

    def do(self) -> None:
        is_shown = self.request.POST.get("rules") == "yes"
        actions.show_rules(self.open_session(), is_shown, by=self.standing(), token=self.token())


class KeepInside(ConsoleDeed):
    """Nothing that is said in this session leaves the room."""

    def do(self) -> None:
        actions.keep_inside(self.open_session(), by=self.standing(), now=timezone.now(), token=self.token())


class CheckIn(RoomDoor):
    """How it is for me, 1 to 5, and perhaps a word."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        checkin, step = numbers([request.POST.get("checkin", "")]), numbers([request.POST.get("step", "")])
        actions.check_in(
            self.open_session(),
            checkin[0] if checkin else 0,
            step[0] if step else 0,
            request.POST.get("word", ""),
            account=self.account(),
            token=self.token(),
        )
        return redirect("convene:room", key)


class Reflect(SessionDoor):
    """The day as the facilitators saw it."""

    policy = "convene.run"
    template = "convene/reflection.html"

    def context(self, **more: Any) -> dict[str, Any]:
        last, typed = self._about(), self.request.POST if self.refusal else {}
        return super().context(
            last=last,
            reflections=list_reflections(last.workshop_id) if last else [],
            typed={name: typed.get(name, "") for name in ("moved", "stuck", "tomorrow")},
            **more,
        )

    def _about(self) -> Session | None:
        """The session that the form names, also when another was opened meanwhile; else the last one."""
        named = numbers([self.request.POST.get("session", "")])
        found = Session.objects.filter(workshop__programme=self.programme, pk__in=named).select_related("workshop")
        return found.first() or last_session(self.programme)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        last = self._about()
        if last is None:
            raise Refusal("convene.session_closed")
        texts = (request.POST.get(name, "") for name in ("moved", "stuck", "tomorrow"))
        actions.reflect(last, *texts, by=self.standing(), token=self.token())
        messages.success(request, _("Kept for the facilitators of this programme."))
        return redirect("convene:reflection", key)


class Numbers(ProgrammeDoor):
    """A workshop's closed sessions in numbers, nothing by person."""

    step = 5
    policy = "convene.numbers"
    template = "convene/numbers.html"

    def get(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        return self.page(request, number=number)

    def context(self, number: int = 0, **more: Any) -> dict[str, Any]:
        workshop = self.programme.workshops.filter(number=number).first()
        if workshop is None:
            raise Http404
        held = list(list_held_sessions(self.programme).filter(workshop=workshop))[::-1]
        restated = Restatement.objects.filter(session__in=held)
        kinds = Intervention.objects.filter(session__in=held)
        return super().context(
            workshop=workshop,
            held=held,
            phases=phase_numbers(held),
            airtime=airtime_minutes(held, list_communities(self.programme, timezone.localdate())),
            needs=restated.filter(is_accepted=True).count(),
            restated=restated.count(),
            options=Option.objects.filter(session__in=held).count(),
            steps=JointStep.objects.filter(session__in=held).count(),
            constraints=sum(session.statements.filter(state="parked").count() for session in held),
            said=sum(session.said for session in held),
            votes=sum(session.asked for session in held),
            met=sum(len(session.agreed) for session in held),
            rounds=[round_of(one) for session in held for one in session.checkins.filter(is_open=False)],
            noted=[note for session in held for note in list_interventions(session)],
            interventions=[(label, kinds.filter(kind=kind).count()) for kind, label in Intervention.Kind.choices],
            **more,
        )
