"""The own seat: on which passport it travels, giving it up, and how likely one was to get it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import chances_of, odds, percent, quota_lines, value_of
from tracktwo.steps.select.forms import EntryForm
from tracktwo.steps.select.forms.rosters import BiographyForm
from tracktwo.steps.select.models import Cohort, Seat
from tracktwo.steps.select.queries import entry_of, own_cohorts, own_seats_ahead
from tracktwo.steps.select.views.doors import SelectDoor


class OwnSeats(SelectDoor):
    """Seats ahead of whoever asks."""

    policy = "select.own"
    template = "select/seat.html"
    form: EntryForm | None = None
    biography: BiographyForm | None = None

    def own(self) -> list[Seat]:
        return own_seats_ahead(self.programme, self.account(), timezone.now())

    def context(self, **more: Any) -> dict[str, Any]:
        seats = [(seat, entry_of(seat)) for seat in self.own()]
        typed = {"form": self.form or EntryForm(), "biography": self.biography or BiographyForm()}
        return super().context(seats=seats, **typed, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        seat = next((one for one in self.own() if str(one.pk) == request.POST.get("seat")), None)
        if seat is None:
            raise Http404
        if request.POST.get("deed") == "give_up":
            actions.give_up_seat(seat, "own_wish", by=self.standing(), now=timezone.now())
            messages.success(request, _("You have given up the seat. Nobody will ask why."))
            return redirect("select:about", key)
        if request.POST.get("deed") == "biography":
            return self._tell_biography(request, seat)
        self.form = EntryForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.tell_entry(seat, **self.form.cleaned_data)
        messages.success(request, _("Kept. It is counted, and shown to nobody."))
        return redirect("select:seat", key)

    def _tell_biography(self, request: HttpRequest, seat: Seat) -> HttpResponseBase:
        said = BiographyForm(request.POST)
        if not said.is_valid():
            self.biography = said
            return self.page(request, status=422)
        actions.tell_biography(seat, said.cleaned_data["biography"], by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept in the vault. Write it anew whenever it changes."))
        return redirect("select:seat", self.programme.key)


class OwnChance(SelectDoor):
    """How likely one was, what the rules asked of people alike, and that nobody else is shown this."""

    policy = "select.own"
    template = "select/chance.html"

    def context(self, **more: Any) -> dict[str, Any]:
        found = own_cohorts(self.programme, self.account())
        return super().context(draws=[self._explain(cohort) for cohort in found], **more)

    def _explain(self, cohort: Cohort) -> dict[str, Any]:
        alias, chances = self.account().alias, chances_of(cohort)
        own = chances[alias]
        member = cohort.pool.members.get(label=alias)
        rows = [
            line
            for line in quota_lines(cohort.pool, self.names())
            if value_of(member.attributes, line.feature) == line.value
        ]
        return {
            "workshop": cohort.pool.workshop,
            "odds": odds(own),
            "exact": own,
            "percent": percent(own),
            "least": odds(_least(chances)),
            "barred": own == 0,
            "drawn": alias in cohort.result["cohort"],
            "alike": sum(chance == own for chance in chances.values()),
            "people": len(chances),
            "seats": cohort.seats,
            "lines": rows,
        }


def _least(chances: dict[str, Fraction]) -> Fraction:
    return min((chance for chance in chances.values() if chance), default=Fraction(0))
