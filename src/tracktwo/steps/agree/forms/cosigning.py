"""What a guarantor pastes to co-sign."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class CosignForm(forms.Form):
    signature = forms.CharField(
        label=_("Signature of your key"),
        max_length=400,
        widget=forms.Textarea(attrs={"autocomplete": "off", "spellcheck": "false", "rows": "3"}),
    )
