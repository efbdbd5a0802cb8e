"""What is typed of the log."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import LONGEST_ENTRY, Audience, Brief, Grade, Response, Transmission
from tracktwo.steps.transmit.queries import FindingFace

AGENTS = (Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR, Role.GUARANTOR, Role.PARTICIPANT, Role.READER)


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class TransmissionForm(forms.Form):
    month = day_field(_("Month"), help_text=_("Any day of it; only the month is kept."))
    direction = forms.ChoiceField(label=_("Direction"), choices=Transmission.Direction.choices)
    agent = forms.ChoiceField(label=_("Who carried it"), choices=[(role.value, role.label) for role in AGENTS])
    channel = forms.ChoiceField(label=_("Channel"), choices=Transmission.Channel.choices)
    audience = forms.ChoiceField(label=_("Audience"), choices=Audience.choices)
    community = forms.ModelChoiceField(
        queryset=None, label=_("Community"), required=False, empty_label=_("none, the convention")
    )
    brief = forms.ModelChoiceField(
        queryset=None, label=_("Brief handed over"), required=False, empty_label=_("none, by word of mouth")
    )
    findings = forms.MultipleChoiceField(
        label=_("Findings"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    content = forms.CharField(
        label=_("What was carried"),
        max_length=LONGEST_ENTRY,
        help_text=_("No name, no place of work, no address: it is enough to know what, not who."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    response = forms.ChoiceField(label=_("What came back"), choices=Response.choices)
    grade = forms.TypedChoiceField(label=_("How it is known"), choices=Grade.choices, coerce=int)
    harm = forms.ChoiceField(label=_("Harm to anybody"), choices=Transmission.Harm.choices)
    harm_words = forms.CharField(label=_("Which harm"), max_length=LONGEST_ENTRY, required=False)
    follow_up_on = day_field(_("Ask again on"), required=False)

    def __init__(self, *args: Any, workshop: Workshop, faces: list[FindingFace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = workshop.programme.communities.all()
        self.fields["community"].label_from_instance = lambda community: community.name
        released = Brief.objects.filter(cell__workshop=workshop, released_at__isnull=False).order_by("cell_id")
        self.fields["brief"].queryset = released.select_related("cell__community")
        self.fields["brief"].label_from_instance = _place
        self.fields["findings"].choices = [(face.clause, f"{face.number}. {face.words[:80]}") for face in faces]


def _place(brief: Brief) -> str:
    audience = str(brief.cell.get_audience_display())
    return f"{audience}, {brief.cell.community.name}" if brief.cell.community else audience


class CodingForm(forms.Form):
    grade = forms.TypedChoiceField(label=_("How it is known"), choices=Grade.choices, coerce=int)
    response = forms.ChoiceField(label=_("What came back"), choices=Response.choices)


class FollowUpForm(forms.Form):
    response = forms.ChoiceField(label=_("What came back"), choices=Response.choices)
    grade = forms.TypedChoiceField(label=_("How it is known"), choices=Grade.choices, coerce=int)
    again_on = day_field(_("Ask again on"), required=False, help_text=_("Empty: nothing more is asked."))


class ClaimForm(forms.Form):
    words = forms.CharField(
        label=_("Which document, and what it took up"),
        max_length=LONGEST_ENTRY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
