"""Ticking the do-no-harm checklist."""

from __future__ import annotations

from typing import Any

from django import forms

from tracktwo.steps.prepare.convert.harm import harm_lines


class HarmForm(forms.Form):
    """A tick for every line. What is not ticked is refused with a sentence, not as a field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, sentence, source in harm_lines():
            self.fields[code] = forms.BooleanField(label=sentence, required=False, help_text=source)

    def ticked(self) -> list[str]:
        return [code for code, is_ticked in self.cleaned_data.items() if is_ticked]
