"""What is typed about a pool and its quotas."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.convert import QuotaLine

LARGEST_FILE = 5_000_000


class GatherForm(forms.Form):
    seats = forms.IntegerField(label=_("Seats in the cohort"), min_value=2, max_value=200, initial=16)


class PracticeForm(forms.Form):
    pool = forms.FileField(
        label=_("Pool"), help_text=_("CSV: a column id, and any others. No names, no addresses."), required=False
    )
    quotas = forms.FileField(
        label=_("Quotas"),
        help_text=_("CSV: feature, value, min, max (or category, feature, min, max)."),
        required=False,
    )
    seats = forms.IntegerField(label=_("Seats in the cohort"), min_value=1, max_value=5000, initial=12)
    household = forms.CharField(
        label=_("Column held to one seat"),
        help_text=_("Its heading, such as household or institution: of those who share one, at most one sits."),
        max_length=80,
        required=False,
    )
    house = forms.BooleanField(
        label=_("Take the practice file that comes with the house: forty rows that are nobody"), required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("house"):
            for part in ("pool", "quotas"):
                if not cleaned.get(part) and part not in self.errors:
                    self.add_error(part, _("Choose a file, or take the one that comes with the house."))
        return cleaned


class QuotasForm(forms.Form):
    """At least and at most for every value."""

    def __init__(self, *args: Any, lines: list[QuotaLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            for end, words, number in (("least", _("at least"), line.least), ("most", _("at most"), line.most)):
                self.fields[f"{end}.{line.name}"] = forms.IntegerField(
                    label=f"{line.feature_label}, {line.value_label}, {words}",
                    min_value=0,
                    max_value=5000,
                    initial=number,
                )

    def rows(self) -> list[tuple[QuotaLine, forms.BoundField, forms.BoundField]]:
        return [(line, self[f"least.{line.name}"], self[f"most.{line.name}"]) for line in self.lines]

    def ranges(self) -> dict[tuple[str, str], tuple[int, int]]:
        return {
            (line.feature, line.value): (
                self.cleaned_data[f"least.{line.name}"],
                self.cleaned_data[f"most.{line.name}"],
            )
            for line in self.lines
        }
