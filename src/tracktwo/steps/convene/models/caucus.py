"""A community apart: its own queue and its own wall, known to it alone and erased when it comes back.

Nothing here hangs on a session of the room, so that no list, number or page of the room can hold any of it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models.statements import LONGEST_STATEMENT
from tracktwo.steps.plan.models import Workshop


class Caucus(models.Model):
    """One community talks apart. What stays is that it took place, when, and for how long it was meant to."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="caucuses")
    side = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_third_party_in = models.BooleanField(default=False)  # asked in by the community itself
    is_covered = models.BooleanField(default=False)  # while no session is open; else that of the session says it
    asked = models.PositiveIntegerField(default=0)  # requests to speak so far

    class Meta:
        ordering: ClassVar = ["opened_at", "side"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workshop", "side"], condition=Q(closed_at__isnull=True), name="caucus_open_once"
            ),
        ]


class CaucusLine(models.Model):
    """A sentence on the community's own wall, without author or hour."""

    caucus = models.ForeignKey(Caucus, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=8)
    is_carried = models.BooleanField(default=False)  # into the room

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["caucus", "number"], name="caucus_line_number_once"),
        ]


class CaucusHand(models.Model):
    """Somebody of the community who has asked to speak; all rows are written at once, by random keys."""

    caucus = models.ForeignKey(Caucus, on_delete=models.CASCADE, related_name="hands")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    asked = models.PositiveIntegerField(null=True)
    has_spoken = models.BooleanField(default=False)
    has_floor = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["caucus", "account"], name="caucus_hand_once"),
            models.UniqueConstraint(fields=["caucus"], condition=Q(has_floor=True), name="caucus_one_speaker"),
        ]
