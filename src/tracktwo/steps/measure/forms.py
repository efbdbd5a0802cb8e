"""What is answered and typed in step 8."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.measure.convert.questions import Question

LONGEST_PHRASE = 120


class AnswerForm(forms.Form):
    """The questions, each of which may be left out, and the phrase: given out with the first wave, asked for later."""

    def __init__(self, *args: Any, questions: Sequence[Question], issues: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[question.name] = _typed(question) if question.is_typed else _chosen(question)
        if issues:
            self.fields["phrase"] = forms.CharField(max_length=LONGEST_PHRASE, widget=forms.HiddenInput)
            self.fields["written"] = forms.BooleanField(label=_("I have written the four words down"))
        else:
            self.fields["phrase"] = _remembered()

    def values(self) -> dict[str, int]:
        given = {question.name: self.cleaned_data.get(question.name) for question in self.questions}
        return {name: int(value) for name, value in given.items() if value not in (None, "")}


def _typed(question: Question) -> forms.Field:
    item = question.item
    return forms.IntegerField(
        label=question.words,
        required=False,
        min_value=item.low,
        max_value=item.high,
        help_text=_("A number: %(low)s is “%(low_end)s”, %(high)s is “%(high_end)s”. Leave it empty not to say.")
        % {"low": item.low, "low_end": question.low_end, "high": item.high, "high_end": question.high_end},
    )


def _chosen(question: Question) -> forms.Field:
    item = question.item
    ends = {item.low: question.low_end, item.high: question.high_end}
    steps = [
        (str(step), f"{step}: {ends[step]}" if step in ends else str(step)) for step in range(item.low, item.high + 1)
    ]
    return forms.ChoiceField(
        label=question.words,
        required=False,
        choices=[*steps, ("", _("I would rather not say"))],
        initial="",
        widget=forms.RadioSelect(attrs={"class": "scale"}),
    )


def _remembered() -> forms.Field:
    return forms.CharField(
        label=_("Your four words"),
        required=False,
        max_length=LONGEST_PHRASE,
        help_text=_(
            "The ones from before the workshop, in any of the languages. If you no longer have them, leave this empty:"
            " your answers count, but stand alone."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )


class ReportForm(forms.Form):
    language = forms.ChoiceField(label=_("Language of the report"), choices=settings.LANGUAGES)
