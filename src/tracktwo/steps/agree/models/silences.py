"""A silence procedure over a saved version. Objections lie in a heap: no row says who laid one there, or when."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree.models.texts import Text, TextVersion


class Silence(models.Model):
    """The text of ``version`` stands after ``expires_at`` unless somebody objects. While it runs, nothing is edited."""

    class State(models.TextChoices):
        RUNNING = "running"
        KEPT = "kept"
        BROKEN = "broken"
        ABSENT = "absent"
        CALLED_OFF = "called_off"

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="silences")
    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="silences")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    hours = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    extended = models.PositiveSmallIntegerField(default=0)
    unreached = models.PositiveSmallIntegerField(default=0)  # at the last extension
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="silence_once"),
            models.UniqueConstraint(fields=["text"], condition=Q(state="running"), name="silence_running_once"),
        ]


class Reach(models.Model):
    """Whether somebody with a seat has said "received, and I am safe to answer". Erased when the silence ends."""

    silence = models.ForeignKey(Silence, on_delete=models.CASCADE, related_name="reaches")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField()
    is_reached = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["silence", "account"], name="reach_once")]


class Objection(models.Model):
    """Something said against a clause during the silence, by nobody in particular; shown to all at the end.

    ``side`` is kept only where other words are wanted (``wants``): they become that community's bracket. The key is
    drawn by lot, so that the order of rows is not the order in which people spoke.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    silence = models.ForeignKey(Silence, on_delete=models.CASCADE, related_name="objections")
    clause = models.CharField(max_length=40)
    reason = models.TextField()
    wants = models.TextField(blank=True)
    side = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]


class Affirmation(models.Model):
    """A guarantor has asked the own community, and it affirms."""

    silence = models.ForeignKey(Silence, on_delete=models.CASCADE, related_name="affirmations")
    side = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["silence", "side"], name="affirmation_once")]
