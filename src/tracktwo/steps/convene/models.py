"""Sessions with their clock, statements without authors, votes without ballots.

Nothing here joins a person to what they said or how they voted: a statement has neither author nor time, and a vote is
counters beside a roll that knows only who has voted.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.methods.counts import votes_in_secret
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import AgendaTemplate

LONGEST_STATEMENT = 400


class Session(models.Model):
    """One sitting of a workshop along the agenda; ``phases`` holds the minutes as planned when it was opened."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    agenda = models.ForeignKey(AgendaTemplate, on_delete=models.PROTECT, related_name="+")
    phases = models.JSONField()  # [[phase key, whole minutes], ...]
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    used = models.JSONField(default=list)  # whole minutes spent in each phase, written at the close

    class Meta:
        ordering: ClassVar = ["workshop__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "number"], name="session_number_once"),
            models.UniqueConstraint(fields=["workshop"], condition=Q(closed_at__isnull=True), name="session_open_once"),
        ]

    @property
    def minutes_used(self) -> int:
        return sum(self.used)


class ClockPress(models.Model):
    """What the facilitator pressed and when. The clock is these rows read again; erased when the session closes."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="presses")
    number = models.PositiveSmallIntegerField()
    press = models.CharField(max_length=8)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="clock_press_once"),
        ]


class Statement(models.Model):
    """A sentence that stands in the room. No column says who wrote it or at what hour, and none may be added."""

    class State(models.TextChoices):
        KEPT = "kept", _("Kept")
        PARKED = "parked", _("Constraints")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="statements")
    number = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=40)
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=8)
    state = models.CharField(max_length=6, choices=State.choices, default=State.KEPT)

    class Meta:
        ordering: ClassVar = ["session", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="statement_number_once"),
        ]

    @property
    def was_asked(self) -> bool:
        """Whether the room has been asked about it already."""
        return hasattr(self, "vote")


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
