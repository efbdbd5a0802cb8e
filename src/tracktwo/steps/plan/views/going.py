"""Pages about one workshop ahead: its go, its hours, what is due; and the log of outside events."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.actions import calendar as calendar_actions
from tracktwo.steps.plan.actions import going as actions
from tracktwo.steps.plan.convert.going import deadline_words, voice_words
from tracktwo.steps.plan.convert.hours import common_hours, day_at, spans_words, zone_names, zone_of
from tracktwo.steps.plan.forms.going import CallOffForm, EventForm, HoursForm, NewDaysForm, WordForm, hours_initial
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops, is_over
from tracktwo.steps.plan.queries import going as queries
from tracktwo.steps.plan.rosters import count_afar
from tracktwo.steps.plan.views.plans import PlanDoor


def is_under_way(workshop: Workshop, now: datetime) -> bool:
    """Begun, not over, not called off: a go can still be given, and no session opens without."""
    is_planned = workshop.standing == Workshop.Standing.PLANNED
    return is_planned and workshop.starts_on <= day_at(workshop, now) and not is_over(workshop, now)


class WorkshopPage(PlanDoor):
    """One workshop: is it held, when exactly, what is due."""

    template = "plan/workshop.html"

    @cached_property
    def workshop(self) -> Workshop:
        return get_object_or_404(access_workshops(self.programme), number=self.kwargs["number"])

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def context(self, **more: Any) -> dict[str, Any]:
        workshop, today = self.workshop, timezone.localdate()
        check = queries.current_check(workshop)
        names = {community.number: community.name for community in self.communities}
        own = queries.word_of(check, self.account()) if check else None
        ahead = workshop.standing == Workshop.Standing.PLANNED and workshop.starts_on > today
        return super().context(
            workshop=workshop,
            ahead=ahead,
            in_question=ahead or (queries.check_state(check) != queries.GO and is_under_way(workshop, timezone.now())),
            check=check,
            going=queries.check_state(check),
            voices=[(names.get(one.side or 0), voice_words(one.word), one) for one in queries.voices(check)]
            if check
            else [],
            due_for_go=queries.due_for_go(workshop),
            deadlines=[(row, deadline_words(row.kind)) for row in queries.deadlines_of(workshop, today)],
            zone=zone_of(workshop),
            zones=zone_names() if self.may("plan.change") else (),
            afar=count_afar(workshop),
            common=spans_words(common_hours(workshop)),
            barred=queries.may_not_enter(workshop),
            may_change=self.may("plan.change"),
            may_say=self.may("plan.say_go"),
            may_pack=self.may("plan.pack"),
            forms=self.forms_shown(own),
            **more,
        )

    def forms_shown(self, own: Any) -> dict[str, forms.Form]:
        word = {"word": own.word, "reason": own.reason} if own else None
        return {
            "word": WordForm(initial=word),
            "hours": HoursForm(initial=hours_initial(self.workshop)),
            "off": CallOffForm(),
            "days": NewDaysForm(),
        } | self.typed

    @cached_property
    def typed(self) -> dict[str, forms.Form]:
        """The form that was sent, to be shown again with what was typed."""
        return {}

    def back(self, said: str) -> HttpResponseBase:
        messages.success(self.request, said)
        return redirect("plan:workshop", self.programme.key, self.workshop.number)


class AskGo(WorkshopPage):
    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        actions.ask_go(self.workshop, by=self.standing(), now=timezone.now())
        return self.back(_("Asked. Host and guarantors find it on their home page."))


class SayGo(WorkshopPage):
    deed_policy = "plan.say_go"

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = WordForm(request.POST)
        self.typed["word"] = form
        if not form.is_valid():
            return self.page(request, status=422)
        actions.say_go(
            self.workshop, account=self.account(), **form.cleaned_data, by=self.standing(), now=timezone.now()
        )
        return self.back(_("Your word is kept. You can change it until the workshop begins."))


class CallOff(WorkshopPage):
    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = CallOffForm(request.POST)
        self.typed["off"] = form
        if not form.is_valid():
            return self.page(request, status=422)
        actions.call_off(self.workshop, **form.cleaned_data, by=self.standing(), now=timezone.now())
        return self.back(_("Called off. Calendars show it as cancelled; tell the participants in person."))


class NewDays(WorkshopPage):
    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = NewDaysForm(request.POST)
        self.typed["days"] = form
        if not form.is_valid():
            return self.page(request, status=422)
        actions.set_new_days(self.workshop, **form.cleaned_data, by=self.standing(), now=timezone.now())
        return self.back(_("The workshop has new days. Everything counted back is due anew."))


class Hours(WorkshopPage):
    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        form = HoursForm(request.POST)
        self.typed["hours"] = form
        if not form.is_valid():
            return self.page(request, status=422)
        calendar_actions.set_hours(self.workshop, **form.said(), by=self.standing(), now=timezone.now())
        return self.back(_("Kept. Calendars follow with their next look."))


class MarkDeadline(WorkshopPage):
    """Done, or not after all."""

    def post(self, request: HttpRequest, key: str, number: int, kind: str) -> HttpResponseBase:
        met = request.POST.get("met") == "yes"
        calendar_actions.mark_deadline(self.workshop, kind, met=met, by=self.standing(), now=timezone.now())
        return self.back(_("Noted as done.") if met else _("Open again."))


class Events(PlanDoor):
    """What happened outside, and which workshops it bears on."""

    deed_policy = "plan.log_event"
    template = "plan/events.html"
    form: EventForm | None = None

    def _form(self, typed: Any = None) -> EventForm:
        today = timezone.localdate()
        ahead = queries.workshops_ahead(self.programme, today)
        return EventForm(typed, ahead=ahead, initial={"happened_on": today})

    def context(self, **more: Any) -> dict[str, Any]:
        events = queries.access_events(self.programme).prefetch_related("checks__workshop")
        return super().context(
            form=self.form or self._form(), events=events, may_log=self.may("plan.log_event"), **more
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.log_event(self.programme, **self.form.said(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Logged. The workshops it bears on are asked for their go anew."))
        return redirect("plan:events", key)
