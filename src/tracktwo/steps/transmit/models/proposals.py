"""Sessions proposed to a convention: by alias, and only with the yes of everybody who stands in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import PanelAsked
from tracktwo.steps.select.models import Seat


class Proposal(models.Model):
    class Kind(models.TextChoices):
        PANEL = "panel", _("Panel")
        ROUNDTABLE = "roundtable", _("Roundtable")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposals")
    association = models.CharField(max_length=16)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    abstract = models.TextField(max_length=2500)
    # The session about which the cohort was asked in step 4; whoever did not say yes to it stands in no proposal of it.
    panel = models.ForeignKey(PanelAsked, null=True, blank=True, on_delete=models.RESTRICT, related_name="proposals")
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]


class ProposalPart(models.Model):
    """One place in a proposed session. Without a seat it is held by the third party or somebody from outside."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("Chair")
        SPEAKER = "speaker", _("Paper or contribution")
        DISCUSSANT = "discussant", _("Discussant")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="parts")
    role = models.CharField(max_length=10, choices=Role.choices)
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=160, blank=True)
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proposal", "role", "seat"], condition=Q(seat__isnull=False), name="proposal_part_once"
            ),
        ]
