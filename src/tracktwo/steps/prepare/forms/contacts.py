"""Saying how one wants to be reached, and whether somebody was."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.prepare.convert.contacts import WEEKS
from tracktwo.steps.prepare.models import ContactPlan, Reached


class ContactForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("How"), choices=ContactPlan.Channel.choices, help_text=_("The number or address stands in the vault.")
    )
    caller = forms.ChoiceField(label=_("By whom"), choices=ContactPlan.Caller.choices)


class SafeForm(forms.Form):
    """The own word on one check-in."""

    weeks = forms.TypedChoiceField(coerce=int, choices=[(weeks, weeks) for weeks in WEEKS])
    answer = forms.ChoiceField(choices=[(one.value, one.label) for one in (Reached.Answer.SAFE, Reached.Answer.HELP)])


class ReachedForm(forms.Form):
    """Which seat, which check-in, what came of it."""

    weeks = forms.TypedChoiceField(coerce=int, choices=[(weeks, weeks) for weeks in WEEKS])
    answer = forms.ChoiceField(choices=Reached.Answer.choices)

    def __init__(self, *args: Any, seats: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"] = forms.TypedChoiceField(coerce=int, choices=[(seat, seat) for seat in seats])
