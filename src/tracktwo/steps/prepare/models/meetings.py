"""Meetings of one community before a workshop: when, in what kind of place, with which facilitator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community


class Meeting(models.Model):
    """Where exactly stands nowhere: the kind of place is a code, and the way to it is told outside the house.

    ``zone`` is that of the clocks it was arranged by; ``changes`` is what calendars call the sequence.
    """

    class Way(models.TextChoices):
        ONLINE = "online", _("online")
        TELEPHONE = "telephone", _("by telephone")
        HOST = "host", _("in rooms of the host")
        NEUTRAL = "neutral", _("at a neutral place")
        ARRIVAL = "arrival", _("at the place of the workshop, on arrival")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="meetings")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="meetings")
    facilitator = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=40)
    way = models.CharField(max_length=10, choices=Way.choices)
    called_off_on = models.DateField(null=True, blank=True)
    changes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["begins_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(minutes__gte=15, minutes__lte=480), name="meeting_length"),
        ]
