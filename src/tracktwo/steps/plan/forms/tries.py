"""What is typed to weigh, to try, and to import what is known of borders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tracktwo.methods.dates import Weights
from tracktwo.steps.plan.convert.words import weight_words
from tracktwo.steps.plan.forms.inputs import csv_field
from tracktwo.steps.plan.models import Workshop

MOST_POINTS = 1000


class WeightsForm(forms.Form):
    """How many points each inconvenience weighs; a field left empty keeps what it weighed."""

    def __init__(self, *args: Any, weights: Weights, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.weights = asdict(weights)
        for kind, points in self.weights.items():
            self.fields[f"weight_{kind}"] = forms.IntegerField(
                label=weight_words(kind), initial=points, min_value=0, max_value=MOST_POINTS, required=False
            )

    def said(self) -> dict[str, int]:
        typed = {kind: self.cleaned_data.get(f"weight_{kind}") for kind in self.weights}
        return {kind: self.weights[kind] if points is None else points for kind, points in typed.items()}


class WithoutForm(forms.Form):
    """Workshops of the plan that are tried as if their conventions were cancelled."""

    without = forms.MultipleChoiceField(
        label=gettext_lazy("As if these conventions were cancelled"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, workshops: Iterable[tuple[Workshop, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["without"].choices = [(str(row.number), said) for row, said in workshops]


class PassportsForm(forms.Form):
    passports = csv_field(
        gettext_lazy("File (CSV)"),
        gettext_lazy("The public Passport Index in its tidy form: Passport, Destination, Requirement, by two letters."),
    )
    checked_on = forms.DateField(
        label=gettext_lazy("Checked on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("The day of which the table speaks. Rules that were checked later outweigh it."),
    )


class RulesForm(forms.Form):
    rules = forms.FileField(
        label=gettext_lazy("File (TOML)"),
        help_text=gettext_lazy(
            "Entry, transit and exit rules with their sources; days on which the house is away, facilitators, prices."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )
