"""Pages of the calendar: everything that is due, the own secret address, and the feeds themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.exchange.feeds import write_feed
from tracktwo.foundation.people.doors import PUBLIC, Door
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.steps.plan.actions import calendar as actions
from tracktwo.steps.plan.convert.feed import deadline_entries, full_entries, neutral_entries
from tracktwo.steps.plan.convert.going import deadline_words
from tracktwo.steps.plan.days import days_for
from tracktwo.steps.plan.forms.going import OffsetsForm
from tracktwo.steps.plan.models import CalendarAddress
from tracktwo.steps.plan.queries import access_workshops
from tracktwo.steps.plan.queries import going as queries
from tracktwo.steps.plan.views.plans import PlanDoor

KIND = "text/calendar; charset=utf-8"


class CalendarPage(PlanDoor):
    """Everything counted back from the workshops ahead, and how to have it in a calendar of one's own."""

    template = "plan/calendar.html"
    secret: str = ""

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def context(self, **more: Any) -> dict[str, Any]:
        today = timezone.localdate()
        rows = queries.all_deadlines(self.programme, today)
        address = self.request.build_absolute_uri(reverse("site:days", args=[self.secret])) if self.secret else ""
        return super().context(
            rows=[(row, deadline_words(row.kind)) for row in rows],
            overdue=sum(1 for row in rows if row.urgency == "overdue" and not row.met),
            ahead=queries.workshops_ahead(self.programme, today),
            own=queries.address_of(self.account(), self.programme),
            address=address,
            may_change=self.may("plan.change"),
            **more,
        )


class Address(CalendarPage):
    """Make the own secret address, which ends the one before; it is shown once, in this answer."""

    deed_policy = "plan.see"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        language = translation.get_language() or "en"
        self.secret = actions.make_calendar_address(
            self.account(), self.programme, language=language, now=timezone.now()
        )
        return self.page(request)


class EndAddress(CalendarPage):
    deed_policy = "plan.see"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.end_calendar_address(self.account(), self.programme)
        messages.success(request, _("The address is ended. A calendar that still asks for it gets nothing."))
        return redirect("plan:calendar", key)


class Offsets(PlanDoor):
    """How many days before a workshop things are due."""

    policy = "plan.change"
    template = "plan/offsets.html"
    form: OffsetsForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or OffsetsForm(initial=queries.offsets_of(self.programme)), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = OffsetsForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.set_offsets(self.programme, self.form.cleaned_data, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. Every deadline is counted anew."))
        return redirect("plan:calendar", key)


class FullCalendar(PlanDoor):
    """Workshops with their places and every deadline by name, for the convener, behind the sign-in."""

    policy = "plan.change"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        today = timezone.localdate()
        entries = full_entries(access_workshops(self.programme).order_by("number"))
        if isinstance(request.user, Account):
            entries += days_for(request.user, self.programme)
        entries += deadline_entries(queries.all_deadlines(self.programme, today), neutral=False)
        content = write_feed(_("Workshops"), entries, today, maker="-//Track Two//Plan//EN")
        answer = HttpResponse(content, content_type=KIND)
        answer["Content-Disposition"] = 'attachment; filename="workshops.ics"'
        return answer


class Days(Door):
    """What a calendar program gets for a secret address: numbers and hours, no place, no name, no topic."""

    policy = PUBLIC

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        address = queries.address_behind(kwargs["secret"])
        if address is None:
            raise Http404
        with translation.override(address.language):
            return HttpResponse(_feed(address), content_type=KIND)


def _feed(address: CalendarAddress) -> bytes:
    programme, today = address.programme, timezone.localdate()
    rows = queries.all_deadlines(programme, today)
    if not can(address.account, "plan.change", programme.compartment):
        rows = [row for row in rows if row.kind == "visa"]
    entries = neutral_entries(access_workshops(programme).order_by("number"))
    entries += days_for(address.account, programme)
    return write_feed(_("Days"), [*entries, *deadline_entries(rows, neutral=True)], today)
