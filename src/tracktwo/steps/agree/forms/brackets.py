"""To open a bracket, to settle one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.forms.words import words_field

ADOPT, KEEP = "adopt", "keep"


class BracketForm(forms.Form):
    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stands"] = words_field(
            _("Words that stand"),
            rows=2,
            language=language,
            required=False,
            help_text=_("Copied from the clause, whole words. Leave it empty to ask for words to be added at its end."),
        )
        self.fields["wants"] = words_field(
            _("Words your community wants"),
            rows=2,
            language=language,
            required=False,
            help_text=_("What could stand there instead. Leave it empty to ask that the words be struck out."),
        )
        self.fields["reason"] = words_field(
            _("Reason"),
            rows=3,
            language=language,
            help_text=_("One sentence that the others can weigh. It is your community’s, not yours: name nobody."),
        )


class AmendForm(forms.Form):
    """How a community wants a clause to read, with the version that was read, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words_field(
            _("How the clause should read"),
            rows=6,
            language=language,
            help_text=_(
                "Change what your community cannot carry; from the first changed word to the last it is its bracket."
            ),
        )
        self.fields["reason"] = words_field(
            _("Reason"),
            rows=3,
            language=language,
            help_text=_("One sentence that the others can weigh. It is your community’s, not yours: name nobody."),
        )


class SettleForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Which words shall stand?"),
        choices=[(KEEP, _("The words that stand now")), (ADOPT, _("The words that the bracket wants"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, of_community: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_community:
            self.fields["in_room"] = forms.BooleanField(
                label=_("This was agreed in the room, aloud, with the community that owns the bracket."), required=False
            )
