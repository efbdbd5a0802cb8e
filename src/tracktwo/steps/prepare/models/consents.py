"""Layered consents."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.models import Seat


class Consent(models.Model):
    """One layer of consent of one seat. Withdrawn at any time; the newest answer counts."""

    class Product(models.TextChoices):
        TAKING_PART = "taking_part", _("Taking part in this workshop, under the rules")
        SINGLE_TEXT = "single_text", _("What was worked out may enter the single text, without authors")
        BRIEFS = "briefs", _("The agreed text may be carried to leadership, elites and public")
        RESEARCH = "research", _("My answers to questionnaires may be counted with those of others")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="consents")
    product = models.CharField(max_length=16, choices=Product.choices)
    given = models.BooleanField()
    changed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "product"], name="consent_once")]
