"""To ask about the clauses, to answer, to close the round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.counts import AGREED_IN_EVERY_COMMUNITY, TWO_THIRDS_IN_EVERY_COMMUNITY
from tracktwo.methods.counts.support import LIVE_WITH, NOT_YET, PASS
from tracktwo.steps.programme.models import Community

RULE_WORDS = {
    AGREED_IN_EVERY_COMMUNITY.key: _("In every community more can live with it than not"),
    TWO_THIRDS_IN_EVERY_COMMUNITY.key: _("In every community two thirds can live with it"),
}
ANSWER_WORDS = ((LIVE_WITH, _("I can live with it")), (NOT_YET, _("Not yet")), (PASS, _("Pass")))


class OpenRoundForm(forms.Form):
    rule = forms.ChoiceField(
        label=_("When a clause has support"),
        choices=list(RULE_WORDS.items()),
        widget=forms.RadioSelect,
        initial=AGREED_IN_EVERY_COMMUNITY.key,
        help_text=_("Chosen once for the text, before anybody has answered. Passing counts for neither."),
    )


class AnswerForm(forms.Form):
    """One answer for each clause, none of them chosen beforehand."""

    def __init__(self, *args: Any, clauses: Sequence[tuple[str, str]], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, words in clauses:
            label = format_html('{}. <span lang="{}">{}</span>', key, language, words)
            self.fields[f"clause-{key}"] = forms.ChoiceField(
                label=label, choices=ANSWER_WORDS, widget=forms.RadioSelect
            )

    @property
    def answers(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]


class CloseRoundForm(forms.Form):
    """The spoken word of each community of fewer than six."""

    def __init__(self, *args: Any, aloud: Sequence[Community], keys: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys, self.aloud = keys, [community.number for community in aloud]
        for community in aloud:
            self.fields[f"heard-{community.number}"] = forms.BooleanField(
                label=_("%(community)s has said its word aloud") % {"community": community.name}
            )
            self.fields[f"affirms-{community.number}"] = forms.MultipleChoiceField(
                label=_("What %(community)s can live with") % {"community": community.name},
                choices=[(key, _("clause %(clause)s") % {"clause": key}) for key in keys],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    @property
    def words(self) -> dict[int, list[bool]]:
        said = {side: self.cleaned_data[f"affirms-{side}"] for side in self.aloud}
        return {side: [key in affirmed for key in self.keys] for side, affirmed in said.items()}
