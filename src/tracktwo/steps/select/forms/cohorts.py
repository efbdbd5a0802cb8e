"""What is typed to compute a cohort."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ComputeForm(forms.Form):
    objective = forms.ChoiceField(
        label=_("What is fair"),
        choices=[
            ("maximin", _("The least likely person is as likely as the quotas allow")),
            ("leximin", _("Then also the next one, and the next")),
        ],
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
