"""To open a text, to draft a clause, to change its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.forms.words import words_field
from tracktwo.steps.agree.models import Text


class OpenForm(forms.Form):
    title = forms.CharField(
        label=_("Title"), help_text=_("In the language of the text, in words that every community would sign.")
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        choices=settings.LANGUAGES,
        help_text=_("The language in which it is agreed and frozen. Briefs carry it into the others in step 7."),
    )

    languages = forms.MultipleChoiceField(
        label=_("Kept in step in"),
        choices=settings.LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each clause is translated beside it and reviewed by a reader; one that falls behind is marked."),
    )
    mode = forms.ChoiceField(
        label=_("How it is written"), choices=Text.Mode.choices, widget=forms.RadioSelect, initial=Text.Mode.BRACKETED
    )


class ClauseForm(forms.Form):
    """A new clause, and behind which one it stands."""

    after = forms.ChoiceField(label=_("Where it stands"), required=False)

    def __init__(self, *args: Any, keys: Sequence[str], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = [
            ("", _("at the end")),
            *((key, _("behind clause %(clause)s") % {"clause": key}) for key in keys),
        ]
        words = words_field(
            _("Words of the clause"),
            rows=5,
            language=language,
            help_text=_("One thought a clause, so that a bracket holds up only what it is about."),
        )
        self.fields = {"words": words, **self.fields}


class CriticismForm(forms.Form):
    """What a community cannot carry in a clause, said of the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words_field(
            _("What your community cannot carry, and why"),
            rows=4,
            language=language,
            help_text=_(
                "Not other words: the third party finds those. It is your community’s, not yours: name nobody."
            ),
        )


class WordsForm(forms.Form):
    """Other words for a clause, with the version they were written on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words_field(_("Words of the clause"), rows=6, language=language)
