"""What is typed into an application."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


def _text(label: Any, most: int, rows: int, help_text: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, widget=area, help_text=help_text)


class ApplicationForm(forms.Form):
    """Nothing is obligatory: what is missing is told, not refused."""

    language = forms.ChoiceField(label=_("Language of the application"), choices=settings.LANGUAGES)
    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    coordinators = _text(_("Coordinators"), 600, 2, _("By role or alias; names are filled in at the very end."))
    abstract = _text(_("Abstract"), 3_000, 4, _("At most 200 words."))
    description = _text(_("Description and rationale"), 24_000, 10, _("At most five pages. What is new, and why now."))
    relation = _text(
        _("Relation to the convention"), 3_000, 3, _("What the workshop carries into the convention, and how.")
    )
    commitments = _text(
        _("Statement of commitment"), 3_000, 3, _("That everybody, alternates too, has agreed to take part.")
    )
    alternates = _text(_("Alternates"), 800, 3, _("At least two, by alias, one a line. Never a name."))
    budget = _text(
        _("Budget"),
        6_000,
        6,
        _("One line each: kind; what; amount. Kinds: travel, rooms, meals, space, equipment, fee, other."),
    )
    currency = forms.RegexField(label=_("Currency"), regex=r"^[A-Z]{3}$", initial="EUR")

    def words(self) -> dict[str, str]:
        return {name: said for name, said in self.cleaned_data.items() if name != "language"}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the names are needed"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("At least ten characters. The record keeps the number of people and a digest of the reason."),
    )
