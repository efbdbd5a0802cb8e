"""What is typed of a story."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.transmit.models import Audience


class StoryForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    words = forms.CharField(
        label=_("The story"),
        max_length=4000,
        help_text=_("No names, no places of work, no dates that only you have. Say as much as you can live with."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class TellForm(StoryForm):
    language = forms.ChoiceField(label=_("Language in which you tell it"), choices=settings.LANGUAGES)
    field_order = ("language", "title", "words")


class ReadersForm(forms.Form):
    audiences = forms.MultipleChoiceField(
        label=_("Who may read it"),
        choices=Audience.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: nobody reads it. You can change this at any time."),
    )
