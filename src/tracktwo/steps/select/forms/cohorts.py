"""What is typed to compute a cohort."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SUITABILITY = "suitability"


class ComputeForm(forms.Form):
    objective = forms.ChoiceField(
        label=_("What is fair"),
        choices=[
            ("maximin", _("The least likely person is as likely as the quotas allow")),
            ("leximin", _("Then also the next one, and the next")),
        ],
    )
    floor = forms.RegexField(
        r"^(0[.,]\d{1,6}|\d{1,4}/[1-9]\d{0,3})$",
        label=_("Least chance of everybody"),
        required=False,
        help_text=_("Only with suitability: 0.05, or 1/20. What the others leave goes to the highest assessed."),
        error_messages={"invalid": _("Write a decimal such as 0.05, or a fraction such as 1/20.")},
    )
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

    def __init__(self, *args: Any, assessed: bool = False, **kwargs: Any) -> None:
        """``assessed``: everybody in the pool has a score, so suitability can be asked for."""
        super().__init__(*args, **kwargs)
        if assessed:
            wanted = (SUITABILITY, _("The highest assessed, while everybody keeps a least chance"))
            self.fields["objective"].choices = [*self.fields["objective"].choices, wanted]
        else:
            del self.fields["floor"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        floor = (cleaned.get("floor") or "").replace(",", ".")
        if cleaned.get("objective") != SUITABILITY:
            return {**cleaned, "floor": ""}
        if not floor and "floor" not in self.errors:
            self.add_error("floor", _("Say how likely everybody must be at least."))
        elif floor and Fraction(floor) > 1:
            self.add_error("floor", _("A chance is at most 1."))
        return {**cleaned, "floor": floor}
