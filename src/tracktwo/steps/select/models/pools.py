"""Whom a cohort can be chosen from, and what the room needs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models.nominations import Nomination


class Pool(models.Model):
    """Whom a cohort can be chosen from: the nominees who consented, or a practice file without persons."""

    class Kind(models.TextChoices):
        NOMINEES = "nominees", _("nominees who consented")
        PRACTICE = "practice", _("practice file, no persons")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="pools")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    seats = models.PositiveSmallIntegerField(_("seats"))
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()


class PoolMember(models.Model):
    """One who could be chosen, under a label (alias, or the row id of a practice file)."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="members")
    label = models.CharField(max_length=80)
    attributes = models.JSONField()
    nomination = models.ForeignKey(Nomination, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["pool", "label"], name="pool_label_once")]


class Quota(models.Model):
    """At least ``least`` and at most ``most`` people with this value."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="quotas")
    feature = models.CharField(max_length=80)
    value = models.CharField(max_length=120)
    least = models.PositiveIntegerField()
    most = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pool", "feature", "value"], name="quota_once"),
            models.CheckConstraint(condition=models.Q(most__gte=models.F("least")), name="quota_range_in_order"),
        ]
