"""Who has signed that a workshop does no harm as far as they can see."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop


class HarmSignature(models.Model):
    """Every line of the checklist, signed by the host (no side) or a guarantor. Taken back, it stays as a row."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="harm_signatures")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.CharField(max_length=10)  # of the list, as in data/do_no_harm.py
    signed_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workshop", "account"],
                condition=models.Q(taken_back_on__isnull=True),
                name="harm_signed_once",
            ),
        ]
