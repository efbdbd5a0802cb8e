"""Ballots on paper while only one of two people has counted them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models.sessions import Session
from tracktwo.steps.convene.models.statements import Statement
from tracktwo.steps.convene.models.votes import Poll


class PaperCount(models.Model):
    """What the first of the two counted; shown to nobody, and erased when the second says the same."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="paper_counts")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="paper_count")
    counted_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    cells = models.JSONField()  # [[side, agree, disagree, passed, word], ...] in the order of sides

    class Meta:
        ordering: ClassVar = ["id"]


class PaperPoll(models.Model):
    """The same of an approval, a ranking or a consent. Ballots with an order are here as counters too, never as
    ballots: they are added up before anything is written.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="paper_polls")
    kind = models.CharField(max_length=8, choices=Poll.Kind.choices)
    candidates = models.JSONField()  # keys of the statements by number
    counted_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    cells = models.JSONField()  # [[side, voters, [counters] or null, [words] or null], ...] in the order of sides

    class Meta:
        ordering: ClassVar = ["id"]
