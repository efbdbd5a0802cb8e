"""A round of assessment: who assesses whom, what each gave, and what came of it. Evidence stands in the vault."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models.nominations import Nomination


class Round(models.Model):
    """One round for a programme. ``thresholds`` are set before any score; ``agreement`` is kept at the close."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    officers = models.ManyToManyField(Account, related_name="+")
    opened_at = models.DateTimeField()
    objections_until = models.DateField()
    thresholds = models.JSONField(null=True, blank=True)
    thresholds_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    agreement = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="round_number_once"),
            models.UniqueConstraint(
                fields=["programme"], condition=models.Q(closed_at__isnull=True), name="one_round_open"
            ),
        ]


class Assignment(models.Model):
    """One assessor, one nominee. ``conflict`` is "" until the assessor has said whether there is one."""

    NONE = "none"

    class Conflict(models.TextChoices):
        FAMILY = "family", _("family or close friendship")
        SAME_INSTITUTION = "same_institution", _("same institution")
        COMMON_WORK = "common_work", _("common work within five years")
        MONEY = "money", _("one pays or paid the other")
        DISPUTE = "dispute", _("a dispute between the two")
        OTHER = "other_tie", _("another tie")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="assignments")
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="assignments")
    assessor = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="assignments")
    conflict = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "nomination", "assessor"], name="assigned_once")
        ]

    @property
    def stepped_back(self) -> bool:
        return self.conflict not in {"", self.NONE}


class Assessment(models.Model):
    """A sheet as it was handed in. Version 2 is the score after a discussion; version 1 stays beside it."""

    FIRST, AFTER_DISCUSSION = 1, 2

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="sheets")
    version = models.PositiveSmallIntegerField()
    scores = models.JSONField()
    note = models.UUIDField()
    handed_in_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignment", "version"], name="sheet_version_once"),
            models.CheckConstraint(condition=models.Q(version__in=[1, 2]), name="sheet_first_or_second"),
        ]


class Result(models.Model):
    """What a round found of a nominee: exact fractions as text, and the codes of what it fell short of."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="results")
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="results")
    eligible = models.BooleanField()
    suitability = models.CharField(max_length=40)
    short = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "nomination"], name="result_once")]


class Practice(models.Model):
    """What an assessor gave an invented nominee, before reading what others give and why."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    assessor = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    vignette = models.CharField(max_length=20)
    scores = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "assessor", "vignette"], name="practised_once")
        ]
