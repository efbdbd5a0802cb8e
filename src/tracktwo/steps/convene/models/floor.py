"""The floor of an open session: who waits, which community is being timed, how long each has spoken.

``Hand`` and ``Floor`` are erased when the session closes. No row holds a person beside a length of time: the watch runs
for a community, and a hand knows no hour.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models.sessions import Session


class Hand(models.Model):
    """Somebody who has asked to speak in this session: waiting, speaking, or done for now (``asked`` empty)."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="hands")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField()
    asked = models.PositiveIntegerField(null=True)  # the how-manieth request of the session; no hour
    moved = models.PositiveSmallIntegerField(null=True)  # place among those moved by hand
    has_spoken = models.BooleanField(default=False)
    has_floor = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "account"], name="hand_once"),
            models.UniqueConstraint(fields=["session"], condition=Q(has_floor=True), name="floor_one_speaker"),
        ]


class Floor(models.Model):
    """The room's watch and the communities of the turns so far."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="floor")
    asked = models.PositiveIntegerField(default=0)  # requests so far
    turns = models.JSONField(default=list)  # numbers of communities, latest last
    timed = models.PositiveSmallIntegerField(null=True)  # a community, 0 the third party, empty nobody
    since = models.DateTimeField(null=True)
    is_interpreted = models.BooleanField(default=False)
    on_wall = models.CharField(max_length=7, default="count")  # of the queue: none, count or aliases
    break_offered = models.PositiveSmallIntegerField(null=True)  # minute of the session; empty once the clock is paused
    shows_rules = models.BooleanField(default=False)  # the projector shows the ground rules
    is_shown = models.BooleanField(default=False)  # whether participants see the queue or only their own place


class Airtime(models.Model):
    """Seconds that one community spoke in one phase; 0 is the third party, -1 the interpreter. Kept: it is nobody's."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="airtime")
    phase = models.CharField(max_length=40)
    side = models.SmallIntegerField()
    seconds = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "phase", "side"], name="airtime_once"),
        ]
