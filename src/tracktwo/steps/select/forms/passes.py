"""What is typed for and by a nominator, and the file of nominations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.forms.nominations import ProposeForm
from tracktwo.steps.select.models import NominatorPass

MOST_BY_ONE = 5


class PassForm(forms.Form):
    community = forms.ModelChoiceField(
        label=_("For which community"), queryset=None, required=False, empty_label=_("any of them")
    )
    most = forms.IntegerField(
        label=_("How many people they may propose"), min_value=1, max_value=MOST_BY_ONE, initial=1
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = programme.communities.all()
        self.fields["community"].label_from_instance = lambda community: community.name


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The four words"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class NominatorForm(ProposeForm):
    """As the convener proposes, and the code travels along in the form: nothing is kept between two pages."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, *args: Any, issued: NominatorPass, **kwargs: Any) -> None:
        super().__init__(*args, programme=issued.programme, **kwargs)
        if issued.community_id:
            self.fields["community"].queryset = issued.programme.communities.filter(pk=issued.community_id)


class NominationsFileForm(forms.Form):
    nominations = forms.FileField(
        label=_("File"),
        help_text=_("CSV with two columns, community and contact. No names: nobody in it has said yes yet."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class RowForm(forms.Form):
    """One of the rows on the page, by its number."""

    row = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row"].queryset = rows
