"""What is typed in a draw."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.lottery import OBJECTIVES
from tracktwo.steps.select.forms.cohorts import ComputeForm

MOMENT = "%Y-%m-%dT%H:%M"
PLAIN = {"autocomplete": "off", "spellcheck": "false", "rows": "3"}


class FreezeForm(forms.Form):
    objective = forms.ChoiceField(
        label=_("What is fair"),
        choices=[pair for pair in ComputeForm.base_fields["objective"].choices if pair[0] in OBJECTIVES],
    )


def _moment(label: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, input_formats=[MOMENT], widget=widget)


class PublishForm(forms.Form):
    """Deadlines and the public value; all of it is fixed with the list."""

    sealed_until = _moment(_("Seals may be set until"))
    opened_until = _moment(_("Seals may be opened until"))
    beacon = forms.ChoiceField(
        label=_("Public value"),
        choices=[
            ("drand", _("drand quicknet: ten minutes after the opening ends, a round of a public beacon")),
            ("rfc3797", _("Public numbers named below, by RFC 3797: a lottery, an index, a temperature")),
            ("none", _("No network: openings alone; the last to open could choose between two numbers")),
        ],
    )
    sources = forms.CharField(
        label=_("Public numbers, one source a line"),
        required=False,
        max_length=1000,
        help_text=_("Only for RFC 3797: exactly which numbers, published when and where."),
        widget=forms.Textarea(attrs={"rows": "2"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lines = [line.strip() for line in cleaned.get("sources", "").splitlines() if line.strip()]
        if cleaned.get("beacon") == "rfc3797" and not lines:
            self.add_error("sources", _("Name at least one source."))
        return {**cleaned, "sources": tuple(lines)}


class KeyForm(forms.Form):
    public = forms.CharField(label=_("Public key, 64 digits"), max_length=200, widget=forms.Textarea(attrs=PLAIN))


class AffirmForm(forms.Form):
    """Empty for a party that has named no key."""

    signature = forms.CharField(
        label=_("Signature of your key"), required=False, max_length=400, widget=forms.Textarea(attrs=PLAIN)
    )


class SealForm(forms.Form):
    seal = forms.CharField(
        label=_("Seal"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": "44"}),
    )
    key = forms.CharField(
        label=_("Or a key of your own, 128 digits from 0–9 and a–f"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs=PLAIN),
    )
    signature = forms.CharField(
        label=_("Signature of your key under the seal"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs=PLAIN),
    )


class OpenForm(forms.Form):
    key = forms.CharField(
        label=_("The key you kept, or the whole file of “tracktwo seal”"),
        max_length=2000,
        widget=forms.Textarea(attrs=PLAIN),
    )


class ValueForm(forms.Form):
    value = forms.CharField(
        label=_("Public value"), required=False, max_length=9000, widget=forms.Textarea(attrs=PLAIN)
    )
