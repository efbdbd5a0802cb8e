"""Answering the consents."""

from __future__ import annotations

from typing import Any

from django import forms

from tracktwo.steps.prepare.models import Consent


class ConsentForm(forms.Form):
    def __init__(self, *args: Any, given: dict[str, bool | None] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for product in Consent.Product:
            self.fields[product.value] = forms.BooleanField(
                label=product.label, required=False, initial=bool((given or {}).get(product.value))
            )
