"""Pages of step 5."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import HOURS_A_DAY, PhaseFace, phase_faces, planned_phases
from tracktwo.steps.convene.doors import ConsoleDoor, Live, RoomDoor, SessionDoor
from tracktwo.steps.convene.forms import OpenForm, StatementForm
from tracktwo.steps.convene.models import Statement
from tracktwo.steps.convene.queries import access_seat, list_held_sessions
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import AgendaTemplate
from tracktwo.steps.programme.queries import current_agenda


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
        if agenda is None or self.workshop is None:
            return ()
        return phase_faces(planned_phases(agenda, planned_minutes(self.workshop)))

    def context(self, **more: Any) -> dict[str, Any]:
        agenda, compartment = current_agenda(self.programme), self.programme.compartment
        phases = self._phases(agenda)
        return super().context(
            agenda=agenda,
            phases=phases,
            total=sum(phase.minutes for phase in phases),
            may_run=can(self.account(), "convene.run", compartment),
            may_write=can(self.account(), "convene.write", compartment),
            seat=access_seat(self.account(), self.programme, timezone.localdate()),
            held=list_held_sessions(self.programme),
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
        initial = {"minutes": planned_minutes(self.workshop) if self.workshop else None}
        return OpenForm(typed, keys=keys, initial=initial)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(open_form=self.open_form or self._form(), agenda=current_agenda(self.programme), **more)

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


class Console(ConsoleDoor):
    """One screen: clock and agenda, statements, vote."""

    deed_policy = "convene.write"


class ConsolePart(Live, ConsoleDoor):
    """A desk of the console that asks for itself."""

    deed_policy = "convene.write"


class ConsoleDeed(ConsoleDoor):
    """A deed of the facilitator on the console; refused, the console is shown again with the reason."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.do()
        return redirect("convene:console", key)

    def do(self) -> None:
        raise NotImplementedError

    def number(self, field: str) -> int:
        """A whole number of the form; nought, which is nobody's number, for anything else."""
        typed = self.request.POST.get(field, "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


class ClockDeed(ConsoleDeed):
    def do(self) -> None:
        press = self.request.POST.get("press", "")
        if press not in set(Press):
            raise Refusal("convene.press_unknown")
        actions.press_clock(
            self.open_session(),
            Press(press),
            seen=self.number("seen"),
            minutes=self.number("minutes") if press == Press.ADD else 0,
            by=self.standing(),
            now=timezone.now(),
            token=self.token(),
        )


class Write(ConsoleDeed):
    """The third party writes a statement down; it too stands without an author."""

    deed_policy = "convene.write"

    def do(self) -> None:
        self.form = StatementForm(self.request.POST)
        actions.write_statement(
            self.open_session(),
            self.request.POST.get("text", ""),
            self.request.POST.get("language", ""),
            sender=self.account(),
            now=timezone.now(),
            token=self.token(),
        )


class Sort(ConsoleDeed):
    deed_policy = "convene.write"

    def do(self) -> None:
        state = self.request.POST.get("state", "")
        if state not in Statement.State.values:
            raise Refusal("convene.statement_unknown")
        actions.sort_statement(
            self.open_session(),
            self.number("statement"),
            Statement.State(state),
            sender=self.account(),
            token=self.token(),
        )


class OpenVote(ConsoleDeed):
    def do(self) -> None:
        actions.open_vote(self.open_session(), self.number("statement"), by=self.standing(), token=self.token())


class CloseVote(ConsoleDeed):
    def do(self) -> None:
        sides = self.programme.communities.values_list("number", flat=True)
        typed = {side: self.request.POST.get(f"word_{side}") for side in sides}
        actions.close_vote(
            self.open_session(),
            self.number("vote"),
            {side: word == "yes" for side, word in typed.items() if word in {"yes", "no"}},
            by=self.standing(),
            now=timezone.now(),
            token=self.token(),
        )


class WithdrawVote(ConsoleDeed):
    def do(self) -> None:
        actions.withdraw_vote(self.open_session(), self.number("vote"), by=self.standing(), token=self.token())


class Close(ConsoleDoor):
    """Close the session, after a page that says what is erased and what stays."""

    policy = "convene.run"
    template = "convene/close.html"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.close_session(self.open_session(), by=self.standing(), now=timezone.now(), token=self.token())
        messages.success(
            request,
            _("The session is closed. The clock’s presses are erased; who voted was erased when each vote closed."),
        )
        return redirect("convene:about", key)


class Room(RoomDoor):
    """A participant's phone: the phase, the vote, the statements, one field to write in."""

    def context(self, **more: Any) -> dict[str, Any]:
        # In the address and not in the session: nothing in the database says that this account has just written.
        return super().context(sent="sent" in self.request.GET, **more)


class RoomPart(Live, RoomDoor):
    """A part of the phone's page that asks for itself."""


class Say(RoomDoor):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = StatementForm(request.POST)
        actions.write_statement(
            self.open_session(),
            request.POST.get("text", ""),
            request.POST.get("language", ""),
            sender=self.account(),
            now=timezone.now(),
            token=self.token(),
        )
        return redirect(f"{reverse('convene:room', args=[key])}?sent")


class Answer(RoomDoor):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        vote = request.POST.get("vote", "")
        actions.cast_vote(
            self.open_session(),
            int(vote) if vote.isascii() and vote.isdigit() and len(vote) < 10 else 0,
            request.POST.get("answer", ""),
            account=self.account(),
            token=self.token(),
        )
        return redirect("convene:room", key)
