"""How many rooms, who interprets, who is kept apart, and in which languages somebody talks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.prepare.convert.rooms import language_name
from tracktwo.steps.prepare.models import KeptApart
from tracktwo.steps.select.models import Seat

INTERPRETERS = 3
MOST_ROUNDS = 8


def every_language() -> list[tuple[str, str]]:
    """Languages by code, without their regional kinds, in the order of their names."""
    known = [code for code, about in LANG_INFO.items() if "-" not in code and "name" in about]
    return sorted(((code, language_name(code)) for code in known), key=lambda one: one[1])


class RoomsForm(forms.Form):
    rooms = forms.IntegerField(label=_("Rooms"), min_value=1, max_value=200)
    rounds = forms.IntegerField(label=_("Rounds"), min_value=1, max_value=MOST_ROUNDS, initial=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("nobody")), *every_language()]
        for number in range(1, INTERPRETERS + 1):
            for end in ("one", "other"):
                self.fields[f"{end}_{number}"] = forms.ChoiceField(choices=choices, required=False)

    def counts(self) -> list[Any]:
        return [self["rooms"], self["rounds"]]

    def pairs(self) -> list[tuple[int, Any, Any]]:
        """The fields of each interpreter, for the page."""
        return [(number, self[f"one_{number}"], self[f"other_{number}"]) for number in range(1, INTERPRETERS + 1)]

    def interpreters(self) -> list[list[str]]:
        """Those of whom two different languages were chosen."""
        said = self.cleaned_data
        chosen = [[said[f"one_{number}"], said[f"other_{number}"]] for number in range(1, INTERPRETERS + 1)]
        return [pair for pair in chosen if all(pair) and pair[0] != pair[1]]


class ApartForm(forms.Form):
    one = forms.ChoiceField(label=_("One"))
    other = forms.ChoiceField(label=_("The other"))

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(seat.pk): seat for seat in seats}
        choices = [(key, seat.account.alias) for key, seat in self.known.items()]
        for name in ("one", "other"):
            cast(forms.ChoiceField, self.fields[name]).choices = choices

    def seats(self) -> tuple[Seat, Seat]:
        return self.known[self.cleaned_data["one"]], self.known[self.cleaned_data["other"]]


class TogetherForm(forms.Form):
    together = forms.ChoiceField()

    def __init__(self, *args: Any, pairs: Iterable[KeptApart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(pair.pk): pair for pair in pairs}
        cast(forms.ChoiceField, self.fields["together"]).choices = [(key, key) for key in self.known]

    def pair(self) -> KeptApart:
        return self.known[self.cleaned_data["together"]]


class TonguesForm(forms.Form):
    """The house's languages one below the other, and room for one that it does not speak."""

    languages = forms.MultipleChoiceField(label=_("I can talk in"), widget=forms.CheckboxSelectMultiple, required=False)
    further = forms.ChoiceField(label=_("and in"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [code for code, _name in settings.LANGUAGES]
        cast(forms.MultipleChoiceField, self.fields["languages"]).choices = [
            (code, language_name(code)) for code in own
        ]
        others = [one for one in every_language() if one[0] not in own]
        cast(forms.ChoiceField, self.fields["further"]).choices = [("", _("no other")), *others]

    def said(self) -> list[str]:
        return [*self.cleaned_data["languages"], *filter(None, [self.cleaned_data["further"]])]
