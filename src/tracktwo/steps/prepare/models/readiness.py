"""What each seat still needs to travel."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.models import Seat


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
