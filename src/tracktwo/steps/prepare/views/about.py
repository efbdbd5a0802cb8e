"""The page of step 4."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.prepare.convert import ITEMS, SeatLine
from tracktwo.steps.prepare.queries import (
    has_signed,
    is_prepared,
    layers_of,
    list_asked,
    list_lines,
    needs_of,
    seats_of,
    signed_version,
)
from tracktwo.steps.prepare.queries.contacts import check_ins_of, seats_to_follow
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat


class SeatDoor(ProgrammeDoor):
    """A page that speaks of one workshop, and of the reader's own seat in it where there is one."""

    policy = "prepare.see"
    step = 4

    @cached_property
    def workshop(self) -> Workshop | None:
        """The one in the address, if the person has a seat there; else the one under way or coming."""
        chosen = next(
            (seat for seat in self.seats if str(seat.workshop.number) == self.request.GET.get("workshop")), None
        )
        return chosen.workshop if chosen else next_workshop(self.programme, timezone.now())

    @cached_property
    def seats(self) -> list[Seat]:
        account = self.request.user
        return list(seats_of(account, self.programme)) if isinstance(account, Account) else []

    @cached_property
    def seat(self) -> Seat | None:
        return next((seat for seat in self.seats if seat.workshop == self.workshop), None)


class About(SeatDoor):
    """A participant sees the own three things; the third party sees every seat by alias; a guarantor sees counts."""

    template = "prepare/about.html"

    def context(self, **more: Any) -> dict[str, Any]:
        may_list = can(self.request.user, "prepare.list", self.programme.compartment)
        lines = self._lines() if self.workshop else []
        return super().context(
            workshop=self.workshop,
            lines=lines if may_list else [],
            may_list=may_list,
            may_sign_harm=can(self.request.user, "prepare.sign_harm", self.programme.compartment),
            may_change=can(self.request.user, "prepare.change", self.programme.compartment),
            seats=len(lines),
            ready=sum(line.ready for line in lines),
            items=len(ITEMS),
            others=[seat.workshop for seat in self.seats if seat != self.seat],
            homeward=self._homeward(),
            over=self.workshop is not None and has_ended(self.workshop, timezone.now()),
            **self._own(),
            **more,
        )

    def _lines(self) -> list[SeatLine]:
        assert self.workshop is not None  # noqa: S101 - asked before
        asked = [key for key, _label in list_asked(self.workshop, timezone.now())]
        return list_lines(self.workshop, timezone.localdate(), asked)

    def _homeward(self) -> list[tuple[Workshop, bool]]:
        """The workshops after which the reader is still asked whether they are safe, and whether it is asked now."""
        now = timezone.now()
        followed = seats_to_follow(self.account(), self.programme, now)
        return [(seat.workshop, any(one.asks for one in check_ins_of(seat, now))) for seat in followed]

    def _own(self) -> dict[str, Any]:
        rules = current_rules(self.programme)
        if self.seat is None:
            return {"seat": None, "rules": rules}
        layers, way = layers_of(self.seat, timezone.now()), needs_of(self.seat)
        return {
            "seat": self.seat,
            "rules": rules,
            "signed": has_signed(self.seat, rules),
            "signed_before": signed_version(self.seat),
            "prepared": is_prepared(self.seat, rules),
            "answered": all(layer.state != "open" for layer in layers),
            "layers": layers,
            "needs": way,
            "settled": sum(need.settled for need in way),
        }


class OwnDeed(About):
    """A deed of the person whose seat it is."""

    deed_policy = "prepare.own"

    def own_seat(self) -> Seat:
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        return self.seat

    def done(self, sentence: str, part: str) -> HttpResponseBase:
        messages.success(self.request, sentence)
        answer = redirect("prepare:about", self.programme.key)
        chosen = f"?workshop={self.workshop.number}" if self.workshop and "workshop" in self.request.GET else ""
        answer["Location"] += f"{chosen}#{part}"
        return answer
