"""Answering the consents, adopting words for them, asking about a session at the convention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracktwo.data.consents import LAYERS
from tracktwo.steps.prepare.convert import Layer
from tracktwo.steps.prepare.models import Consent

YES, NO = "yes", "no"


class ConsentForm(forms.Form):
    """Yes, no or nothing yet for every layer; what is left open stays as it was. A yes to renew is never ticked."""

    def __init__(self, *args: Any, layers: list[Layer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.layers = layers
        for layer in layers:
            self.fields[layer.name] = forms.ChoiceField(
                label=layer.what,
                choices=[(YES, _("Yes")), (NO, _("No"))],
                widget=forms.RadioSelect,
                required=False,
                initial=_initial(layer),
            )

    def lines(self) -> Iterator[tuple[Layer, BoundField]]:
        for layer in self.layers:
            yield layer, self[layer.name]

    def answers(self) -> dict[str, bool]:
        return {layer.product: said == YES for layer, said in self._said() if layer.panel is None}

    def panels(self) -> dict[int, bool]:
        return {layer.panel.number: said == YES for layer, said in self._said() if layer.panel is not None}

    def _said(self) -> list[tuple[Layer, str]]:
        return [(layer, said) for layer in self.layers if (said := self.cleaned_data[layer.name])]


def _initial(layer: Layer) -> str:
    if layer.is_given:
        return "" if layer.asked_anew else YES
    return NO if layer.state == "refused" else ""


class WordsForm(forms.Form):
    """For every layer what is asked and what a no does, in every language, and the day by which it is answered."""

    answer_by = forms.DateField(
        label=gettext_lazy("Answer by"),
        help_text=gettext_lazy("From this day on, answers to older words count as none."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self, *args: Any, words: Mapping[str, Mapping[str, Sequence[str]]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for layer in LAYERS:
            for code, _language in settings.LANGUAGES:
                said = (words or {}).get(code, {}).get(layer, ["", ""])
                for place, name in enumerate(("what", "effect")):
                    self.fields[f"{name}_{layer}_{code}"] = forms.CharField(
                        max_length=600,
                        strip=True,
                        initial=said[place],
                        widget=forms.Textarea(attrs={"rows": 3, "lang": code}),
                        label=self._label(name, code),
                    )

    def _label(self, name: str, code: str) -> str:
        language = dict(settings.LANGUAGES)[code]
        if name == "what":
            return _("What is asked, in %(language)s") % {"language": language}
        return _("What a no does, in %(language)s") % {"language": language}

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields of each layer, under its short name."""
        names = dict(Consent.Product.choices)
        return [
            (str(names[layer]), [self[field] for field in self.fields if f"_{layer}_" in field]) for layer in LAYERS
        ]

    def texts(self) -> dict[str, dict[str, tuple[str, str]]]:
        said = self.cleaned_data
        return {
            code: {layer: (said[f"what_{layer}_{code}"], said[f"effect_{layer}_{code}"]) for layer in LAYERS}
            for code, _language in settings.LANGUAGES
        }


class PanelForm(forms.Form):
    """The title of one session at the convention, in every language that has one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title in %(language)s") % {"language": language}, required=False, max_length=160
            )

    def titles(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"title_{code}"] for code, _language in settings.LANGUAGES}
