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

from tracktwo.foundation.people.models import Role, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert.contacts import is_past
from tracktwo.steps.prepare.forms import ContactForm, ReachedForm
from tracktwo.steps.prepare.queries.contacts import ContactLine, contact_of, count_due, list_contacts
from tracktwo.steps.prepare.views.about import SeatDoor
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import access_rosters


class Contact(SeatDoor):
    """How the reader wants to be reached after the workshop."""

    policy = "prepare.own"
    template = "prepare/contact.html"

    def context(self, **more: Any) -> dict[str, Any]:
        plan = contact_of(self.seat) if self.seat else None
        initial = {"channel": plan.channel, "caller": plan.caller} if plan else {}
        form = ContactForm(initial=initial)
        return super().context(workshop=self.workshop, seat=self.seat, plan=plan, form=form, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        form = ContactForm(request.POST)
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        language = get_language() or "en"
        actions.agree_contact(self.seat, **form.cleaned_data, language=language, now=timezone.now())
        messages.success(request, _("Kept. Remember the two words: whoever reaches you says one, you say the other."))
        return redirect("prepare:contact", key)


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
        return is_past(self.workshop.ends_on, timezone.localdate())

    @cached_property
    def lines(self) -> list[ContactLine]:
        held = Standing.objects.filter(account=self.request.user, compartment=self.programme.compartment)
        third_party = held.filter(role__in=(Role.CONVENER, Role.FACILITATOR)).exists()
        sides = None if third_party else held.filter(role=Role.GUARANTOR).values_list("side", flat=True)
        return list_contacts(self.workshop, timezone.localdate(), sides)

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
        actions.note_reached(seat, weeks=said["weeks"], answer=said["answer"], by=self.standing(), now=timezone.now())
        messages.success(request, _("Noted. What was not reached stays due and is tried again."))
        return redirect("prepare:contacts", key, number)
