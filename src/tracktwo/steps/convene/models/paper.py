"""Ballots on paper while only one of two people has counted them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models.sessions import Session
from tracktwo.steps.convene.models.statements import Statement


class PaperCount(models.Model):
    """What the first of the two counted; shown to nobody, and erased when the second says the same."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="paper_counts")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="paper_count")
    counted_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    cells = models.JSONField()  # [[side, agree, disagree, passed, word], ...] in the order of sides

    class Meta:
        ordering: ClassVar = ["id"]
