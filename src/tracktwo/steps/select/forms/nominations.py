"""What is typed about and by somebody proposed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import ATTRIBUTES, feature_label, value_label


class ProposeForm(forms.Form):
    """Goes into the vault, except for the community."""

    community = forms.ModelChoiceField(label=_("Community"), queryset=None, empty_label=None)
    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )
    contact = forms.CharField(
        label=_("How to reach them"),
        max_length=200,
        help_text=_("A telephone number or an address that is safe for them."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = programme.communities.all()
        self.fields["community"].label_from_instance = lambda community: community.name

    def identity(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in ("name", "contact")}


class ConsentForm(forms.Form):
    """What the quotas look at, asked of the nominee and nobody else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for feature, values in ATTRIBUTES.items():
            self.fields[feature] = forms.ChoiceField(
                label=feature_label(feature),
                choices=[("", _("please choose")), *((value, value_label(feature, value)) for value in values)],
            )
