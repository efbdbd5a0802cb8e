"""What is typed about goes, events, deadlines, hours."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracktwo.methods.calendar import KINDS, MOST_DAYS
from tracktwo.steps.plan.actions.calendar import MOST_REMOTE
from tracktwo.steps.plan.actions.going import CALLED_OFF, LEAST_REASON
from tracktwo.steps.plan.convert.going import deadline_why, deadline_words
from tracktwo.steps.plan.models import GoWord, OutsideEvent, Workshop


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class EventForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What kind"), choices=OutsideEvent.Kind.choices)
    happened_on = _day(gettext_lazy("Day"))
    words = forms.CharField(
        label=gettext_lazy("What happened"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("In words every community would sign. No names of people."),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300)
    bears_on = forms.MultipleChoiceField(
        label=gettext_lazy("Workshops it bears on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Each is asked for its go anew; words given before no longer count."),
    )

    def __init__(self, *args: Any, ahead: list[Workshop], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ahead = {str(workshop.number): workshop for workshop in ahead}
        self.fields["bears_on"].choices = [
            (number, _("Workshop %(number)s") % {"number": number}) for number in self.ahead
        ]
        if not ahead:
            del self.fields["bears_on"]

    def said(self) -> dict[str, Any]:
        chosen = self.cleaned_data.get("bears_on", [])
        return self.cleaned_data | {"bears_on": [self.ahead[number] for number in chosen]}


class WordForm(forms.Form):
    word = forms.ChoiceField(
        label=gettext_lazy("May it be held?"), choices=GoWord.Word.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("A no needs one. Host and guarantors read it."),
    )


class CallOffForm(forms.Form):
    standing = forms.ChoiceField(
        label=gettext_lazy("The workshop is"),
        choices=[(one.value, one.label) for one in CALLED_OFF],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"), min_length=LEAST_REASON, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


class NewDaysForm(forms.Form):
    first = _day(gettext_lazy("First day"))
    last = _day(gettext_lazy("Last day"))


class HoursForm(forms.Form):
    zone = forms.CharField(
        label=gettext_lazy("Time zone of the place"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("By continent and city, like Europe/Lisbon. Empty: what the city tells."),
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
    )
    opens_at = _hour(gettext_lazy("The room opens"))
    closes_at = _hour(gettext_lazy("The room closes"))
    remote_seats = forms.IntegerField(
        label=gettext_lazy("Remote seats"),
        min_value=0,
        max_value=MOST_REMOTE,
        help_text=gettext_lazy("For those who may not leave or enter. They take part by screen, in the hours below."),
    )
    remote_zones = forms.CharField(
        label=gettext_lazy("Zones they sit in"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Parted by commas. Zones only, never who sits where."),
    )

    def said(self) -> dict[str, Any]:
        zones = [name.strip() for name in self.cleaned_data["remote_zones"].split(",") if name.strip()]
        return self.cleaned_data | {"remote_zones": zones, "zone": self.cleaned_data["zone"].strip()}


def hours_initial(workshop: Workshop) -> dict[str, Any]:
    return {
        "zone": workshop.zone,
        "opens_at": workshop.opens_at,
        "closes_at": workshop.closes_at,
        "remote_seats": workshop.remote_seats,
        "remote_zones": ", ".join(workshop.remote_zones),
    }


class OffsetsForm(forms.Form):
    """Days before the first day, one number for each deadline."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in KINDS:
            said = deadline_words(kind)
            self.fields[kind] = forms.IntegerField(
                label=said[:1].upper() + said[1:], min_value=0, max_value=MOST_DAYS, help_text=deadline_why(kind)
            )
