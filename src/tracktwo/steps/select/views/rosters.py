"""The roster of a workshop: seats, what is missing, the day on which it is final."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select import actions
from tracktwo.steps.select.actions import draws
from tracktwo.steps.select.convert import feature_label, value_label
from tracktwo.steps.select.forms import FreezeDayForm, GiveUpForm
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import (
    access_rosters,
    is_final,
    list_seats,
    roster_of,
    seats_missing,
    seats_unanswered,
)
from tracktwo.steps.select.queries.draws import draw_under_way
from tracktwo.steps.select.views.doors import SelectDoor


class RosterPage(SelectDoor):
    """Who sits, by alias; what the quotas lack after somebody left; and the freeze."""

    policy = "select.see"
    deed_policy = "select.change"
    template = "select/roster.html"
    day: FreezeDayForm | None = None
    leaving: GiveUpForm | None = None

    @cached_property
    def roster_workshop(self) -> Workshop:
        workshop = access_rosters(self.programme).filter(number=self.kwargs["workshop"]).first()
        if workshop is None:
            raise Http404
        return workshop

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.roster_workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        workshop, side = self.roster_workshop, self.own_side()
        seats = list(list_seats(workshop))
        visible = [seat for seat in seats if side in (None, seat.community.number)]
        roster = roster_of(workshop)
        return super().context(
            workshop=workshop,
            seats=visible,
            hidden=len(seats) - len(visible),
            roster=roster,
            final=is_final(roster),
            unanswered=seats_unanswered(workshop),
            day=self.day or FreezeDayForm(initial={"freezes_on": roster.freezes_on if roster else None}),
            leaving=self.leaving or self._leaving(),
            may_change=self.may("select.change") and workshop.closed_at is None,
            under_way=draw_under_way(workshop),
            today=day_at(workshop, timezone.now()),
            **self._missing(),
            **more,
        )

    def _missing(self) -> dict[str, Any]:
        empty, lacking = seats_missing(self.roster_workshop)
        names = self.names()
        said = [(f"{feature_label(q.feature)}: {value_label(q.feature, q.value, names)}", n) for q, n in lacking]
        return {"empty": empty, "lacking": said}

    def _leaving(self, *sent: Any) -> GiveUpForm:
        return GiveUpForm(*sent, seats=[(one.pk, one.account.alias) for one in list_seats(self.roster_workshop)])

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        if request.POST.get("deed") == "refill":
            fresh = draws.freeze_replacement(self.roster_workshop, by=self.standing(), now=timezone.now())
            return redirect("select:draw", key, fresh.pk)
        deeds = {"day": self._set_day, "give_up": self._give_up, "freeze": self._freeze}
        said = deeds.get(request.POST.get("deed", ""), self._nothing)(request)
        if not said:
            return self.page(request, status=422)
        messages.success(request, said)
        return redirect("select:roster", key, workshop)

    def _nothing(self, request: HttpRequest) -> str:
        return ""

    def _set_day(self, request: HttpRequest) -> str:
        self.day = FreezeDayForm(request.POST)
        if not self.day.is_valid():
            return ""
        day = self.day.cleaned_data["freezes_on"]
        actions.set_freeze_day(self.roster_workshop, day, by=self.standing(), now=timezone.now())
        return _("The day is set.")

    def _give_up(self, request: HttpRequest) -> str:
        self.leaving = self._leaving(request.POST)
        if not self.leaving.is_valid():
            return ""
        seat = Seat.objects.get(pk=self.leaving.cleaned_data["seat"], workshop=self.roster_workshop)
        actions.give_up_seat(seat, self.leaving.cleaned_data["reason"], by=self.standing(), now=timezone.now())
        return _("The seat is empty now.")

    def _freeze(self, request: HttpRequest) -> str:
        actions.freeze_roster(self.roster_workshop, by=self.standing(), now=timezone.now())
        return _("The roster is frozen. The plan knows who has to be able to enter, as counts.")
