"""What is typed in step 7."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.transmit.models import Brief, Cell

OWNERS = (Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR, Role.GUARANTOR, Role.PARTICIPANT)

# A cell becomes delivered by the release of its brief, never by hand.
SETTABLE = (Cell.State.OPEN, Cell.State.IN_HAND, Cell.State.WAIVED)


class CellForm(forms.Form):
    """Not a form of the model: the deed refuses a waiver without a reason in kinder words than a constraint."""

    state = forms.ChoiceField(label=_("State"), choices=[(state.value, state.label) for state in SETTABLE])
    owner = forms.ChoiceField(
        label=_("Who sees to it"),
        choices=[("", _("nobody yet")), *((role.value, role.label) for role in OWNERS)],
        required=False,
        help_text=_("A role, not a person."),
    )
    due = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reason for waiving"),
        max_length=300,
        required=False,
        help_text=_("Only when it is waived: why this audience is not addressed."),
    )


def cell_form(cell: Cell) -> CellForm:
    """The form with what stands in the cell now."""
    return CellForm(initial={"state": cell.state, "owner": cell.owner, "due": cell.due, "reason": cell.reason})


class BriefForm(forms.Form):
    """Title and words in every language of the house."""

    def __init__(self, *args: Any, brief: Brief, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = {text.language: text for text in brief.texts.all()}
        for code, language in settings.LANGUAGES:
            text = written.get(code)
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": language},
                max_length=160,
                required=False,
                initial=text.title if text else "",
                widget=forms.TextInput(attrs={"lang": code}),
            )
            self.fields[f"body_{code}"] = forms.CharField(
                label=_("Findings (%(language)s)") % {"language": language},
                max_length=12000,
                required=False,
                initial=text.body if text else "",
                help_text=_("An empty line begins a new paragraph."),
                widget=forms.Textarea(attrs={"rows": 10, "lang": code}),
            )

    def texts(self) -> dict[str, tuple[str, str]]:
        return {
            code: (self.cleaned_data[f"title_{code}"], self.cleaned_data[f"body_{code}"])
            for code, _name in settings.LANGUAGES
        }
