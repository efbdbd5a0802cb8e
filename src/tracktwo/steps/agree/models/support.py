"""Rounds of support: every clause asked at once, by counters beside a roll that knows only who has answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree.models.texts import Text


class Round(models.Model):
    """``asked``: key and digest of the words of each clause. The same words are asked about once: two results on them,
    a minute apart, would differ by one person's answer. ``result`` holds only what the suppression table lets be read.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    asked = models.JSONField()
    is_open = models.BooleanField(default=True)
    result = models.JSONField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="round_once"),
            models.UniqueConstraint(fields=["text"], condition=Q(is_open=True), name="round_open_once"),
            models.CheckConstraint(
                condition=Q(is_open=True, result__isnull=True) | Q(is_open=False, result__isnull=False),
                name="round_result_only_when_closed",
            ),
        ]


class RoundCount(models.Model):
    """All counters of one community in one row: which of them somebody's answers touched, the row does not tell."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="counts")
    side = models.PositiveSmallIntegerField()
    members = models.PositiveSmallIntegerField()
    voters = models.PositiveSmallIntegerField(default=0)
    cells = models.JSONField()

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "side"], name="round_count_once"),
            models.CheckConstraint(condition=Q(members__gte=models.F("voters")), name="round_count_within_members"),
        ]


class RoundRoll(models.Model):
    """Who may answer, and whether they have: written at the opening by random keys, erased at the close."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="roll")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)
    side = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "account"], name="round_voter_once")]
