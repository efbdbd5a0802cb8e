"""What is typed of a proposed session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.data.session_formats import associations
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import PanelAsked
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
    panel = forms.ChoiceField(label=_("Which session the cohort was asked about"), required=False)
    field_order = ("association", "kind", "language", "panel", "title", "abstract")

    def __init__(self, *args: Any, panels: Iterable[PanelAsked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["panel"].choices = _panels(panels)


class ChoosePanelForm(forms.Form):
    panel = forms.ChoiceField(label=_("Which session the cohort was asked about"), required=False)

    def __init__(self, *args: Any, panels: Iterable[PanelAsked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["panel"].choices = _panels(panels)


def _panels(panels: Iterable[PanelAsked]) -> list[tuple[str, str]]:
    return [("", str(_("none of them yet"))), *((str(panel.number), panel.title) for panel in panels)]


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
