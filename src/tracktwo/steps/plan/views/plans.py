"""Pages of step 2: the plan, and what it is made of."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.data import tables
from tracktwo.exchange.conventions import read_conventions
from tracktwo.exchange.plans import CalendarWords, write_plan_ics, write_plan_json
from tracktwo.exchange.significant_dates import read_significant_dates
from tracktwo.foundation.jobs.models import State, Work
from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.people.policies import can
from tracktwo.methods import dates
from tracktwo.steps.plan import actions, queries
from tracktwo.steps.plan.convert.stored import plan_value
from tracktwo.steps.plan.convert.view import edition_rows, kept_rows, picture_of
from tracktwo.steps.plan.convert.words import reason_words
from tracktwo.steps.plan.forms import (
    ConventionsForm,
    KeptDaysForm,
    KeptTableForm,
    LinesForm,
    WeightsForm,
    WishesForm,
    file_content,
    line_initial,
    wishes_initial,
)
from tracktwo.steps.plan.models import Plan
from tracktwo.steps.plan.queries.ahead import ahead_rows
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.models import Community
from tracktwo.steps.programme.queries import list_communities


class PlanDoor(ProgrammeDoor):
    """Whoever stands inside may look; the convener changes."""

    policy = "plan.see"
    deed_policy = "plan.change"
    step = 2

    @cached_property
    def communities(self) -> list[Community]:
        return list_communities(self.programme, timezone.localdate())

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)


class About(PlanDoor):
    """The plan in force, or the newest one; before there is any, what is still missing for one."""

    template = "plan/about.html"

    @cached_property
    def shown(self) -> Plan | None:
        return queries.plan_in_force(self.programme) or queries.newest_plan(self.programme)

    def context(self, **more: Any) -> dict[str, Any]:
        programme, today, now = self.programme, timezone.localdate(), timezone.now()
        newest, editions = queries.newest_plan(programme), programme.editions.count()
        without_people = queries.communities_without_people(programme)
        picture = picture_of(self.shown, self.communities, today) if self.shown else None
        closing = queries.workshops_to_close(programme, now)
        return super().context(
            row=self.shown,
            picture=picture,
            newest=newest,
            newer=newest if newest and self.shown and newest.version > self.shown.version else None,
            work=_work_to_show(_latest_work(programme.pk), newest),
            editions=editions,
            without_people=without_people,
            keepers=queries.keepers_chosen(programme),
            ready=editions and not without_people,
            closing=closing,
            today=today,
            happened=queries.happened_since(kept, today) if (kept := queries.plan_in_force(programme)) else None,
            ahead=ahead_rows(programme, today),
            next_workshop=queries.next_workshop(programme, now),
            may_change=self.may("plan.change"),
            may_check=self.may("plan.check"),
            **more,
        )


def _latest_work(programme: int) -> Work | None:
    """Of both ways to plan, what was asked for last."""
    asked = [latest(name, programme) for name in ("plan.compute", "plan.compute_again")]
    return max((work for work in asked if work), key=lambda work: work.pk, default=None)


def _work_to_show(work: Work | None, newest: Plan | None) -> Work | None:
    """Work under way, or how it ended if no plan has come of later work."""
    if work is None or work.is_open:
        return work
    overtaken = newest is not None and work.finished_at is not None and newest.computed_at > work.finished_at
    return None if overtaken or work.state == State.DONE else work


class Version(About):
    """One version of the plan, whole."""

    @cached_property
    def shown(self) -> Plan | None:
        return get_object_or_404(queries.access_plans(self.programme), version=self.kwargs["version"])


class Keep(Version):
    """Make its workshops the programme's."""

    def post(self, request: HttpRequest, key: str, version: int) -> HttpResponseBase:
        if self.shown is None:
            raise Http404
        kept = actions.keep_plan(self.shown, by=self.standing(), now=timezone.now())
        messages.success(
            request,
            ngettext("The plan is kept: %(number)s workshop.", "The plan is kept: %(number)s workshops.", len(kept))
            % {"number": len(kept)},
        )
        return redirect("plan:about", key)


class Close(About):
    """Close a workshop that is over."""

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        workshop = get_object_or_404(queries.access_workshops(self.programme), number=number)
        actions.close_workshop(workshop, by=self.standing(), now=timezone.now())
        messages.success(request, _("Workshop %(number)s is closed.") % {"number": number})
        return redirect("plan:about", key)


class Conventions(PlanDoor):
    """The list of editions, and the door for more."""

    policy = "plan.change"
    template = "plan/conventions.html"
    form: ConventionsForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or ConventionsForm(),
            rows=edition_rows(self.programme.editions.all()),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = ConventionsForm(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.page(request, status=422)
        editions = read_conventions(file_content(request, self.form))
        return self.take(editions, replace=self.form.cleaned_data["replace"], project=self.form.cleaned_data["project"])

    def take(self, editions: tuple[dates.Edition, ...], *, replace: bool, project: bool) -> HttpResponseBase:
        count = actions.import_conventions(
            self.programme, editions, replace=replace, project=project, by=self.standing(), now=timezone.now()
        )
        messages.success(
            self.request,
            ngettext(
                "Imported. The list now holds %(number)s edition.",
                "Imported. The list now holds %(number)s editions.",
                count,
            )
            % {"number": count},
        )
        return redirect("plan:conventions", self.programme.key)


class HouseList(Conventions):
    """Take the list that comes with the house, and project what is not announced yet."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        return self.take(read_conventions(tables.conventions_csv()), replace=False, project=True)


class DelegationPage(PlanDoor):
    """How many of each community travel on which passport: counts only."""

    policy = "plan.change"
    template = "plan/delegation.html"
    form: Any = None

    def context(self, **more: Any) -> dict[str, Any]:
        rows = self.programme.delegation.select_related("community")
        blank = LinesForm(initial=[line_initial(row) for row in rows], form_kwargs={"communities": self.communities})
        return super().context(form=self.form or blank, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = LinesForm(request.POST, form_kwargs={"communities": self.communities})
        if not self.form.is_valid():
            return self.page(request, status=422)
        sides = {community.number: community for community in self.communities}
        lines = [(sides[number], *rest) for number, *rest in self.form.lines()]
        actions.write_delegation(self.programme, lines, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. The next plan asks at every border for these people."))
        return redirect("plan:about", key)


class KeptDays(PlanDoor):
    """Whose days each community keeps, and the table they come from."""

    policy = "plan.change"
    template = "plan/days.html"
    form: KeptDaysForm | None = None
    table_form: KeptTableForm | None = None

    def _form(self, typed: Any = None) -> KeptDaysForm:
        return KeptDaysForm(
            typed,
            communities=self.communities,
            keepers=queries.keepers(self.programme),
            chosen=queries.keepers_chosen(self.programme),
            holidays=queries.holidays_chosen(self.programme),
        )

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or self._form(),
            table_form=self.table_form or KeptTableForm(),
            rows=kept_rows(queries.kept_table(self.programme)),
            own_table=self.programme.kept_days.exists(),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        chosen, holidays = self.form.choices(), self.form.holidays()
        actions.choose_kept_days(self.programme, chosen, holidays=holidays, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. The next plan keeps clear of these days."))
        return redirect("plan:about", key)


class KeptTable(KeptDays):
    """A table of days of one's own, in place of the house's."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.table_form = KeptTableForm(request.POST, request.FILES)
        if not self.table_form.is_valid():
            return self.page(request, status=422)
        days = read_significant_dates(file_content(request, self.table_form))
        actions.import_kept_days(self.programme, days, by=self.standing(), now=timezone.now())
        messages.success(request, _("Imported. Now choose whose days each community keeps."))
        return redirect("plan:days", key)


class WishesPage(PlanDoor):
    """What the plan should keep to; sending it computes the plan."""

    policy = "plan.change"
    template = "plan/wishes.html"
    form: WishesForm | None = None
    weights: WeightsForm | None = None

    def _form(self, typed: Any = None) -> WishesForm:
        editions = queries.editions_to_promise(self.programme, timezone.localdate())
        initial = wishes_initial(queries.wishes_said(self.programme), editions)
        return WishesForm(typed, initial=initial, kinds=queries.kinds(self.programme), editions=editions)

    def _weights(self, typed: Any = None) -> WeightsForm:
        return WeightsForm(typed, weights=queries.weights_said(self.programme))

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or self._form(),
            weights=self.weights or self._weights(),
            settled=queries.settled_workshops(self.programme, timezone.localdate()),
            keepers=queries.keepers_chosen(self.programme),
            **more,
        )

    def said(self) -> dict[str, Any]:
        """What was typed in both forms."""
        if self.form is None or self.weights is None:
            raise LookupError("nothing was typed")
        return {**self.form.said(), "weights": self.weights.said()}

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form, self.weights = self._form(request.POST), self._weights(request.POST)
        if not (self.form.is_valid() and self.weights.is_valid()):
            return self.page(request, status=422)
        row = actions.request_plan(self.programme, self.said(), by=self.standing(), now=timezone.now())
        if row is None:
            return redirect("plan:about", key)
        return redirect("plan:version", key, row.version)


class PlanJson(PlanDoor):
    """The plan for machines and checkers; each reason also as a sentence in the reader's language."""

    policy = "plan.check"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        row = get_object_or_404(queries.access_plans(self.programme), version=kwargs["version"])
        names = {str(community.number): community.name for community in self.communities}
        content = write_plan_json(plan_value(row.result), lambda reason: reason_words(reason, names))
        return _file(content, "application/json", f"plan-{row.version}.json")


class PlanCalendar(PlanDoor):
    """Workshops, conventions and deadlines for a calendar. It names nobody and no programme."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        row = get_object_or_404(queries.access_plans(self.programme), version=kwargs["version"])
        words = CalendarWords(
            calendar=_("Workshops"),
            workshop=_("Workshop %(number)s, %(city)s"),
            convention=_("%(convention)s, %(city)s"),
            deadline=_("Last day to apply for visas, workshop %(number)s"),
        )
        return _file(write_plan_ics(plan_value(row.result), words), "text/calendar; charset=utf-8", "plan.ics")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
