"""The word of a community on a text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.steps.agree.models.texts import Text


class Signature(models.Model):
    """A community signed the words with this digest, in all their languages; who of it did is kept nowhere.

    It holds only as long as the words do: once they change, they have another digest.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="signatures")
    side = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    signed_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "side"], name="signature_once"),
            models.CheckConstraint(condition=Q(side__gte=1), name="signature_of_a_community"),
        ]
