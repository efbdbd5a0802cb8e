"""What is typed in step 5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.convene.models import LONGEST_STATEMENT
from tracktwo.steps.programme.convert import Words, phase_label
from tracktwo.steps.programme.models import Community

SHORTEST, LONGEST = 30, 2880


class OpenForm(forms.Form):
    """How long the session is and which phases it covers; all of them unless somebody chooses."""

    minutes = forms.IntegerField(
        label=_("Minutes in all"),
        min_value=SHORTEST,
        max_value=LONGEST,
        help_text=_("Sitting time without meals and rest. Each phase gets its share, and the minutes add up."),
    )
    phases = forms.MultipleChoiceField(
        label=_("Phases in this session"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A later session can take up the rest."),
    )

    stays_inside = forms.BooleanField(
        label=_("Nothing that is said leaves the room"),
        required=False,
        help_text=_(
            "Otherwise what is said may be used outside, and who said it never (Chatham House Rule). Steps 6 and 7 "
            "take nothing from a session that stays inside. It can be decided during the session too, and not "
            "taken back."
        ),
    )

    def __init__(self, *args: Any, keys: list[str], words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phases"].choices = [(key, phase_label(key, words)) for key in keys]
        self.fields["phases"].initial = keys


class PlaceForm(forms.Form):
    """Day, hour and length of a sitting, by the clock of the place, and for whom it is."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    begins = forms.TimeField(label=_("Begins at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Minutes in all"), min_value=20, max_value=480)
    side = forms.TypedChoiceField(
        label=_("For whom"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("One community alone talks apart: nobody else comes in, and nothing of it is counted or kept."),
    )

    def __init__(self, *args: Any, communities: Sequence[Community], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alone = [(one.number, _("%(community)s alone") % {"community": one.name}) for one in communities]
        self.fields["side"].choices = [("", _("Everybody")), *alone]


class StatementForm(forms.Form):
    """One sentence. How long it may be and what it may hold is asked by the deed, with a reason in its answer."""

    text = forms.CharField(
        label=_("Your statement"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_STATEMENT, "autocomplete": "off"}),
        help_text=_("One sentence, without names. Nobody keeps who wrote it."),
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)
