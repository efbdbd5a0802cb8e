"""Signatures under the rules, layered consents, and what each seat still needs to travel."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.select.models import Seat


class RulesSignature(models.Model):
    """A seat has read one version of the rules and signed it; a new version asks again."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="signatures")
    rules = models.ForeignKey(GroundRules, on_delete=models.PROTECT, related_name="signatures")
    signed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "rules"], name="rules_signed_once")]


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


class Readiness(models.Model):
    """One thing a seat needs before it can travel, as the participant says it stands."""

    class Item(models.TextChoices):
        ENTRY = "entry", _("Leave to enter the country of the workshop")
        EXIT = "exit", _("Leave to go, where one is needed")
        TICKET = "ticket", _("Ticket or seat on the way there and back")
        COVER = "cover", _("Insurance and money for the days")

    class Standing(models.TextChoices):
        OPEN = "open", _("still open")
        READY = "ready", _("ready")
        NOT_NEEDED = "not_needed", _("not needed")
        BLOCKED = "blocked", _("blocked, I need help")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="readiness")
    item = models.CharField(max_length=8, choices=Item.choices)
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.OPEN)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "item"], name="readiness_once")]
