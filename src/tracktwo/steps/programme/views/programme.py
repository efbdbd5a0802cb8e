"""Pages of step 1."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.data.ground_rules import RULES
from tracktwo.foundation.people.actions import issue_invitation
from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.forms import InvitationForm
from tracktwo.foundation.people.models import Account, Compartment
from tracktwo.foundation.people.queries import list_open_invitations, list_standings
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.convert import HOUSE, phase_rows
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.forms import (
    CommunitiesForm,
    DescriptionForm,
    HostForm,
    RulesForm,
    YearsForm,
)
from tracktwo.steps.programme.queries import (
    access_register,
    checked_on,
    current_agenda,
    current_rules,
    list_communities,
    money_ways,
    open_alarms,
)


class New(Door):
    """Create a programme: title, description, years, communities, host. Asked of the house."""

    policy = "programme.create"
    template = "programme/new.html"
    forms: dict[str, Any] | None = None

    def find_compartment(self, **kwargs: Any) -> Compartment:
        house = Compartment.objects.filter(id=HOUSE).first()
        if house is None:
            raise Http404
        return house

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(**(self.forms or self._forms(None)), **more)

    def _forms(self, typed: Any) -> dict[str, Any]:
        year = timezone.localdate().year
        return {
            "description": DescriptionForm(typed, prefix="words"),
            "years": YearsForm(typed, prefix="years", initial={"first_year": year, "last_year": year + 3}),
            "communities": CommunitiesForm(typed, prefix="communities"),
            "host": HostForm(typed, prefix="host"),
        }

    def post(self, request: HttpRequest) -> HttpResponseBase:
        self.forms = self._forms(request.POST)
        if not all([form.is_valid() for form in self.forms.values()]):  # noqa: C419 - every form shows its errors
            return self.page(request, status=422)
        words, years = self.forms["description"].cleaned_data, self.forms["years"].cleaned_data
        if not isinstance(request.user, Account):
            raise Http404
        programme = actions.create_programme(
            request.user,
            title=words["title"],
            description=words["description"],
            language=translation.get_language() or "en",
            years=(years["first_year"], years["last_year"]),
            communities=self.forms["communities"].given(),
            host=self.forms["host"].cleaned_data,
        )
        messages.success(request, _("The programme is open. Next: adopt its agenda and its rules."))
        return redirect("programme:about", programme.key)


class About(ProgrammeDoor):
    """Step 1 on one page: the words, the communities, the declaration, the agenda, the rules."""

    policy = "programme.see"
    template = "programme/about.html"
    step = 1

    def context(self, **more: Any) -> dict[str, Any]:
        agenda = current_agenda(self.programme)
        return super().context(
            communities=list_communities(self.programme, timezone.localdate()),
            host=self.programme.host,
            rules=current_rules(self.programme),
            agenda=agenda,
            phases=phase_rows(agenda) if agenda else [],
            designations=access_register(self.programme).count(),
            open_alarms=open_alarms(self.programme).count(),
            checked_on=checked_on(self.programme),
            ways=money_ways(self.programme),
            **more,
        )


class Describe(ProgrammeDoor):
    policy = "programme.change"
    template = "programme/describe.html"
    step = 1
    forms: tuple[DescriptionForm, HostForm] | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        words, host = self.forms or (
            DescriptionForm(initial={"title": self.programme.title, "description": self.programme.description}),
            HostForm(instance=self.programme.host),
        )
        return super().context(words=words, host_form=host, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.forms = (DescriptionForm(request.POST), HostForm(request.POST))
        if not all([form.is_valid() for form in self.forms]):  # noqa: C419 - both forms show their errors
            return self.page(request, status=422)
        words, host = (form.cleaned_data for form in self.forms)
        actions.describe_programme(self.programme, **words, host=host, by=self.standing())
        messages.success(request, _("The words are changed; the record keeps their digest."))
        return redirect("programme:about", key)


class Rules(ProgrammeDoor):
    policy = "programme.change"
    template = "programme/rules.html"
    step = 1
    form: RulesForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        rules = current_rules(self.programme)
        texts = rules.texts if rules else RULES
        initial = {language: "\n".join(lines) for language, lines in texts.items()}
        return super().context(form=self.form or RulesForm(initial=initial), rules=rules, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = RulesForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        rules = actions.adopt_rules(self.programme, self.form.texts(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Version %(number)s of the rules is adopted.") % {"number": rules.version})
        return redirect("programme:about", key)


class People(ProgrammeDoor):
    """Who stands in the programme, by alias, and invitations that wait. An invitation's code is shown once, here."""

    policy = "programme.people"
    template = "programme/people.html"
    step = 1
    form: InvitationForm | None = None

    def _sides(self) -> list[tuple[int, str]]:
        return [(community.number, community.name) for community in self.programme.communities.all()]

    def context(self, **more: Any) -> dict[str, Any]:
        names = dict(self._sides())
        return super().context(
            form=self.form or InvitationForm(sides=self._sides()),
            standings=[(standing, names.get(standing.side)) for standing in list_standings(self.programme.compartment)],
            invitations=[(one, names.get(one.side)) for one in list_open_invitations(self.programme.compartment)],
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = InvitationForm(request.POST, sides=self._sides())
        if not self.form.is_valid():
            return self.page(request, status=422)
        _invitation, code = issue_invitation(
            self.programme.compartment, **self.form.cleaned_data, by=self.standing(), now=timezone.now()
        )
        self.form = None
        return self.page(request, code=code)
