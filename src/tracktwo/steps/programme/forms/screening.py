"""What is typed about designations and organisations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.exchange.designations import LONGEST, names_in
from tracktwo.methods.screening import Designation
from tracktwo.steps.programme.actions.screening import REASON
from tracktwo.steps.programme.models import Alarm, Organisation, Part, RegisterLine

TYPED_PARTS = (Part.FUNDER, Part.PAYER, Part.VENUE, Part.PANEL)
EMPTY_LINES = 3


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class RegisterForm(forms.Form):
    file = forms.FileField(
        label=_("File (CSV)"),
        help_text=_(
            "One row for each designation: register, kind (undesirable, sanction, law), name, other_names (parted by"
            " |), authority, since, until, source, checked_on, note."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    dry_run = forms.BooleanField(
        label=_("Only say what would come of it"),
        help_text=_("Nothing is kept. You choose the file once more when you import it."),
        required=False,
    )


class DesignationForm(forms.Form):
    register = forms.CharField(
        label=_("Register"), max_length=LONGEST["register"], help_text=_("Whose list this is, as you call it.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=RegisterLine.Kind.choices)
    name = forms.CharField(label=_("Name as it is written there"), max_length=LONGEST["name"])
    other_names = forms.CharField(
        label=_("Other names"),
        max_length=LONGEST["other_names"],
        required=False,
        help_text=_("Translations and short names, parted by |. Spelling in another alphabet is found without them."),
    )
    authority = forms.CharField(label=_("Who designated it"), max_length=LONGEST["authority"], required=False)
    since = _day(_("Since"))
    until = _day(_("Until"), required=False)
    source = forms.CharField(
        label=_("Source"),
        max_length=LONGEST["source"],
        help_text=_("Where a sceptic can read it: address or citation."),
    )
    checked_on = _day(_("Source looked at on"))
    note = forms.CharField(label=_("Note"), max_length=LONGEST["note"], required=False)

    def line(self) -> Designation:
        return Designation(**self.cleaned_data | {"other_names": names_in(self.cleaned_data["other_names"])})


class OrganisationForm(forms.Form):
    part = forms.ChoiceField(
        label=_("Part"), choices=[("", "–"), *((one, one.label) for one in TYPED_PARTS)], required=False
    )
    name = forms.CharField(
        label=_("Name"), max_length=200, required=False, widget=forms.TextInput(attrs={"data-long": ""})
    )
    side = forms.TypedChoiceField(label=_("Pays for"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, communities: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [("", _("everybody")), *communities]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name") and not cleaned.get("part"):
            self.add_error("part", _("Say what this organisation is to the programme."))
        if cleaned.get("part") != Part.PAYER:
            cleaned["side"] = None
        return cleaned

    def line(self) -> tuple[str, str, int | None] | None:
        """None for an empty line, which is how one is removed."""
        said = self.cleaned_data
        return (said["part"], said["name"], said["side"]) if said.get("name", "").strip() else None


class BaseOrganisations(forms.BaseFormSet):
    def lines(self) -> list[tuple[str, str, int | None]]:
        return [line for form in self.forms if (line := form.line())]


OrganisationsForm = forms.formset_factory(OrganisationForm, formset=BaseOrganisations, extra=EMPTY_LINES, max_num=60)


def organisation_initial(one: Organisation) -> dict[str, Any]:
    return {"part": one.part, "name": one.name, "side": one.side}


class AlarmForm(forms.Form):
    answer = forms.ChoiceField(label=_("What it means"), choices=Alarm.Answer.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("What you checked, and what follows"),
        min_length=REASON[0],
        max_length=REASON[1],
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody inside can read it. No names of people."),
    )


class MoneyForm(forms.Form):
    payers_apart = forms.BooleanField(
        label=_("Each community has a payer of its own"),
        required=False,
        help_text=_("Nobody’s ticket is paid by an organisation that endangers them at home."),
    )
    no_honorarium = forms.BooleanField(
        label=_("Nobody is paid a fee"),
        required=False,
        help_text=_(
            "Tickets and rooms are paid to those who sell them; no money passes through a participant’s hands."
        ),
    )
