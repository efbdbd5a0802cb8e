"""Leave to propose people without an account."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.programme.models import Community, Programme


class NominatorPass(models.Model):
    """A one-time code for a nominator, kept as a keyed hash; ``known`` counts proposals of people known before."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="passes")
    community = models.ForeignKey(Community, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    most = models.PositiveSmallIntegerField()
    used = models.PositiveSmallIntegerField(default=0)
    known = models.PositiveSmallIntegerField(default=0)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["-issued_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(used__lte=models.F("most")), name="pass_within_its_number")
        ]
