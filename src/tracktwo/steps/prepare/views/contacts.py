"""After a workshop: a participant says how to be reached; the third party and guarantors note who was."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert.contacts import is_past
from tracktwo.steps.prepare.forms import ContactForm, ReachedForm, SafeForm
from tracktwo.steps.prepare.models import Reached
from tracktwo.steps.prepare.queries.care import help_call_of
from tracktwo.steps.prepare.queries.contacts import (
    ContactLine,
    check_ins_of,
    contact_of,
    count_due,
    list_contacts,
    seats_to_follow,
)
from tracktwo.steps.prepare.views.about import SeatDoor
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import access_rosters


class Contact(SeatDoor):
    """How the reader wants to be reached after the workshop; and, when a check-in is due, whether they are safe."""

    policy = "prepare.own"
    template = "prepare/contact.html"

    @cached_property
    def seats(self) -> list[Seat]:
        """Without those of which everything is destroyed by now."""
        now = timezone.now()
        return [seat for seat in super().seats if not is_past(seat.workshop.ends_on, day_at(seat.workshop, now))]

    @cached_property
    def workshop(self) -> Workshop | None:
        """As elsewhere; for whoever has no seat there, the last one whose check-ins are not over."""
        found, account = super().workshop, self.request.user
        if any(seat.workshop == found for seat in self.seats) or not isinstance(account, Account):
            return found
        followed = seats_to_follow(account, self.programme, timezone.now())
        return followed[0].workshop if followed else found

    def context(self, **more: Any) -> dict[str, Any]:
        plan = contact_of(self.seat) if self.seat else None
        initial = {"channel": plan.channel, "caller": plan.caller} if plan else {}
        return super().context(
            workshop=self.workshop,
            seat=self.seat,
            plan=plan,
            form=ContactForm(initial=initial),
            check_ins=check_ins_of(self.seat, timezone.now()) if self.seat else [],
            call=help_call_of(self.programme, self.account()),
            others=[seat.workshop for seat in self.seats if seat != self.seat],
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        (self.say if "weeks" in request.POST else self.agree)(request, self.seat)
        answer = redirect("prepare:contact", key)
        answer["Location"] += f"?workshop={self.seat.workshop.number}"
        return answer

    def agree(self, request: HttpRequest, seat: Seat) -> None:
        form = ContactForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.agree_contact(seat, **form.cleaned_data, language=get_language() or "en", now=timezone.now())
        messages.success(request, _("Kept. Remember the two words: whoever reaches you says one, you say the other."))

    def say(self, request: HttpRequest, seat: Seat) -> None:
        form = SafeForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        weeks, is_safe = form.cleaned_data["weeks"], form.cleaned_data["answer"] == Reached.Answer.SAFE
        actions.answer_check_in(seat, weeks=weeks, is_safe=is_safe, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. Nobody needs to ask you again for this time.") if is_safe else _("Kept."))


class Contacts(ProgrammeDoor):
    """Every seat of a workshop with its three check-ins; a guarantor sees the own community's only."""

    policy = "prepare.contacts"
    template = "prepare/contacts.html"
    step = 4

    @cached_property
    def workshop(self) -> Workshop:
        return get_object_or_404(access_workshops(self.programme), number=self.kwargs["number"])

    @cached_property
    def past(self) -> bool:
        return is_past(self.workshop.ends_on, day_at(self.workshop, timezone.now()))

    @cached_property
    def lines(self) -> list[ContactLine]:
        held = Standing.objects.filter(account=self.request.user, compartment=self.programme.compartment)
        third_party = held.filter(role__in=(Role.CONVENER, Role.FACILITATOR)).exists()
        sides = None if third_party else held.filter(role=Role.GUARANTOR).values_list("side", flat=True)
        return list_contacts(self.workshop, timezone.now(), sides)

    def context(self, **more: Any) -> dict[str, Any]:
        due, overdue = count_due(self.lines)
        others = access_rosters(self.programme).exclude(pk=self.workshop.pk)
        return super().context(
            workshop=self.workshop,
            lines=[] if self.past else self.lines,
            past=self.past,
            due=due,
            overdue=overdue,
            others=others,
            **more,
        )

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = ReachedForm(request.POST, seats=[line.seat for line in self.lines])
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        said = form.cleaned_data
        seat = Seat.objects.select_related("workshop__programme__compartment").get(pk=said["seat"])
        actions.note_reached(
            seat,
            weeks=said["weeks"],
            answer=said["answer"],
            by=self.standing(),
            now=timezone.now(),
            token=request.POST.get("once", ""),
        )
        messages.success(request, _("Noted. What was not reached stays due and is tried again."))
        return redirect("prepare:contacts", key, number)
