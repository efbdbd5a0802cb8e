"""What is typed of a cell."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.transmit.models import Cell

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
