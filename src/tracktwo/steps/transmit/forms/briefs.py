"""What is typed of a brief."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.transmit.models import Brief


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
