"""What is typed of a memorandum or a line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.transmit.models import Note


class NoteForm(forms.Form):
    """Title and words in every language, side by side on the page."""

    def __init__(self, *args: Any, note: Note | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = {text.language: text for text in note.texts.all()} if note else {}
        if note is None:
            self.fields["kind"] = forms.ChoiceField(label=_("What it is"), choices=Note.Kind.choices)
        for code, name in settings.LANGUAGES:
            text = written.get(code)
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": name},
                max_length=160,
                required=False,
                initial=text.title if text else "",
                widget=forms.TextInput(attrs={"lang": code}),
            )
            self.fields[f"body_{code}"] = forms.CharField(
                label=_("Words (%(language)s)") % {"language": name},
                max_length=6000,
                required=False,
                initial=text.body if text else "",
                widget=forms.Textarea(attrs={"rows": 6, "lang": code}),
            )

    def columns(self) -> list[tuple[Any, Any]]:
        return [(self[f"title_{code}"], self[f"body_{code}"]) for code, _name in settings.LANGUAGES]

    def texts(self) -> dict[str, tuple[str, str]]:
        data = self.cleaned_data
        return {code: (data[f"title_{code}"], data[f"body_{code}"]) for code, _name in settings.LANGUAGES}
