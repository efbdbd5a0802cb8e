"""What is typed in step 2."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracktwo.methods.dates import is_country
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.stored import DAYS, edition_value
from tracktwo.steps.plan.convert.view import convention_words, place_words
from tracktwo.steps.plan.convert.words import kind_words
from tracktwo.steps.plan.models import DelegationProfile, Edition
from tracktwo.steps.programme.models import Community

MOST_BYTES = 5_000_000
EMPTY_LINES = 4


def file_content(request: HttpRequest, form: forms.Form, name: str = "file") -> bytes:
    """The bytes that were sent; the doors behind refuse what is no table.

    The server drops a body beyond its limit before any form sees it, so that case is told from the length announced.
    """
    given = form.cleaned_data.get(name)
    if given is not None:
        return given.read()
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise Refusal("table.too_large", limit=MOST_BYTES)
    raise Refusal("plan.file_missing")


def csv_field(label: Any, help_text: Any, accept: str = ".csv,text/csv") -> forms.FileField:
    return forms.FileField(
        label=label,
        help_text=help_text,
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": accept}),
    )


class ConventionsForm(forms.Form):
    file = csv_field(
        gettext_lazy("File (CSV, calendar or JSON)"),
        gettext_lazy(
            "One row for each edition: association, convention, edition, city, country, start, end, status, source,"
            " note. Days are written like 2026-09-01. A calendar (.ics) gives one edition for each entry."
        ),
        accept=".csv,.ics,.json,text/csv,text/calendar,application/json",
    )
    replace = forms.TypedChoiceField(
        label=gettext_lazy("What is already in the list"),
        choices=[
            ("", gettext_lazy("Stays, and is brought up to date")),
            ("replace", gettext_lazy("Goes where the file does not hold it, unless a workshop stands before it")),
        ],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )
    project = forms.BooleanField(
        label=gettext_lazy("Project editions that are not announced yet"), required=False, initial=True
    )


class KeptTableForm(forms.Form):
    file = csv_field(
        gettext_lazy("File (CSV)"),
        gettext_lazy(
            "One row for each day: community, month_day (like 08-24, 2026-08-24 for one year, or orthodox-easter),"
            " name, kind."
        ),
    )


class KeptDaysForm(forms.Form):
    """For each community, whose days of the table it keeps, and of which country the public holidays too."""

    def __init__(
        self,
        *args: Any,
        communities: Iterable[Community],
        keepers: list[str],
        chosen: dict[int, str],
        holidays: dict[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for community in communities:
            self.fields[f"side_{community.number}"] = forms.ChoiceField(
                label=community.name,
                choices=[("", _("no days")), *((word, word) for word in keepers)],
                initial=chosen.get(community.number, ""),
                required=False,
            )
            self.fields[f"holidays_{community.number}"] = forms.CharField(
                label=_("%(community)s: public holidays of") % {"community": community.name},
                initial=holidays.get(community.number, ""),
                max_length=2,
                required=False,
                help_text=_("Two letters of a country, such as UA. They weigh and do not forbid."),
                widget=forms.TextInput(attrs={"size": 2, "autocapitalize": "characters"}),
            )

    def choices(self) -> dict[int, str]:
        return self._by_number("side_")

    def holidays(self) -> dict[int, str]:
        return {number: said.strip().upper() for number, said in self._by_number("holidays_").items()}

    def _by_number(self, prefix: str) -> dict[int, str]:
        typed = self.cleaned_data.items()
        return {int(name.removeprefix(prefix)): said for name, said in typed if name.startswith(prefix)}


class LineForm(forms.Form):
    """How many of one community travel on one passport and live in one country."""

    community = forms.TypedChoiceField(label=gettext_lazy("Community"), coerce=int, required=False, empty_value=None)
    passport = forms.CharField(label=gettext_lazy("Passport"), max_length=2, required=False)
    residence = forms.CharField(label=gettext_lazy("Lives in"), max_length=2, required=False)
    count = forms.IntegerField(label=gettext_lazy("People"), min_value=0, max_value=500, required=False)

    def __init__(self, *args: Any, communities: Iterable[Community], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].choices = [("", "–"), *((one.number, one.name) for one in communities)]
        for name, hint in (("passport", "PT"), ("residence", "PT")):
            self.fields[name].widget.attrs |= {"size": 2, "placeholder": hint, "autocapitalize": "characters"}

    def clean_passport(self) -> str:
        return self._country("passport")

    def clean_residence(self) -> str:
        return self._country("residence")

    def _country(self, name: str) -> str:
        code = self.cleaned_data[name].strip().upper()
        if code and not is_country(code):
            raise forms.ValidationError(_("Write the two letters of a country, such as PT."))
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("count") and not self.errors:
            for name in ("community", "passport"):
                if not cleaned.get(name):
                    self.add_error(name, _("Fill this in, or set the number of people to 0."))
        return cleaned

    def line(self) -> tuple[int, str, str, int] | None:
        """(community number, passport, residence, count); None for a line without people."""
        if not self.cleaned_data.get("count"):
            return None
        passport = self.cleaned_data["passport"]
        residence = self.cleaned_data["residence"] or passport
        return self.cleaned_data["community"], passport, residence, self.cleaned_data["count"]


class BaseLines(forms.BaseFormSet):
    def clean(self) -> None:
        if any(self.errors):
            return
        classes = [line[:3] for line in self.lines()]
        if len(set(classes)) < len(classes):
            raise forms.ValidationError(
                _("A community, passport and residence stand in two lines. Add their numbers together in one.")
            )

    def lines(self) -> list[tuple[int, str, str, int]]:
        return [line for form in self.forms if (line := form.line())]


LinesForm = forms.formset_factory(LineForm, formset=BaseLines, extra=EMPTY_LINES, max_num=60)


def line_initial(row: DelegationProfile) -> dict[str, Any]:
    return {
        "community": row.community.number,
        "passport": row.passport,
        "residence": row.residence,
        "count": row.count,
    }


class WishesForm(forms.Form):
    """What the plan should keep to; the planner refuses what contradicts itself."""

    first_day = forms.DateField(
        label=gettext_lazy("Plan from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_day = forms.DateField(
        label=gettext_lazy("Plan until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    workshops = forms.IntegerField(
        label=gettext_lazy("Number of workshops"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=gettext_lazy("Empty: as many as the rhythm allows. Those already held count too."),
    )
    months_min = forms.IntegerField(label=gettext_lazy("Months between workshops, at least"), min_value=1, max_value=60)
    months_max = forms.IntegerField(
        label=gettext_lazy("Months between workshops, at most"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=gettext_lazy("Empty: any number of months may pass."),
    )
    length_days = forms.IntegerField(label=gettext_lazy("Days of a workshop"), min_value=1, max_value=21)
    offset_days = forms.IntegerField(
        label=gettext_lazy("Its last day lies so many days before the convention"), min_value=1, max_value=60
    )
    slack_days = forms.IntegerField(
        label=gettext_lazy("Or up to so many days earlier"),
        min_value=0,
        max_value=14,
        help_text=gettext_lazy("Where that keeps a day clear."),
    )
    hard_kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Days that a workshop never touches"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Other days to keep clear only weigh."),
    )
    clear_before = forms.IntegerField(label=gettext_lazy("Days kept free before such a day"), min_value=0, max_value=14)
    clear_after = forms.IntegerField(label=gettext_lazy("Days kept free after it"), min_value=0, max_value=14)
    promised = forms.MultipleChoiceField(
        label=gettext_lazy("Workshops already promised"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The plan keeps a workshop before each of these, and says what speaks against it."),
    )

    def __init__(self, *args: Any, kinds: list[str], editions: list[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions = {str(row.pk): row for row in editions}
        self.fields["hard_kinds"].choices = [(kind, kind_words(kind)) for kind in kinds]
        self.fields["promised"].choices = [(pk, _edition_label(row)) for pk, row in self.editions.items()]
        for name in ("hard_kinds", "promised"):
            if not self.fields[name].choices:
                del self.fields[name]

    def said(self) -> dict[str, Any]:
        """What was typed, as ``convert.stored`` keeps it."""
        said = dict(self.cleaned_data)
        said |= {name: said[name].isoformat() for name in DAYS}
        said["hard_kinds"] = said.get("hard_kinds", [])
        said["promised"] = [list(edition_value(self.editions[pk]).key) for pk in said.get("promised", [])]
        return said


def wishes_initial(said: dict[str, Any], editions: list[Edition]) -> dict[str, Any]:
    promised = {tuple(key) for key in said["promised"]}
    return {**said, "promised": [str(row.pk) for row in editions if edition_value(row).key in promised]}


def _edition_label(row: Edition) -> str:
    edition = edition_value(row)
    return f"{convention_words(edition)}, {place_words(edition)}, {date_format(row.start, 'DATE_FORMAT')}"
