"""What is said of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.prepare.models import Meeting
from tracktwo.steps.programme.models import Community


class MeetingForm(forms.Form):
    community = forms.ChoiceField(label=_("Community"))
    facilitator = forms.ChoiceField(label=_("Facilitator"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hour = forms.TimeField(label=_("Begins at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    zone = forms.CharField(
        label=_("By the clocks of"),
        max_length=40,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
        help_text=_("A zone by continent and city, such as Europe/Vienna."),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=480, initial=90)
    way = forms.ChoiceField(label=_("What kind of place"), choices=Meeting.Way.choices)

    def __init__(
        self, *args: Any, communities: Iterable[Community], facilitators: Iterable[Account], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.number): one for one in communities}
        self.people = {str(place): one for place, one in enumerate(facilitators)}
        cast(forms.ChoiceField, self.fields["community"]).choices = [(key, one.name) for key, one in self.known.items()]
        people = [(key, one.alias) for key, one in self.people.items()]
        cast(forms.ChoiceField, self.fields["facilitator"]).choices = people

    def said(self) -> dict[str, Any]:
        chosen = {
            "community": self.known[self.cleaned_data["community"]],
            "facilitator": self.people[self.cleaned_data["facilitator"]],
        }
        return self.cleaned_data | chosen
