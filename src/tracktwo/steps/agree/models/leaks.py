"""Hits of the leak lint that somebody let stand, each with a reason."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.agree.models.texts import Text


class LetStand(models.Model):
    """A hit that stays in the text. ``mark`` is a digest of the text's number, the kind, and the words it is about: the
    same words under the same suspicion need no second reason, wherever they stand; other words do.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="let_stand")
    mark = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    reason = models.CharField(max_length=400)
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["text", "mark"], name="let_stand_once")]
