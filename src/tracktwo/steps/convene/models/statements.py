"""Sentences that stand in the room. Nothing here joins a person to what they said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.convene.models.sessions import Session

LONGEST_STATEMENT = 400


class Statement(models.Model):
    """A sentence that stands in the room. No column says who wrote it or at what hour, and none may be added."""

    class State(models.TextChoices):
        KEPT = "kept", _("Kept")
        PARKED = "parked", _("Constraints")
        HELD = "held", _("Held")

    class Reason(models.TextChoices):
        """Why a sentence is held off the wall. A closed list: a reason in free words could name its author."""

        NAMES = "names", _("it names somebody")
        QUOTES = "quotes", _("it quotes somebody")
        WOUNDS = "wounds", _("it accuses instead of saying what it is like")
        TWICE = "twice", _("it stands on the wall already")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="statements")
    number = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=40)
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=8)
    state = models.CharField(max_length=6, choices=State.choices, default=State.KEPT)
    reason = models.CharField(max_length=8, choices=Reason.choices, blank=True)
    # What it goes back to when a hold is taken back; what was parked must not come back as an offer.
    before = models.CharField(max_length=6, choices=State.choices, default=State.KEPT)

    class Meta:
        ordering: ClassVar = ["session", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="statement_number_once"),
            models.CheckConstraint(
                condition=(Q(state="held") & ~Q(reason="")) | (~Q(state="held") & Q(reason="")),
                name="statement_held_with_a_reason",
            ),
        ]

    @property
    def is_held(self) -> bool:
        """Its words stand on no screen of the room; what reads them reads the reason instead."""
        return self.state == self.State.HELD

    @property
    def was_restated(self) -> bool:
        return hasattr(self, "restatement")

    @property
    def is_option(self) -> bool:
        return hasattr(self, "option")

    @property
    def was_asked(self) -> bool:
        """Whether the room has been asked about it already."""
        return hasattr(self, "vote")
