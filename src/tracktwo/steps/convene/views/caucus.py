"""Talking apart: the facilitator's list of it, and a community's own room."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.foundation.live.fragments import LiveFragment
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import apart_face, hands_apart, minutes_left
from tracktwo.steps.convene.doors import Covered, SessionDoor
from tracktwo.steps.convene.forms import StatementForm
from tracktwo.steps.convene.models import Caucus, Intervention
from tracktwo.steps.convene.queries import access_caucus, list_interventions, list_open_caucuses
from tracktwo.steps.programme.views.agenda import whole_number


class ApartDesk(SessionDoor):
    """Which communities talk apart, for how long; calling them apart and back. Not a word of what they say."""

    policy = "convene.run"
    template = "convene/apart_desk.html"

    def context(self, **more: Any) -> dict[str, Any]:
        now, open_ = timezone.now(), {}
        if self.workshop:
            open_ = {caucus.side: caucus for caucus in list_open_caucuses(self.workshop)}
        rows = [(side, open_.get(side.number)) for side in self.sides]
        told = [(side, caucus, minutes_left(caucus, now) if caucus else 0) for side, caucus in rows]
        notes = list_interventions(self.session) if self.session else []
        offered = notes[-1] if notes and notes[-1].kind == Intervention.Kind.CAUCUS else None
        return super().context(rows=told, offered=offered, is_covered=self.is_covered, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.workshop is None:
            raise Refusal("convene.no_workshop")
        by, now, token = self.standing(), timezone.now(), self.token()
        side = whole_number(request.POST.get("side", ""))
        if request.POST.get("do") == "back":
            # The latest, open or not: a form that comes again after its answer was lost is answered as before.
            caucus = self.workshop.caucuses.filter(side=side).last()
            if caucus is None:
                raise Refusal("convene.caucus_over")
            actions.close_caucus(caucus, by=by, now=now, token=token)
        else:
            minutes = whole_number(request.POST.get("minutes", ""))
            actions.open_caucus(self.workshop, side, minutes, by=by, now=now, token=token)
        return redirect("convene:apart_desk", key)


class ApartDoor(Covered):
    """A community's own room: for whoever has a seat of it, and for the facilitator it has asked in."""

    policy = "convene.apart"
    template = "convene/apart.html"
    caucus: Caucus

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        may_run = can(self.account(), "convene.run", self.programme.compartment)
        found = access_caucus(self.account(), self.workshop, kwargs["side"], is_third_party=may_run)
        if found is None:
            raise Http404
        self.caucus = found
        return super().answer(request, *args, **kwargs)

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        face, account = apart_face(self.caucus, timezone.now()), self.account().pk
        own = hands_apart(self.caucus).filter(account=account).first()
        return found | {
            "apart": face,
            "community": next(one for one in self.sides if one.number == self.caucus.side),
            "place": face.place_of(account),
            "has_floor": bool(own and own.has_floor),
            "is_guest": not self.is_member(),
        }

    def is_member(self) -> bool:
        return access_caucus(self.account(), self.workshop, self.caucus.side, is_third_party=False) is not None


class Apart(ApartDoor):
    """The page."""


class ApartNow(LiveFragment, ApartDoor):
    """The part that asks for itself: by this community's own version, so that the room does not feel it move."""

    template = "convene/apart_now.html"

    def room(self) -> tuple[str, object]:
        return actions.APART, self.caucus.pk

    def scope(self) -> str:
        return f"{super().scope()}|{minutes_left(self.caucus, timezone.now())}"


class ApartDeed(ApartDoor):
    """What somebody in it does."""

    def post(self, request: HttpRequest, key: str, side: int) -> HttpResponseBase:
        self.do(request.POST.get("do", ""))
        return redirect("convene:apart", key, side)

    def do(self, way: str) -> None:
        way, _, number = way.partition(":")
        line, who, token = whole_number(number), self.account(), self.token()
        match way:
            case "say":
                self.form = StatementForm(self.request.POST)
                typed = (self.request.POST.get("text", ""), self.request.POST.get("language", ""))
                actions.write_apart(self.caucus, *typed, sender=who, token=token, paced=self.is_member())
            case "strike":
                actions.strike_apart(self.caucus, line, sender=who, token=token)
            case "carry":
                paced = self.is_member()
                actions.carry_apart(self.caucus, line, sender=who, now=timezone.now(), token=token, paced=paced)
            case "up" | "down":
                actions.ask_apart(self.caucus, way == "up", account=who, token=token)
            case "next":
                actions.next_apart(self.caucus, sender=who, token=token)
            case "in" | "out" if self.is_member():
                actions.ask_in(self.caucus, way == "in", sender=who, token=token)
            case _:
                raise Refusal("convene.statement_unknown")
