"""Sessions as they are planned: before the convention and during it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import ClassVar

from django.db import models

from tracktwo.steps.convene.models.caucus import Caucus
from tracktwo.steps.convene.models.sessions import Session
from tracktwo.steps.plan.models import Workshop


class PlannedSession(models.Model):
    """One sitting by the clock of the place; ``phases`` add up to its length.

    Once opened it is a ``session`` too, or, where it is of one community (``side``), a ``caucus``.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="planned_sessions")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    begins = models.TimeField()
    phases = models.JSONField()  # [[phase key, whole minutes], ...]
    words = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    side = models.PositiveSmallIntegerField(null=True)  # of one community alone; empty for everybody
    session = models.OneToOneField(Session, null=True, on_delete=models.SET_NULL, related_name="planned")
    caucus = models.OneToOneField(Caucus, null=True, on_delete=models.SET_NULL, related_name="planned")

    class Meta:
        ordering: ClassVar = ["day", "begins"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "number"], name="planned_session_number_once"),
        ]

    @property
    def minutes(self) -> int:
        return sum(minutes for _key, minutes in self.phases)

    @property
    def ends(self) -> time:
        """By the same clock; a sitting ends on its day."""
        return (datetime.combine(self.day, self.begins) + timedelta(minutes=self.minutes)).time()

    @property
    def opened(self) -> Session | Caucus | None:
        return self.session or self.caucus

    def meets_whom(self, other: PlannedSession) -> bool:
        """Whether somebody would have to be in both: two communities may sit apart at one hour."""
        return self.side is None or other.side is None or self.side == other.side

    @property
    def is_at_convention(self) -> bool:
        return self.day > self.workshop.ends_on
