"""What each seat still needs to travel."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.models import Seat


class Readiness(models.Model):
    """One thing a seat needs before it can travel, as its owner says it stands.

    Every seat has the same things, so that rows seen by alias do not tell who travels on which passport.
    """

    class Item(models.TextChoices):
        PAPERS = "papers", _("Passport that outlasts the journey")
        LETTER = "letter", _("Letter of invitation in hand")
        ENTRY = "entry", _("Leave to enter the country of the workshop")
        TRANSIT = "transit", _("Leave to pass the countries on the way")
        EXIT = "exit", _("Leave to go, where one is needed")
        TICKET = "ticket", _("Ticket or seat on the way there and back")
        COVER = "cover", _("Insurance and money for the days")

    class Standing(models.TextChoices):
        OPEN = "open", _("still open")
        IN_HAND = "in_hand", _("under way")
        READY = "ready", _("ready")
        NOT_NEEDED = "not_needed", _("not needed")
        BLOCKED = "blocked", _("blocked, I need help")

    class Lack(models.TextChoices):
        LETTER = "letter", _("a letter")
        MONEY = "money", _("money")
        APPOINTMENT = "appointment", _("an appointment")
        PERMIT = "permit", _("a permit")
        DOCUMENT = "document", _("a document")
        TALK = "talk", _("a talk with the convener")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="readiness")
    item = models.CharField(max_length=8, choices=Item.choices)
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.OPEN)
    lack = models.CharField(max_length=12, choices=Lack.choices, blank=True)  # a code, because words might say why
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat", "item"], name="readiness_once"),
            models.CheckConstraint(
                condition=models.Q(standing="blocked") | models.Q(lack=""), name="readiness_lack_only_blocked"
            ),
        ]
