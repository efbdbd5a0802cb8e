"""What is typed in step 1."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import Host, Programme

MOST_COMMUNITIES = 3


class DescriptionForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=120,
        help_text=_("Neutral: no country, no name of a conflict. It may be read over a shoulder."),
    )
    description = forms.CharField(
        label=_("Neutral description"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the programme is for, in words that every community would sign."),
    )


class HostForm(forms.ModelForm):
    class Meta:
        model = Host
        fields = ("name", "funding", "positions", "affiliations", "ties")
        help_texts = {
            "funding": _("Every source, and its ties to a party of the conflict. Write “none” where there is none."),
            "positions": _("Statements, boycotts, resolutions: anything a participant could hold against you."),
            "affiliations": _("Universities, networks and boards the organisers belong to."),
            "ties": _("To governments, services, parties and negotiating teams."),
        }
        widgets = {part: forms.Textarea(attrs={"rows": 3}) for part in ("funding", "positions", "affiliations", "ties")}


class YearsForm(forms.ModelForm):
    class Meta:
        model = Programme
        fields = ("first_year", "last_year")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.min_value = 1990
            field.validators.append(_within_a_lifetime)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if first and last and not first <= last <= first + 15:
            self.add_error("last_year", _("The last year lies in the fifteen years after the first."))
        return cleaned

    def validate_constraints(self) -> None:
        """Years in order are checked above, with a kinder sentence than the database has."""


def _within_a_lifetime(year: int) -> None:
    if not 1990 <= year <= 2100:
        raise forms.ValidationError(_("Write a year between 1990 and 2100."))


class CommunityForm(forms.Form):
    """The names that one community accepts; at least one language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[code] = forms.CharField(
                label=_("Name in %(language)s") % {"language": language}, max_length=60, required=False
            )

    def names(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code, _name in settings.LANGUAGES if self.cleaned_data.get(code)}


class BaseCommunities(forms.BaseFormSet):
    def clean(self) -> None:
        if len(self.given()) < 2:
            raise forms.ValidationError(_("Name at least two communities, each in at least one language."))

    def given(self) -> list[dict[str, str]]:
        return [form.names() for form in self.forms if form.is_valid() and form.names()]


CommunitiesForm = forms.formset_factory(
    CommunityForm, formset=BaseCommunities, extra=MOST_COMMUNITIES, max_num=MOST_COMMUNITIES
)


class RulesForm(forms.Form):
    """One text area per language, one rule a line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[code] = forms.CharField(
                label=_("Rules in %(language)s, one a line") % {"language": language},
                required=False,
                max_length=6000,
                widget=forms.Textarea(attrs={"rows": 10, "lang": code}),
            )

    def texts(self) -> dict[str, list[str]]:
        return {
            code: [line.strip() for line in self.cleaned_data[code].splitlines() if line.strip()]
            for code, _name in settings.LANGUAGES
        }
