"""Approval, ranking and consent: asked on the console, answered on a phone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import RoomDoor
from tracktwo.steps.convene.models import Poll
from tracktwo.steps.convene.queries import open_poll
from tracktwo.steps.convene.views.console import ConsoleDeed


def numbers(typed: list[str]) -> list[int]:
    """The whole numbers among them, in their order."""
    return [int(number) for number in typed if number.isascii() and number.isdigit() and len(number) < 10]


class OpenPoll(ConsoleDeed):
    def do(self) -> None:
        kind, statements = self.request.POST.get("kind", ""), numbers(self.request.POST.getlist("ask"))
        actions.open_poll(self.open_session(), kind, statements, by=self.standing(), token=self.token())


class ClosePoll(ConsoleDeed):
    """With the word of each community that affirms aloud: which of the statements it agrees to."""

    def do(self) -> None:
        session = self.open_session()
        poll = open_poll(session)
        words = self._words(poll) if poll else {}  # without one only a form that comes again is not refused
        by, token = self.standing(), self.token()
        actions.close_poll(session, self.number("poll"), words, by=by, now=timezone.now(), token=token)

    def _words(self, poll: Poll) -> dict[int, list[bool]]:
        words = {}
        for side in self.programme.communities.values_list("number", flat=True):
            if self.request.POST.get(f"heard_{side}"):
                agreed = set(numbers(self.request.POST.getlist(f"agrees_{side}")))
                words[side] = [pk in agreed for pk in poll.candidates]
        return words


class WithdrawPoll(ConsoleDeed):
    def do(self) -> None:
        actions.withdraw_poll(self.open_session(), self.number("poll"), by=self.standing(), token=self.token())


class AnswerPoll(RoomDoor):
    """A person's answer, turned into places; it is handed on and kept nowhere."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        session, asked = self.open_session(), (numbers([request.POST.get("poll", "")]) or [0])[0]
        poll = session.polls.filter(pk=asked).first()
        answer = self._answer(poll) if poll else []
        actions.cast_poll(session, asked, answer, account=self.account(), token=self.token())
        return redirect("convene:room", key)

    def _answer(self, poll: Poll) -> list[int]:
        if poll.kind != Poll.Kind.RANKING:
            return numbers(self.request.POST.getlist("place"))
        places = numbers([self.request.POST.get(f"rank_{pk}", "") for pk in poll.candidates])
        if sorted(places) != list(range(1, len(poll.candidates) + 1)):
            raise Refusal("counts.poll_answer")
        return sorted(range(len(places)), key=lambda candidate: places[candidate])
