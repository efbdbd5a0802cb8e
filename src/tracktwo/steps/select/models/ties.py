"""Groups of which at most one may sit: two who may not meet, a household, an institution."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.models.pools import Pool, PoolMember


class Tie(models.Model):
    """At most one of ``members`` sits. What ties them is a kind and never a reason or a name."""

    class Kind(models.TextChoices):
        APART = "apart", _("may not sit together")
        HOUSEHOLD = "household", _("one household")
        INSTITUTION = "institution", _("one institution")

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    members = models.ManyToManyField(PoolMember, related_name="ties")

    class Meta:
        ordering: ClassVar = ["id"]
