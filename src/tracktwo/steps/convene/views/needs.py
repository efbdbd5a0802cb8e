"""Restatements, options and joint steps on the console."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.foundation.people.models import Role
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import ConsoleDoor
from tracktwo.steps.convene.models import OWNERS, Restatement
from tracktwo.steps.convene.queries import There, last_session, list_held, list_offered, list_parked
from tracktwo.steps.convene.views.console import ConsoleDeed

TYPED = ("text", "language", "owner", "due", "statement", "speaker", "kind", "option", "step")

EVERYTHING = There(*[True] * len(There._fields))


class Needs(ConsoleDoor):
    """Needs and fears, options and joint steps: what the workshop has worked out so far, of all its sessions.

    While no session is open it is the workshop of the session held last, to be read and not changed.
    """

    deed_policy = "convene.write"
    template = "convene/needs.html"
    fills: str = ""  # the form of the page that was sent

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(
            kinds=Restatement.Kind.choices,
            owners=[(role.value, role.label) for role in Role if role in OWNERS],
            today=timezone.localdate(),
            typed=self.typed(),
            fills=self.fills if self.refusal else "",
            chosen=self._chosen(),
            **more,
        )
        sat = self.session or last_session(self.programme)
        if self.session is None:
            found |= {"may_run": False} | (self.worked_out(sat.workshop_id, EVERYTHING) if sat else {})
        return found | {"sat": sat, **(self._said(sat.workshop_id) if sat else {})}

    def _said(self, workshop: int) -> dict[str, Any]:
        return {"parked": list_parked(workshop), "held": list_held(workshop), "offered": list_offered(workshop)}

    def _chosen(self) -> dict[str, str]:
        """The statement that each form begins with: the one that was sent, or that somebody came here with."""
        came_with, sent = self.request.GET.get("statement", ""), self.request.POST.get("statement", "")
        fills = self.fills if self.refusal else ""
        return {form: sent if fills == form else came_with for form in ("restate", "option")}

    def typed(self) -> dict[str, str]:
        """What was sent, as it was; ``fills`` says into which form it goes back."""
        return {name: self.request.POST.get(name, "") for name in TYPED}


class NeedsDeed(Needs, ConsoleDeed):
    """A deed on that page; refused, the page comes back with what was typed."""

    deed_policy = "convene.run"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.do()
        return redirect("convene:needs", key)

    def ticked(self) -> list[int]:
        typed = self.request.POST.getlist("needs")
        return [int(number) for number in typed if number.isascii() and number.isdigit() and len(number) < 10]


class BeginRestatement(NeedsDeed):
    fills = "restate"

    def do(self) -> None:
        session, kind = self.open_session(), self.request.POST.get("kind", "")
        statement, speaker = self.number("statement"), self.number("speaker")
        actions.begin_restatement(session, statement, speaker, kind, by=self.standing(), token=self.token())

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.do()
        return redirect("convene:console", key)


class RestatementDeed(ConsoleDeed):
    """On the console itself: it is pressed between two sentences."""


class WriteRestatement(RestatementDeed):
    deed_policy = "convene.write"

    def do(self) -> None:
        actions.write_restatement(
            self.open_session(),
            self.number("restatement"),
            self.number("side"),
            self.request.POST.get("words", ""),
            self.request.POST.get("language", ""),
            by=self.standing(),
            token=self.token(),
        )


class AnswerRestatement(RestatementDeed):
    def do(self) -> None:
        actions.answer_restatement(
            self.open_session(),
            self.number("restatement"),
            self.number("side"),
            self.request.POST.get("right") == "yes",
            by=self.standing(),
            now=timezone.now(),
            token=self.token(),
        )


class SetAside(RestatementDeed):
    """Leave a restatement, or take it up again."""

    def do(self) -> None:
        takes_up = self.request.POST.get("way") == "up"
        deed = actions.take_restatement_up if takes_up else actions.set_restatement_aside
        deed(self.open_session(), self.number("restatement"), by=self.standing(), token=self.token())


class LookAtAssent(RestatementDeed):
    def do(self) -> None:
        actions.end_assent(self.open_session(), self.number("assent"), by=self.standing(), token=self.token())


class AddOption(NeedsDeed):
    fills = "option"

    def do(self) -> None:
        session, by, token = self.open_session(), self.standing(), self.token()
        if "option" in self.request.POST:
            actions.change_needs(session, self.number("option"), self.ticked(), by=by, token=token)
        else:
            actions.take_up_option(session, self.number("statement"), self.ticked(), by=by, token=token)


class AddStep(NeedsDeed):
    """A joint step: added, corrected, or taken away."""

    fills = "step"

    def do(self) -> None:
        session, step, by, token = self.open_session(), self.number("step"), self.standing(), self.token()
        if self.request.POST.get("way") == "drop":
            actions.drop_step(session, step, by=by, token=token)
        elif "step" in self.request.POST:
            actions.change_step(session, step, self._typed_step(), by=by, now=timezone.now(), token=token)
        else:
            actions.add_step(session, self._typed_step(), by=by, now=timezone.now(), token=token)

    def _typed_step(self) -> actions.Step:
        sent = self.request.POST
        option = self.number("option") if sent.get("option") else None
        return actions.Step(sent.get("text", ""), sent.get("language", ""), sent.get("owner", ""), self._due(), option)

    def _due(self) -> date | None:
        try:
            return date.fromisoformat(self.request.POST.get("due", ""))
        except ValueError:
            return None
