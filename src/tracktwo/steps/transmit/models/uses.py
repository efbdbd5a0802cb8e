"""Which consents a released product stood on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat


class ConsentUse(models.Model):
    """One consent of one seat that a release stood on, by its layer and the day on which it had been given.

    The product is told by kind and number, because products of several tables stand on consents.
    """

    class Kind(models.TextChoices):
        BRIEF = "brief", _("Brief")
        NOTE = "note", _("Memorandum")
        LINE = "line", _("Line")
        PROPOSAL = "proposal", _("Proposal")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    layer = models.CharField(max_length=16)
    given_on = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    number = models.PositiveBigIntegerField()
    used_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat", "layer", "kind", "number"], name="consent_used_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["kind", "number"], name="consent_use_of_product")]
