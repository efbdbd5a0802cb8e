"""Sessions and the presses on their clock."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import AgendaTemplate


class Session(models.Model):
    """One sitting of a workshop along the agenda; ``phases`` holds the minutes as planned when it was opened."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    agenda = models.ForeignKey(AgendaTemplate, on_delete=models.PROTECT, related_name="+")
    phases = models.JSONField()  # [[phase key, whole minutes], ...]
    is_covered = models.BooleanField(default=False)  # every screen of the room shows the public agenda
    stays_inside = models.BooleanField(default=False)  # nothing that is said leaves the room; else what, and never who
    words = models.JSONField(default=dict)  # of phases that are called or meant otherwise than in the house
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

    @property
    def questions(self) -> list[Any]:
        """Everything on which the room was asked to vote and that has a result: single statements, and polls."""
        return [one for found in (self.votes, self.polls) for one in found.all() if not one.is_open]

    @property
    def asked(self) -> int:
        return len(self.questions)

    @property
    def met(self) -> int:
        """How many of the questions ended with something on which every community agreed."""
        return sum(bool(one.agreed) for one in self.questions)

    @property
    def agreed(self) -> set[int]:
        """Keys of the statements on which every community agreed, however often the room was asked about one."""
        return {pk for one in self.questions for pk in one.agreed}


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
