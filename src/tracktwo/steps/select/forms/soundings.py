"""What is typed about a conversation before any nomination."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.vault.notes import LONGEST_NOTE
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Sounding
from tracktwo.steps.select.models.soundings import ASKING


class SoundingForm(forms.Form):
    community = forms.ModelChoiceField(label=_("Community"), queryset=None, empty_label=None)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    channel = forms.ChoiceField(label=_("By which way"), choices=Sounding.Channel.choices)
    asked_by = forms.ChoiceField(label=_("Who asked, by role"), choices=[(role.value, role.label) for role in ASKING])
    outcome = forms.ChoiceField(label=_("What came of it"), choices=Sounding.Outcome.choices)
    next_step = forms.ChoiceField(label=_("Next step"), choices=Sounding.Next.choices)
    next_on = forms.DateField(
        label=_("Next step on (may stay empty)"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    words = forms.CharField(
        label=_("With whom and what was said (may stay empty)"),
        required=False,
        max_length=LONGEST_NOTE,
        help_text=_("Goes into the vault at once. Names belong here and nowhere else on this page."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = programme.communities.all()
        self.fields["community"].label_from_instance = lambda community: community.name
