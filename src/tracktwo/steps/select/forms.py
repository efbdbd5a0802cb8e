"""What is typed in step 3."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.lottery import OBJECTIVES
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import ATTRIBUTES, QuotaLine, feature_label, value_label

LARGEST_FILE = 5_000_000


class ProposeForm(forms.Form):
    """Goes into the vault, except for the community."""

    community = forms.ModelChoiceField(label=_("Community"), queryset=None, empty_label=None)
    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )
    contact = forms.CharField(
        label=_("How to reach them"),
        max_length=200,
        help_text=_("A telephone number or an address that is safe for them."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = programme.communities.all()
        self.fields["community"].label_from_instance = lambda community: community.name

    def identity(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in ("name", "contact")}


class ConsentForm(forms.Form):
    """What the quotas look at, asked of the nominee and nobody else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for feature, values in ATTRIBUTES.items():
            self.fields[feature] = forms.ChoiceField(
                label=feature_label(feature),
                choices=[("", _("please choose")), *((value, value_label(feature, value)) for value in values)],
            )


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


class ComputeForm(forms.Form):
    objective = forms.ChoiceField(
        label=_("What is fair"),
        choices=[
            (objective, {
                "maximin": _("The least likely person is as likely as the quotas allow"),
                "leximin": _("Then also the next one, and the next"),
            }[objective])
            for objective in OBJECTIVES
        ],
    )  # fmt: skip
    number = forms.RegexField(
        r"^([0-9a-fA-F]{2}){8,64}$",
        label=_("The number that draws"),
        required=False,
        help_text=_(
            "Hexadecimal, 16 to 128 digits, agreed aloud by the guarantors. Left empty, this house makes one; "
            "then the draw rests on trust in the house, and the page says so."
        ),
        error_messages={"invalid": _("Use only 0–9 and a–f, an even number of digits, at least 16.")},
    )
