"""Votes without ballots: counters beside a roll that knows only who has voted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

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
    on_paper = models.BooleanField(default=False)  # ballots on paper, counted by two people
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

    @property
    def agreed(self) -> list[int]:
        """Keys of the statements on which every community agreed: this one or none."""
        return [self.statement_id] if self.result and self.result["met"] else []


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


class Poll(models.Model):
    """The room is asked about several statements at once, or for its consent to one."""

    class Kind(models.TextChoices):
        APPROVAL = "approval", _("Approval")
        RANKING = "ranking", _("Ranking")
        CONSENT = "consent", _("Consent")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="polls")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    candidates = models.JSONField()  # keys of the statements, in the order in which they are shown
    is_open = models.BooleanField(default=True)
    on_paper = models.BooleanField(default=False)  # ballots on paper, counted by two people
    result = models.JSONField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session"], condition=Q(is_open=True), name="poll_open_once"),
            models.CheckConstraint(
                condition=Q(is_open=True, result__isnull=True) | Q(is_open=False, result__isnull=False),
                name="poll_result_only_when_closed",
            ),
        ]

    @property
    def agreed(self) -> list[int]:
        """Keys of the statements on which every community agreed."""
        met = self.result["met"] if self.result else []
        return [pk for pk, is_met in zip(self.candidates, met, strict=False) if is_met]


class PollCount(models.Model):
    """All counters of one community in one row: which of them somebody's answer touched, the row does not tell."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="counts")
    side = models.PositiveSmallIntegerField()
    members = models.PositiveSmallIntegerField()
    voters = models.PositiveSmallIntegerField(default=0)
    cells = models.JSONField()

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["poll", "side"], name="poll_count_once"),
            models.CheckConstraint(condition=Q(members__gte=F("voters")), name="poll_count_within_members"),
        ]


class PollRoll(models.Model):
    """Who may answer, and whether they have: written at the opening by random keys, erased at the close.

    As in ``RollCall``, nothing of it can be laid beside the counters.
    """

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="roll")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField()
    has_voted = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["poll", "account"], name="poll_voter_once")]
