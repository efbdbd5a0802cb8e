"""Why a hit of the leak lint may stay."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class LetStandForm(forms.Form):
    mark = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why it may stand"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence, such as: the poet is meant, not the participant. It names nobody."),
    )
