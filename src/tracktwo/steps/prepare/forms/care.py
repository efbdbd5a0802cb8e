"""Writing the plan, saying what has happened, and what was learnt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.data.incidents import LINES
from tracktwo.foundation.people.models import Account
from tracktwo.steps.prepare.models import CarePlan, Incident

LONGEST_WAY, LONGEST_LINE = 120, 400


class CarePlanForm(forms.Form):
    """A few neutral words for each who is called (blank: is not), who decides, and the line in every language."""

    decides = forms.ChoiceField(label=_("Who decides what is done"), choices=CarePlan.Decider.choices)

    def __init__(self, *args: Any, plan: CarePlan | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _initial(plan))
        super().__init__(*args, **kwargs)
        for who in CarePlan.Callee:
            self.fields[f"call_{who.value}"] = forms.CharField(
                label=str(who.label).capitalize(), required=False, max_length=LONGEST_WAY
            )
        for language, name in settings.LANGUAGES:
            self.fields[f"line_{language}"] = forms.CharField(
                label=_("The line, %(language)s") % {"language": name},
                max_length=LONGEST_LINE,
                widget=forms.Textarea(attrs={"rows": 3, "lang": language}),
            )

    def called(self) -> dict[str, str]:
        found = {who.value: self.cleaned_data[f"call_{who.value}"].strip() for who in CarePlan.Callee}
        return {who: words for who, words in found.items() if words}

    def lines(self) -> dict[str, str]:
        return {language: self.cleaned_data[f"line_{language}"] for language, _name in settings.LANGUAGES}


def _initial(plan: CarePlan | None) -> dict[str, str]:
    lines = LINES | (plan.lines if plan else {})
    called = plan.called if plan else {}
    said = {f"line_{language}": text for language, text in lines.items()}
    said |= {f"call_{who}": words for who, words in called.items()}
    return said | {"decides": plan.decides if plan else CarePlan.Decider.TWO.value}


class IncidentForm(forms.Form):
    kind = forms.ChoiceField(choices=Incident.Kind.choices)


class LessonForm(forms.Form):
    """What was learnt, as codes: words would say what happened to whom."""

    lessons = forms.MultipleChoiceField(
        label=_("What did it teach?"), choices=Incident.Lesson.choices, widget=forms.CheckboxSelectMultiple
    )


class LostForm(forms.Form):
    """Whose device it is, by alias."""

    account = forms.ChoiceField(label=_("Whose device, by alias"))

    def __init__(self, *args: Any, accounts: Iterable[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(account.pk): account for account in accounts}
        choices = [(key, account.alias) for key, account in self.known.items()]
        cast(forms.ChoiceField, self.fields["account"]).choices = choices

    def chosen(self) -> Account:
        return self.known[self.cleaned_data["account"]]
