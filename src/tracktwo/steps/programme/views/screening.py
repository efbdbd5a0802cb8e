"""Pages of screening: what is open, the organisations, the register."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.data import tables
from tracktwo.exchange.designations import read_designations
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.methods.screening import Designation
from tracktwo.steps.programme import actions, queries
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.forms import (
    AlarmForm,
    DesignationForm,
    MoneyForm,
    OrganisationsForm,
    RegisterForm,
    organisation_initial,
)
from tracktwo.steps.programme.models import Alarm, Part

LINES_ON_A_PAGE = 50
MOST_BYTES = 5_000_000


class ScreeningDoor(ProgrammeDoor):
    policy = "programme.see"
    deed_policy = "programme.change"
    step = 1

    def sides(self) -> list[tuple[int, str]]:
        return [(one.number, one.name) for one in self.programme.communities.all()]


class Screening(ScreeningDoor):
    """Everything of it on one page; whoever stands inside may read it, because it is about their safety."""

    template = "programme/screening.html"
    money_form: MoneyForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        programme, names = self.programme, dict(self.sides())
        ways = queries.money_ways(programme)
        register = Paginator(queries.access_register(programme), LINES_ON_A_PAGE)
        initial = {"payers_apart": ways.payers_apart, "no_honorarium": ways.no_honorarium}
        return super().context(
            open_alarms=queries.open_alarms(programme),
            answered=queries.access_alarms(programme).exclude(answer=""),
            organisations=[
                (row, Part(row.part).label, names.get(row.side or 0)) for row in queries.organisation_rows(programme)
            ],
            sheet=register.get_page(self.request.GET.get("page")),
            count=register.count,
            checked_on=queries.checked_on(programme),
            ways=ways,
            without_payer=[names[number] for number in queries.sides_without_payer(programme)],
            money_form=self.money_form or MoneyForm(initial=initial),
            may_change=can(self.request.user, "programme.change", programme.compartment),
            **more,
        )


class Money(Screening):
    """Set the ways of money."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.money_form = MoneyForm(request.POST)
        if not self.money_form.is_valid():
            return self.page(request, status=422)
        actions.set_money_ways(self.programme, **self.money_form.cleaned_data, by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept. Everybody inside can read how money may reach people."))
        return redirect("programme:screening", key)


class Answer(ScreeningDoor):
    """One match, and the answer to it."""

    policy = "programme.change"
    template = "programme/alarm.html"
    form: AlarmForm | None = None

    def alarm(self) -> Alarm:
        return get_object_or_404(queries.access_alarms(self.programme), pk=self.kwargs["number"])

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(alarm=self.alarm(), form=self.form or AlarmForm(), **more)

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        self.form = AlarmForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.answer_alarm(self.alarm(), **self.form.cleaned_data, by=self.standing(), now=timezone.now())
        messages.success(request, _("Answered. The answer and the digest of its reason are in the record."))
        return redirect("programme:screening", key)


class Organisations(ScreeningDoor):
    """Who funds, pays, houses and sits on panels."""

    policy = "programme.change"
    template = "programme/organisations.html"
    form: Any = None

    def context(self, **more: Any) -> dict[str, Any]:
        rows = [organisation_initial(one) for one in self.programme.organisations.all()]
        blank = OrganisationsForm(initial=rows, form_kwargs={"communities": self.sides()})
        known = [row for row in queries.organisation_rows(self.programme) if row.part in (Part.HOST, Part.ASSOCIATION)]
        return super().context(form=self.form or blank, known=[(row, Part(row.part).label) for row in known], **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = OrganisationsForm(request.POST, form_kwargs={"communities": self.sides()})
        if not self.form.is_valid():
            return self.page(request, status=422)
        new = actions.write_organisations(self.programme, self.form.lines(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Kept.") + " " + alarms_said(new))
        return redirect("programme:screening", key)


class Register(ScreeningDoor):
    """The door for a register as a file, and for one line of it."""

    policy = "programme.change"
    template = "programme/register.html"
    form: RegisterForm | None = None
    line_form: DesignationForm | None = None
    found: actions.Imported | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        today = timezone.localdate().isoformat()
        return super().context(
            form=self.form or RegisterForm(),
            line_form=self.line_form or DesignationForm(initial={"checked_on": today}),
            found=self.found,
            empty=not queries.access_register(self.programme).exists(),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = RegisterForm(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.page(request, status=422)
        lines = read_designations(_content(request, self.form))
        return self.take(lines, dry_run=self.form.cleaned_data["dry_run"])

    def take(self, lines: tuple[Designation, ...], *, dry_run: bool) -> HttpResponseBase:
        found = actions.import_designations(
            self.programme, lines, by=self.standing(), now=timezone.now(), dry_run=dry_run
        )
        if dry_run:
            self.found, self.form = found, None
            return self.page(self.request)
        return self.told(found)

    def told(self, found: actions.Imported) -> HttpResponseBase:
        said = _("New lines: %(new)s, changed: %(changed)s.") % {"new": found.new, "changed": found.changed}
        messages.success(self.request, f"{said} {alarms_said(found.alarms)}")
        return redirect("programme:screening", self.programme.key)


class HouseRegister(Register):
    """Take the few lines that come with the house."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        return self.take(read_designations(tables.designations_csv()), dry_run=False)


class OneLine(Register):
    """One line, typed from a source."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.line_form = DesignationForm(request.POST)
        if not self.line_form.is_valid():
            return self.page(request, status=422)
        found = actions.write_designation(self.programme, self.line_form.line(), by=self.standing(), now=timezone.now())
        return self.told(found)


def alarms_said(count: int) -> str:
    if not count:
        return _("No new match.")
    return ngettext(
        "%(number)s new match waits for an answer.", "%(number)s new matches wait for an answer.", count
    ) % {"number": count}


def _content(request: HttpRequest, form: RegisterForm) -> bytes:
    """The server drops a body beyond its limit before any form sees it; that is told from the length announced."""
    given = form.cleaned_data.get("file")
    if given is not None:
        content: bytes = given.read()
        return content
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > (settings.FILE_UPLOAD_MAX_MEMORY_SIZE or 0):
        raise Refusal("table.too_large", limit=MOST_BYTES)
    raise Refusal("screening.file_missing")
