"""Signatures under the ground rules."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.select.models import Seat


class RulesSignature(models.Model):
    """A seat has read one version of the rules and signed it; a new version asks again."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="signatures")
    rules = models.ForeignKey(GroundRules, on_delete=models.PROTECT, related_name="signatures")
    signed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "rules"], name="rules_signed_once")]
