"""To freeze the text, to compare two versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.models import Text, TextVersion

NOW = "now"


class FreezeForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, brackets: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if brackets:
            self.fields["with_reservations"] = forms.BooleanField(
                label=_("Freeze with reservations: each open bracket is kept beside the text, under its community."),
                required=False,
            )


class CompareForm(forms.Form):
    """Two versions of a text, or one and what stands now. It is sent with GET: the address can be kept."""

    old = forms.ChoiceField(label=_("Earlier"))
    new = forms.ChoiceField(label=_("Later"))

    def __init__(self, *args: Any, text: Text, versions: Sequence[TextVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbered = [(str(one.number), _("Version %(number)s") % {"number": one.number}) for one in versions]
        self.fields["old"].choices = numbered
        self.fields["new"].choices = numbered if text.frozen_on else [*numbered, (NOW, _("What stands now"))]
