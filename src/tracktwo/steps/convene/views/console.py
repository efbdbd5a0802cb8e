"""The third party's console and the deeds on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from tracktwo.foundation.live.fragments import Together
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import ConsoleDoor, Live
from tracktwo.steps.convene.forms import StatementForm
from tracktwo.steps.convene.models import Statement

BACK = ("wall", "needs", "apart_desk")  # pages that have a button of the console too


class Console(ConsoleDoor):
    """One screen: clock and agenda, statements, vote."""

    deed_policy = "convene.write"


class ConsolePart(Live, ConsoleDoor):
    """A desk of the console that asks for itself."""

    deed_policy = "convene.write"


class ConsoleParts(Together, Live, ConsoleDoor):
    """All desks of the console in one answer."""

    deed_policy = "convene.write"
    part = ConsolePart


class Wall(ConsoleDoor):
    """Every statement and every result of the session."""

    deed_policy = "convene.write"
    template = "convene/wall.html"


class ConsoleDeed(ConsoleDoor):
    """A deed of the facilitator on the console; refused, the console is shown again with the reason."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.do()
        came_from = request.POST.get("from")
        return redirect(f"convene:{came_from}" if came_from in BACK else "convene:console", key)

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
    """Keep, park, hold, take a hold back; or go on with the chosen one to where it is said back."""

    deed_policy = "convene.write"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("state") == "needs":
            return redirect(f"{reverse('convene:needs', args=[key])}?statement={self.number('statement')}#restate")
        return super().post(request, key)

    def do(self) -> None:
        state = self.request.POST.get("state", "")
        if state == "back":
            said, token = self.number("statement"), self.token()
            return actions.show_again(self.open_session(), said, sender=self.account(), token=token)
        if state not in Statement.State.values:
            raise Refusal("convene.statement_unknown")
        return actions.sort_statement(
            self.open_session(),
            self.number("statement"),
            Statement.State(state),
            self.request.POST.get("reason", ""),
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
