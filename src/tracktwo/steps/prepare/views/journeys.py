"""Everybody's way to one workshop, by alias: what is open, what blocks whom, and what the host has done."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Compartment
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import day_at, has_ended
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import Line, columns, count_late
from tracktwo.steps.prepare.forms import AfarForm, ArrangeForm
from tracktwo.steps.prepare.queries import journey_lines, remote_seats, tasks_of, workshops_travelled
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import in_order_of_day
from tracktwo.steps.select.models import Seat


class WorkshopDoor(ProgrammeDoor):
    """A page about one workshop of the programme, by its number."""

    step = 4
    workshop: Workshop

    def find_compartment(self, **kwargs: Any) -> Compartment:
        compartment = super().find_compartment(**kwargs)
        found = self.programme.workshops.filter(number=kwargs["number"]).first()
        if found is None:
            raise Http404
        self.workshop = found
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(workshop=self.workshop, **more)


class Journeys(WorkshopDoor):
    policy = "prepare.list"
    deed_policy = "prepare.arrange"
    template = "prepare/journeys.html"
    form: ArrangeForm | None = None

    @cached_property
    def lines(self) -> list[Line]:
        found = journey_lines(self.workshop)
        return in_order_of_day(self.programme, found, timezone.localdate(), lambda line: line.seat.community.number)

    def context(self, **more: Any) -> dict[str, Any]:
        today, lines = timezone.localdate(), self.lines
        heads = columns(lines, self.workshop)
        return super().context(
            sides=[(side, list(of)) for side, of in groupby(lines, key=lambda line: line.seat.community)],
            heads=heads,
            seats=len(lines),
            ready=sum(line.settled == len(heads) for line in lines),
            blocked=sum(any(cell.blocked for cell in line.cells) for line in lines),
            late=count_late(tasks_of(line.seat for line in lines), lines, day_at(self.workshop, timezone.now())),
            over=has_ended(self.workshop, timezone.now()),
            others=[one for one in workshops_travelled(self.programme, timezone.now()) if one != self.workshop],
            may_arrange=can(self.request.user, "prepare.arrange", self.programme.compartment),
            may_letters=can(self.request.user, "prepare.letters", self.programme.compartment),
            form=self.form or ArrangeForm(lines=lines),
            afar=in_order_of_day(
                self.programme, remote_seats(self.workshop), today, lambda seat: seat.community.number
            ),
            afar_form=AfarForm(lines=lines),
            **more,
        )

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        if request.POST.get("deed") in {"afar", "come"}:
            return self.afar(request, key, number)
        self.form = ArrangeForm(request.POST, lines=self.lines)
        if not self.form.is_valid():
            return self.page(request, status=422)
        said = self.form.cleaned_data
        changed = actions.settle_line(
            self.form.chosen(), said["item"], said["standing"], by=self.standing(), now=timezone.now()
        )
        kept = ngettext("Kept for %(number)s seat.", "Kept for %(number)s seats.", changed) % {"number": changed}
        messages.success(request, kept)
        return redirect("prepare:journeys", key, number)

    def afar(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        """One seat to afar, or back into the room."""
        coming = request.POST["deed"] == "come"
        known = {str(seat.pk): seat for seat in (remote_seats(self.workshop) if coming else self.travelling())}
        seat = known.get(request.POST.get("seat", ""))
        if seat is None:
            raise Refusal("prepare.not_understood")
        deed = actions.come_after_all if coming else actions.take_from_afar
        deed(seat, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. The seat knows it, and so does the roster."))
        return redirect("prepare:journeys", key, number)

    def travelling(self) -> list[Seat]:
        return [line.seat for line in self.lines]
