"""To announce a silence, to object, to choose a clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.text.silence import LEAST_HOURS, MOST_HOURS
from tracktwo.steps.agree.forms.words import words_field
from tracktwo.steps.plan.convert.hours import zone_names


class AnnounceForm(forms.Form):
    hours = forms.IntegerField(
        label=_("Hours of silence"),
        initial=LEAST_HOURS,
        min_value=LEAST_HOURS,
        max_value=MOST_HOURS,
        help_text=_(
            "At least 72, so that everybody can read, ask and think. Whoever cannot be reached makes it longer."
        ),
    )


class ObjectForm(forms.Form):
    clause = forms.ChoiceField(label=_("Clause"))

    def __init__(self, *args: Any, keys: Sequence[str], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = [(key, key) for key in keys]
        self.fields["reason"] = words_field(
            _("Why it cannot stand"),
            rows=3,
            language=language,
            help_text=_(
                "Everybody reads it at the end, under no name and no community. Write so that nobody knows you."
            ),
        )
        self.fields["wants"] = words_field(
            _("Other words for the clause"),
            rows=4,
            language=language,
            required=False,
            help_text=_(
                "If you want to offer some. They become a bracket of your community; without them not even it is told."
            ),
        )


class ClockForm(forms.Form):
    zone = forms.ChoiceField(label=_("Your clock"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zone"].choices = [("", _("that of the place")), *((name, name) for name in zone_names())]
