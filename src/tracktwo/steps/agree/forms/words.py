"""A field for words of the text."""

from __future__ import annotations

from typing import Any

from django import forms


def words_field(label: Any, *, rows: int, language: str, required: bool = True, help_text: Any = "") -> forms.CharField:
    """Words of the text, typed in its own language."""
    area = forms.Textarea(attrs={"rows": rows, "lang": language})
    return forms.CharField(label=label, widget=area, required=required, help_text=help_text)
