"""Votes without ballots: counters beside a roll that knows only who has voted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tracktwo.foundation.people.models import Account
from tracktwo.methods.counts import votes_in_secret
from tracktwo.steps.convene.models.sessions import Session
from tracktwo.steps.convene.models.statements import Statement


class Vote(models.Model):
    """The room is asked about one statement, once. ``result`` holds only what the suppression table lets be read."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="votes")
    # Once: two results on the same words, a minute apart, would differ by one person's answer.
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="vote")
    rule = models.CharField(max_length=40)
    is_open = models.BooleanField(default=True)
    result = models.JSONField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session"], condition=Q(is_open=True), name="vote_open_once"),
            models.CheckConstraint(
                condition=Q(is_open=True, result__isnull=True) | Q(is_open=False, result__isnull=False),
                name="vote_result_only_when_closed",
            ),
        ]


class SideCount(models.Model):
    """How often each answer was given in one community. Erased when the vote closes; the result is what may stay."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="counts")
    side = models.PositiveSmallIntegerField()
    members = models.PositiveSmallIntegerField()
    agree = models.PositiveSmallIntegerField(default=0)
    disagree = models.PositiveSmallIntegerField(default=0)
    passed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote", "side"], name="side_count_once"),
            models.CheckConstraint(
                condition=Q(members__gte=F("agree") + F("disagree") + F("passed")),
                name="side_count_within_members",
            ),
        ]

    @property
    def votes_in_secret(self) -> bool:
        """A smaller community affirms aloud."""
        return votes_in_secret(self.members)


class RollCall(models.Model):
    """Who may vote, and whether they have; erased when the vote closes.

    All rows are written when the vote opens, in the order of random account keys: neither ids nor the order of rows
    tell in which order people voted, so there is nothing to lay beside the counters.
    """

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="roll")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField()
    has_voted = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["vote", "account"], name="voter_once")]
