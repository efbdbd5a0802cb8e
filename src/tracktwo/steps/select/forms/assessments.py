"""What an assessor types: whether there is a tie, a sheet, a second thought."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.vault.actions import LONGEST_TEXT
from tracktwo.steps.select.convert import RubricWords, rubrics
from tracktwo.steps.select.models import Assignment, Nomination

LONGEST_EVIDENCE = 700


class ConflictForm(forms.Form):
    conflict = forms.ChoiceField(
        label=_("Is there a tie between you and this nominee?"),
        choices=[(Assignment.NONE, _("none that I know of")), *Assignment.Conflict.choices],
        widget=forms.RadioSelect,
        help_text=_("With a tie you do not assess this nominee. The record keeps which kind, not whose."),
    )


class ScoresForm(forms.Form):
    """One choice for each criterion given, each score with its sentence."""

    evidence = False

    def __init__(self, *args: Any, criteria: Iterable[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = [one for one in rubrics() if criteria is None or one.key in criteria]
        for rubric in self.words:
            self.fields[rubric.key] = forms.TypedChoiceField(
                label=rubric.name,
                coerce=int,
                choices=[(str(score), f"{score} · {anchor}") for score, anchor in enumerate(rubric.anchors)],
                widget=forms.RadioSelect,
            )
            if self.evidence:
                self.fields[f"seen_{rubric.key}"] = _seen(rubric)

    def rows(self) -> list[tuple[RubricWords, forms.BoundField, forms.BoundField | None]]:
        return [(one, self[one.key], self[f"seen_{one.key}"] if self.evidence else None) for one in self.words]

    def scores(self) -> dict[str, int]:
        return {one.key: self.cleaned_data[one.key] for one in self.words}


class SheetForm(ScoresForm):
    evidence = True

    def observed(self) -> dict[str, str]:
        return {one.key: self.cleaned_data[f"seen_{one.key}"] for one in self.words}


def _seen(rubric: RubricWords) -> forms.CharField:
    return forms.CharField(
        label=_("What did you see or read?"),
        max_length=LONGEST_EVIDENCE,
        help_text=rubric.look_for,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )


class RescoreForm(ScoresForm):
    """Only what is two points apart, and why the score changes or stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.CharField(
            label=_("What did the discussion change?"),
            max_length=LONGEST_EVIDENCE,
            help_text=_("Goes into the vault, beside what you wrote first."),
            widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
        )


class WhoForm(forms.Form):
    nominee = forms.ModelChoiceField(label=_("Nominee"), queryset=None)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_TEXT,
        help_text=_("What you need the identity for. The officers can read it; it is kept encrypted."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, nominees: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominee"].queryset = nominees
        self.fields["nominee"].label_from_instance = _named


def _named(nominee: Nomination) -> str:
    return f"{nominee.shown} · {nominee.community.name}"
