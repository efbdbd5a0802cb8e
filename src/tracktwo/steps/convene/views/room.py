"""A participant's phone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from tracktwo.foundation.live.fragments import Together
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import Live, RoomDoor
from tracktwo.steps.convene.forms import StatementForm


class Room(RoomDoor):
    """A participant's phone: the phase, the vote, the statements, one field to write in."""

    def context(self, **more: Any) -> dict[str, Any]:
        # In the address and not in the session: nothing in the database says that this account has just written.
        return super().context(sent="sent" in self.request.GET, **more)


class RoomPart(Live, RoomDoor):
    """A part of the phone's page that asks for itself."""


class RoomParts(Together, Live, RoomDoor):
    """The parts of the phone's page in one answer: one request from a bad line, and one context to work out."""

    part = RoomPart


class Rules(RoomDoor):
    """Ground rules, the rule of the queue, and the queue itself where the facilitator shows it."""

    template = "convene/rules.html"


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


class Queue(RoomDoor):
    """Ask to speak, or leave the queue again."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        deed = actions.lower_hand if request.POST.get("hand") == "down" else actions.raise_hand
        deed(self.open_session(), self.account(), sender=self.account(), token=self.token())
        return redirect("convene:room", key)


class AnswerAssent(RoomDoor):
    """Of those who spoke: that is it, or not yet."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        typed, is_right = request.POST.get("assent", ""), request.POST.get("right") == "yes"
        asked = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
        actions.assent(self.open_session(), asked, is_right, account=self.account(), token=self.token())
        return redirect("convene:room", key)
