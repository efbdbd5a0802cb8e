"""What is typed of a proposed session."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.data.session_formats import associations
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit.models import Proposal, ProposalPart


class ProposalForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    abstract = forms.CharField(
        label=_("Abstract"),
        max_length=2500,
        help_text=_("At most 250 words; an empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class BeginProposalForm(ProposalForm):
    association = forms.ChoiceField(label=_("Association"), choices=[(one, one) for one in associations()])
    kind = forms.ChoiceField(label=_("Kind of session"), choices=Proposal.Kind.choices)
    language = forms.ChoiceField(label=_("Language of the form"), choices=settings.LANGUAGES)
    field_order = ("association", "kind", "language", "title", "abstract")


class PartForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=ProposalPart.Role.choices)
    alias = forms.ChoiceField(label=_("Who"), required=False)
    title = forms.CharField(label=_("Title of the contribution"), max_length=160, required=False)

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aliases = list_seats(workshop).order_by("account__alias").values_list("account__alias", flat=True)
        self.fields["alias"].choices = [
            ("", _("somebody from outside the cohort")),
            *((alias, alias) for alias in aliases),
        ]
