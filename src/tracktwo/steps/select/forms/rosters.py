"""What is typed about seats."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.dates import is_country

REASONS = (
    ("own_wish", _("Own wish, told to the convener")),
    ("illness", _("Illness")),
    ("cannot_travel", _("Cannot travel")),
    ("rules_broken", _("Ground rules broken")),
)


class FreezeDayForm(forms.Form):
    freezes_on = forms.DateField(
        label=_("The roster is final on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class GiveUpForm(forms.Form):
    """The convener gives up a seat for somebody: which, and a reason that is no person's words."""

    seat = forms.TypedChoiceField(label=_("Whose seat"), coerce=int)
    reason = forms.ChoiceField(label=_("Why"), choices=REASONS)

    def __init__(self, *args: object, seats: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = seats


class EntryForm(forms.Form):
    passport = forms.CharField(
        label=_("You would travel on a passport of"),
        max_length=2,
        help_text=_("The two letters of the country, such as PT."),
    )
    residence = forms.CharField(label=_("You live in"), max_length=2, help_text=_("Two letters again."))

    def clean_passport(self) -> str:
        return self._country("passport")

    def clean_residence(self) -> str:
        return self._country("residence")

    def _country(self, name: str) -> str:
        code: str = self.cleaned_data[name].strip().upper()
        if not is_country(code):
            raise forms.ValidationError(_("Write the two letters of a country, such as PT."))
        return code


class BiographyForm(forms.Form):
    biography = forms.CharField(
        label=_("Your biography, at most 500 words"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": "6", "autocomplete": "off"}),
    )
