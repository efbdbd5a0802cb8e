"""Saying how the way stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.prepare.convert import HOST_ITEMS, Line
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.select.models import Seat


class SayForm(forms.Form):
    """One thing at a time: which, how it stands, and by code what it lacks."""

    item = forms.ChoiceField(choices=Readiness.Item.choices, widget=forms.HiddenInput)
    standing = forms.ChoiceField(choices=Readiness.Standing.choices, widget=forms.HiddenInput)
    lack = forms.ChoiceField(label=_("What it lacks"), choices=Readiness.Lack.choices, required=False)


class ArrangeForm(forms.Form):
    """What the host has done, for as many as it was done for."""

    item = forms.ChoiceField(label=_("What"), choices=[(item.value, item.label) for item in HOST_ITEMS])
    standing = forms.ChoiceField(
        label=_("How it stands"),
        choices=[one for one in Readiness.Standing.choices if one[0] != Readiness.Standing.BLOCKED],
        initial=Readiness.Standing.READY,
    )
    seats = forms.MultipleChoiceField(label=_("For whom"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(line.seat.pk): line.seat for line in lines}
        field = cast(forms.MultipleChoiceField, self.fields["seats"])
        field.choices = [(key, seat.account.alias) for key, seat in self.known.items()]

    def chosen(self) -> list[Seat]:
        return [self.known[key] for key in self.cleaned_data["seats"]]


class AfarForm(forms.Form):
    """Whose seat is taken from afar."""

    seat = forms.ChoiceField(label=_("Whose seat"))

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(line.seat.pk), line.seat.account.alias) for line in lines]
        cast(forms.ChoiceField, self.fields["seat"]).choices = choices
