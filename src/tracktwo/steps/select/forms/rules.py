"""What is typed about rules beside the plain quotas."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.convert import QuotaLine
from tracktwo.steps.select.models import Tie


class TieForm(forms.Form):
    """Two or more of whom at most one sits."""

    kind = forms.ChoiceField(label=_("What ties them"), choices=Tie.Kind.choices)
    members = forms.MultipleChoiceField(
        label=_("Two or more people"),
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("Hold Ctrl or ⌘ to choose several. Of these at most one will sit."),
    )

    def __init__(self, *args: Any, labels: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = [(label, label) for label in labels]


class CrossForm(forms.Form):
    """At least and at most for people who have two values at once."""

    first = forms.ChoiceField(label=_("People who are"))
    second = forms.ChoiceField(label=_("and also"))
    least = forms.IntegerField(label=_("At least"), min_value=0, max_value=5000)
    most = forms.IntegerField(label=_("At most"), min_value=0, max_value=5000)

    def __init__(self, *args: Any, lines: list[QuotaLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = [line for line in lines if not line.is_crossing]
        self._pairs = {str(line.key): (line.feature, line.value) for line in plain}
        choices = [(str(line.key), f"{line.feature_label}: {line.value_label}") for line in plain]
        for name in ("first", "second"):
            self.fields[name].choices = choices

    def pairs(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return self._pairs[self.cleaned_data["first"]], self._pairs[self.cleaned_data["second"]]


class NumberForm(forms.Form):
    """Which rule to drop."""

    number = forms.IntegerField(min_value=1, max_value=2**31)
