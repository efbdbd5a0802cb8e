"""What the rules of a pool cost, and what each idea of fairness would make of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.select.models.pools import Pool


class Weighing(models.Model):
    """``rules`` is the digest of what was weighed: after a change of the rules the numbers are of the past."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="weighings")
    rules = models.CharField(max_length=64)
    result = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
