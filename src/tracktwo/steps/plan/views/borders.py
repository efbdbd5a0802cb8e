"""What is known of borders: the rules in force, each with source and day, and the doors for more."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan import actions, queries
from tracktwo.steps.plan.convert.borders import border_rows, exit_rows, means_rows, transit_rows
from tracktwo.steps.plan.convert.words import country_words
from tracktwo.steps.plan.forms import PassportsForm, RulesForm, file_content
from tracktwo.steps.plan.views.plans import PlanDoor


class Borders(PlanDoor):
    """Rules for the delegation's passports at the places of the list."""

    policy = "plan.change"
    template = "plan/borders.html"
    passports: PassportsForm | None = None
    rules: RulesForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        book = queries.rules_in_force(self.programme)
        return super().context(
            rows=border_rows(queries.borders_asked(self.programme)),
            unknown=[tuple(map(country_words, pair)) for pair in queries.borders_unknown(self.programme)],
            transit=transit_rows(book.transit),
            exits=exit_rows(book.exits),
            means=means_rows(book.means),
            imported=queries.imported_table(self.programme),
            own=queries.own_rules(self.programme) is not None,
            passports_form=self.passports or PassportsForm(),
            rules_form=self.rules or RulesForm(),
            **more,
        )


class Passports(Borders):
    """Take the public passport table."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.passports = PassportsForm(request.POST, request.FILES)
        if not self.passports.is_valid():
            return self.page(request, status=422)
        content = file_content(request, self.passports, "passports")
        day = self.passports.cleaned_data["checked_on"]
        count = actions.import_passports(
            self.programme, content, checked_on=day, by=self.standing(), now=timezone.now()
        )
        told = ngettext("Imported: %(number)s passport.", "Imported: %(number)s passports.", count)
        messages.success(request, told % {"number": count})
        return redirect("plan:borders", key)


class Rules(Borders):
    """Take a rules file of the programme's own."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.rules = RulesForm(request.POST, request.FILES)
        if not self.rules.is_valid():
            return self.page(request, status=422)
        content = file_content(request, self.rules, "rules")
        actions.import_rules(self.programme, content, by=self.standing(), now=timezone.now())
        messages.success(request, _("Imported. The next plan keeps to these rules."))
        return redirect("plan:borders", key)


class RulesDropped(Borders):
    """Go back to what the house knows."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.drop_rules(self.programme, by=self.standing(), now=timezone.now())
        messages.success(request, _("The rules are those of the house again."))
        return redirect("plan:borders", key)
