"""The words of a clause in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.convert import Stand
from tracktwo.steps.agree.forms.words import words_field

WANTS = re.compile(r"wants_[0-9]{1,3}", re.ASCII)


class RenderingForm(forms.Form):
    """``of_version``: the clause as it was read; ``seen``: the translation as it was read.

    Words for a bracket that was settled while somebody translated them come back in a field of their own, until its
    writer has emptied it: nothing typed is lost, and nothing is kept for a bracket that is not there.
    """

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
        self.gone = [
            name for name in self.data if WANTS.fullmatch(name) and name not in self.fields and self.data[name]
        ]
        for name in self.gone:
            self.fields[name] = words_field(
                _("Words for a bracket that is gone"), rows=2, language=language, required=False
            )

    @property
    def alternatives(self) -> dict[int, str]:
        return {side: self.cleaned_data.get(f"wants_{side}", "") for side in self.sides}

    def clean(self) -> None:
        for name in self.gone:
            if self.cleaned_data.get(name):
                self.add_error(
                    name, _("This bracket was settled meanwhile. Take over what you need, and empty this field.")
                )
