"""What is typed to open a round, set its thresholds, assign, and answer objections."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.vault.notes import LONGEST_NOTE
from tracktwo.methods.criteria import CRITERIA, FEWEST_ASSESSORS, HIGHEST, Thresholds
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import OVERALL, criterion_label
from tracktwo.steps.select.models import Assignment, Objection, Round
from tracktwo.steps.select.queries import list_assessors, list_officers, nominees_of

STEPS = [(f"{half / 2:g}", f"{half / 2:g}") for half in range(2 * HIGHEST + 1)]


class RoundForm(forms.Form):
    officers = forms.ModelMultipleChoiceField(
        label=_("Two officers of the round"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Besides the assessors only they may have revealed who a nominee is."),
    )
    objections_until = forms.DateField(
        label=_("Guarantors may object until"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officers"].queryset = list_officers(programme)
        self.fields["officers"].label_from_instance = lambda account: account.alias


class ThresholdsForm(forms.Form):
    """One threshold a criterion, in half points, and one for the mean of the five."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in (*CRITERIA, OVERALL):
            self.fields[key] = forms.ChoiceField(
                label=criterion_label(key), choices=STEPS, initial="2.5" if key == OVERALL else "2"
            )

    def thresholds(self) -> Thresholds:
        least = {key: Fraction(self.cleaned_data[key]) for key in CRITERIA}
        return Thresholds(least, Fraction(self.cleaned_data[OVERALL]))


class AssignForm(forms.Form):
    each = forms.IntegerField(
        label=_("Assessors for each nominee"), min_value=FEWEST_ASSESSORS, max_value=9, initial=FEWEST_ASSESSORS
    )


class AnotherForm(forms.Form):
    nominee = forms.ModelChoiceField(label=_("Nominee"), queryset=None)
    assessor = forms.ModelChoiceField(label=_("Assessor"), queryset=None)

    def __init__(self, *args: Any, the_round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominee"].queryset = nominees_of(the_round)
        self.fields["nominee"].label_from_instance = lambda nominee: nominee.shown
        self.fields["assessor"].queryset = list_assessors(the_round.programme)
        self.fields["assessor"].label_from_instance = lambda account: account.alias


class ReleaseForm(forms.Form):
    assignment = forms.ModelChoiceField(label=_("Sheet not handed in"), queryset=None)

    def __init__(self, *args: Any, the_round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = Assignment.objects.filter(round=the_round, sheets=None)
        self.fields["assignment"].queryset = waiting.select_related("nomination__account", "assessor")
        self.fields["assignment"].label_from_instance = lambda one: f"{one.nomination.shown} · {one.assessor.alias}"


class ObjectForm(forms.Form):
    nominee = forms.ModelChoiceField(label=_("Nominee"), queryset=None)
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("please choose")), *Objection.Reason.choices])
    words = forms.CharField(
        label=_("What you know, and from where"),
        max_length=LONGEST_NOTE,
        help_text=_("Goes into the vault. The record keeps only which reason you chose."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, nominees: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominee"].queryset = nominees
        self.fields["nominee"].label_from_instance = lambda nominee: nominee.shown


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("Answer"), choices=[("", _("please choose")), *Objection.Answer.choices])
    words = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_NOTE,
        help_text=_("For the guarantor; goes into the vault."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )
