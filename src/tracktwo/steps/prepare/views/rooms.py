"""Small rooms: the third party composes and sees them, a participant finds the own ones, a guarantor reads counts."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.people.policies import can
from tracktwo.foundation.vault.queries import is_founded
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.actions.rooms import YEARS_KNOWN
from tracktwo.steps.prepare.convert.rooms import RoundLine, language_name, languages_of, own_rooms, round_lines
from tracktwo.steps.prepare.forms.rooms import ApartForm, RoomsForm, TogetherForm, TonguesForm
from tracktwo.steps.prepare.models import KeptApart, RoomPlan
from tracktwo.steps.prepare.queries import rooms as queries
from tracktwo.steps.prepare.views.about import SeatDoor
from tracktwo.steps.prepare.views.journeys import WorkshopDoor
from tracktwo.steps.programme.queries import in_order_of_day, list_communities
from tracktwo.steps.select.models import Seat

PEOPLE_A_ROOM = 4


class Rooms(WorkshopDoor):
    policy = "prepare.see"
    deed_policy = "prepare.compose"
    template = "prepare/rooms.html"
    form: RoomsForm | None = None

    @cached_property
    def seats(self) -> list[Seat]:
        found = queries.room_seats(self.workshop)
        return in_order_of_day(self.programme, found, timezone.localdate(), lambda seat: seat.community.number)

    @cached_property
    def plan(self) -> RoomPlan | None:
        return queries.latest_plan(self.workshop)

    @cached_property
    def pairs(self) -> list[KeptApart]:
        return queries.pairs_apart(self.workshop)

    def context(self, **more: Any) -> dict[str, Any]:
        rounds = round_lines(self.plan, self.seats) if self.plan else []
        may = can(self.request.user, "prepare.compose", self.programme.compartment)
        own = next((seat for seat in self.seats if seat.account == self.request.user), None)
        return super().context(
            plan=self.plan,
            remembers=is_founded(),
            years_known=YEARS_KNOWN,
            over=has_ended(self.workshop, timezone.now()),
            seats=len(self.seats),
            unmet=self._unmet(),
            own=own_rooms(rounds, own) if own else [],
            seat=own,
            may_compose=may,
            **(self._desk(rounds) if may else {}),
            **more,
        )

    def _desk(self, rounds: list[RoundLine]) -> dict[str, Any]:
        """What only the third party sees."""
        asked = self.workshop.room_plans.last()
        return {
            "rounds": rounds,
            "work": latest("prepare.compose_rooms", asked.pk) if asked and not asked.composed_at else None,
            "outdated": bool(self.plan and queries.is_outdated(self.plan, self.seats)),
            "silent": sum(1 for seat in self.seats if not hasattr(seat, "tongues")),
            "spoken": [(seat, [language_name(code) for code in languages_of(seat)]) for seat in self.seats],
            "pairs": self.pairs,
            "form": self.form or RoomsForm(initial=self._initial()),
            "apart_form": ApartForm(seats=self.seats),
        }

    def _unmet(self) -> list[tuple[list[Any], int, int]]:
        """Communities in the order of the day, pairs of them that have not met, and all; a community may be gone."""
        order = list_communities(self.programme, timezone.localdate())
        found = [
            ([side for side in order if side.number in pair], left, all_)
            for *pair, left, all_ in (self.plan.unmet if self.plan else [])
        ]
        return sorted(found, key=lambda line: [order.index(side) for side in line[0]])

    def _initial(self) -> dict[str, Any]:
        if self.plan is None:
            return {"rooms": max(1, len(self.seats) // PEOPLE_A_ROOM), "rounds": 3}
        said: dict[str, Any] = {"rooms": self.plan.rooms, "rounds": self.plan.rounds}
        for number, pair in enumerate(self.plan.interpreters, start=1):
            said |= {f"one_{number}": pair[0], f"other_{number}": pair[-1]}
        return said

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        if "together" in request.POST:
            return self._let_together()
        if "apart" in request.POST:
            return self._keep_apart()
        self.form = RoomsForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        said = self.form.cleaned_data
        asked = {"rooms": said["rooms"], "rounds": said["rounds"], "interpreters": self.form.interpreters()}
        actions.ask_rooms(self.workshop, **asked, by=self.standing(), now=timezone.now())
        return redirect("prepare:rooms", key, number)

    def _keep_apart(self) -> HttpResponseBase:
        form = ApartForm(self.request.POST, seats=self.seats)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.keep_apart(*form.seats(), by=self.standing(), now=timezone.now())
        return self._pairs_done(_("Kept apart from the next composing on. No reason stands anywhere."))

    def _let_together(self) -> HttpResponseBase:
        form = TogetherForm(self.request.POST, pairs=self.pairs)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.let_together(form.pair(), by=self.standing(), now=timezone.now())
        return self._pairs_done(_("Taken off the list. They may share a room from the next composing on."))

    def _pairs_done(self, sentence: str) -> HttpResponseBase:
        messages.success(self.request, sentence)
        answer = redirect("prepare:rooms", self.programme.key, self.workshop.number)
        answer["Location"] += "#apart"
        return answer


class Tongues(SeatDoor):
    """In which languages the reader can talk in a small room."""

    policy = "prepare.own"
    template = "prepare/tongues.html"

    def context(self, **more: Any) -> dict[str, Any]:
        told = languages_of(self.seat) if self.seat else []
        own = [code for code, _name in settings.LANGUAGES]
        further = next((code for code in told if code not in own), "")
        form = TonguesForm(initial={"languages": told, "further": further})
        return super().context(workshop=self.workshop, seat=self.seat, form=form, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        form = TonguesForm(request.POST)
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.say_tongues(self.seat, form.said())
        messages.success(request, _("Kept. Small rooms are composed so that you are understood in each of them."))
        return redirect("prepare:tongues", key)
