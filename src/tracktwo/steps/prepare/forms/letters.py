"""What is typed for a letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.prepare.convert.letters import LetterWords
from tracktwo.steps.prepare.models import Letter
from tracktwo.steps.select.models import Seat

FORMS = (("docx", "DOCX"), ("pdf", "PDF"))


class ReadForm(forms.Form):
    """Which letter is shown below."""

    letter = forms.ChoiceField(label=_("Letter"), choices=Letter.choices)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class LetterForm(ReadForm):
    """For whom, in which form, and why the name is needed."""

    form = forms.ChoiceField(label=_("File"), choices=FORMS)
    seat = forms.ChoiceField(label=_("For whom"))
    reason = forms.CharField(
        label=_("Why the name is needed"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("At least ten characters. The reveal is recorded with a digest of it, before anything is read."),
    )
    field_order = ("seat", "letter", "language", "form", "reason")

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(seat.pk): seat for seat in seats}
        choices = [(key, seat.account.alias) for key, seat in self.known.items()]
        cast(forms.ChoiceField, self.fields["seat"]).choices = [("", _("Choose a seat")), *choices]

    def chosen(self) -> Seat:
        return self.known[self.cleaned_data["seat"]]


def _text(label: Any, most: int, rows: int, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea(attrs={"rows": rows}))


class LetterTextForm(forms.Form):
    """The words of the host; who, when and where are filled in by the house."""

    body = _text(_("What the letter says"), 2000, 4, required=True)
    costs = _text(_("Who bears the cost"), 1000, 2)
    closing = _text(_("Closing"), 1000, 2)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["lang"] = language

    def words(self) -> LetterWords:
        return LetterWords(**self.cleaned_data)
