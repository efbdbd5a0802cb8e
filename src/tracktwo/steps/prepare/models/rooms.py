"""Small rooms: in which languages each seat can talk, who never shares a room, and who sits where."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat


class Tongues(models.Model):
    """The languages in which a seat can talk, by code, as its owner says."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="tongues")
    languages = models.JSONField()


class KeptApart(models.Model):
    """Two seats of one workshop that never share a small room. Why stands nowhere, and who asked for it neither."""

    one = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["one", "other"], name="kept_apart_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="kept_apart_in_order"),
        ]


class RoomPlan(models.Model):
    """Rooms asked for, and once composed who sits where: for each round, for each room, seats and how it is held.

    ``interpreters`` are lists of languages; they have numbers and no names. ``unmet`` holds counts of pairs.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="room_plans")
    rooms = models.PositiveSmallIntegerField()
    rounds = models.PositiveSmallIntegerField()
    interpreters = models.JSONField(default=list)
    seed = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    composed_at = models.DateTimeField(null=True, blank=True)
    seating = models.JSONField(default=list)
    repeats = models.PositiveIntegerField(default=0)
    bound = models.PositiveIntegerField(default=0)
    unmet = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["id"]


class Acquaintance(models.Model):
    """How often two accounts sat in a small room in workshops that are over. ``mark`` is a keyed hash of both.

    The key lies with the vault's keystore and not in the database, which by itself says nobody's name or alias here.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    times = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "mark"], name="acquaintance_once"),
        ]
