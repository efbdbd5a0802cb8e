"""How often a room has changed, and which forms have been sent already."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class RoomVersion(models.Model):
    """Counts the changes of one thing that screens show. Kind and key refer to it, no foreign key."""

    kind = models.CharField(max_length=32)
    key = models.CharField(max_length=64)
    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "key"], name="room_version_once")]


class IdempotencyKey(models.Model):
    """That a form was sent, as a keyed hash of sender and token: the table tells nobody who sent it, nor at
    what hour.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    day = models.DateField()
