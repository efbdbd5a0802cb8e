"""Queue and airtime on the console."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import ConsoleDoor, Live
from tracktwo.steps.convene.views.console import ConsoleDeed
from tracktwo.steps.select.queries import list_seats


class QueuePage(ConsoleDoor):
    """The whole queue, with everything that can be done to it."""

    deed_policy = "convene.write"
    template = "convene/queue.html"

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        floor = found["floor"]
        waiting = {hand.account for hand in floor.hands} if floor else set()
        seats = list_seats(self.workshop) if self.session and self.workshop else []
        return found | {"absent": [seat for seat in seats if seat.account_id not in waiting]}


class QueueLines(Live, QueuePage):
    """The lines of that page, which ask for themselves."""

    template = "convene/queue_lines.html"


class FloorDeed(ConsoleDeed):
    """A deed on the floor; sent from the page of the whole queue it leads back there."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        answer = super().post(request, key)
        return redirect("convene:queue", key) if request.POST.get("from") == "queue" else answer

    def hand(self) -> int:
        return self.number("hand")


class GiveFloor(FloorDeed):
    def do(self) -> None:
        session, by = self.open_session(), self.standing()
        actions.give_floor(session, self.hand(), by=by, now=timezone.now(), token=self.token())


class EndTurn(FloorDeed):
    def do(self) -> None:
        actions.end_turn(self.open_session(), by=self.standing(), now=timezone.now(), token=self.token())


class MoveHand(FloorDeed):
    """Up or down by one, off the queue, or everything back to the rule."""

    def do(self) -> None:
        session, by, token = self.open_session(), self.standing(), self.token()
        match self.request.POST.get("move"):
            case "rule":
                actions.restore_rule(session, by=by, token=token)
            case "off":
                actions.drop_hand(session, self.hand(), by=by, token=token)
            case "up" | "down" as way:
                places = -1 if way == "up" else 1
                actions.move_hand(session, self.hand(), places, by=by, now=timezone.now(), token=token)
            case _:
                raise Refusal("floor.hand_unknown")


class RaiseFor(FloorDeed):
    """Whoever raises a real hand is put into the queue by the facilitator."""

    def do(self) -> None:
        account = Account.objects.filter(alias=self.request.POST.get("alias", "")).first()
        if account is None:
            raise Refusal("convene.no_seat")
        actions.raise_hand(self.open_session(), account, sender=self.account(), token=self.token())


class ShowQueue(FloorDeed):
    def do(self) -> None:
        if on_wall := self.request.POST.get("wall"):
            actions.show_on_wall(self.open_session(), on_wall, by=self.standing(), token=self.token())
        else:
            is_shown = self.request.POST.get("shown") == "yes"
            actions.show_queue(self.open_session(), is_shown, by=self.standing(), token=self.token())


class TimeSide(FloorDeed):
    """A tap: on a community, the third party, nobody, or the interpreter."""

    def do(self) -> None:
        session, by, now, token = self.open_session(), self.standing(), timezone.now(), self.token()
        side = self.request.POST.get("side", "")
        if side == "interpreter":
            actions.interpret(session, by=by, now=now, token=token)
        elif side == "nobody":
            actions.end_turn(session, by=by, now=now, token=token)
        else:
            actions.time_side(session, self.number("side") if side else None, by=by, now=now, token=token)
