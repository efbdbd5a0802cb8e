"""The words of a clause in another language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.convert import Stand
from tracktwo.steps.agree.forms.words import words_field


class RenderingForm(forms.Form):
    """``of_version``: the clause as it was read; ``seen``: the translation as it was read."""

    of_version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, stands: Iterable[Stand], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words_field(_("Words of the clause"), rows=5, language=language)
        self.sides = [one.side for one in stands if one.wants]
        for one in stands:
            if one.wants:
                label = _("What the bracket wants: %(community)s") % {"community": one.owner or _("Third party")}
                self.fields[f"wants_{one.side}"] = words_field(label, rows=2, language=language, required=False)

    @property
    def alternatives(self) -> dict[int, str]:
        return {side: self.cleaned_data.get(f"wants_{side}", "") for side in self.sides}
