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


class CellForm(forms.ModelForm):
    class Meta:
        model = Cell
        fields = ("state", "owner", "due", "reason")
        widgets = {"due": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        help_texts = {
            "owner": _("A role, not a person."),
            "reason": _("Only when it is waived: why this audience is not addressed."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [(state.value, state.label) for state in SETTABLE]
        self.fields["owner"].choices = [("", _("nobody yet")), *((role.value, role.label) for role in OWNERS)]

    def validate_constraints(self) -> None:
        """The deed refuses a waiver without a reason, with a kinder sentence than the database has."""


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
