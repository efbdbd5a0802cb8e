"""Saying how the way stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.convert import Need
from tracktwo.steps.prepare.models import Readiness


class ReadinessForm(forms.Form):
    def __init__(self, *args: Any, needs: list[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for need in needs:
            self.fields[need.item] = forms.ChoiceField(
                label=need.label,
                choices=Readiness.Standing.choices,
                initial=need.standing,
                help_text=_("By %(day)s") % {"day": formats.date_format(need.due, "DATE_FORMAT")},
            )
