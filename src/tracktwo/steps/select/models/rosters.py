"""By when the cohort of a workshop is final, and what each seat says of its passport until then."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models.cohorts import Seat


class Roster(models.Model):
    """The day by which the seats are final; ``digest`` is of the seats as they were when it was frozen."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="roster")
    freezes_on = models.DateField()
    frozen_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)


class EntryClass(models.Model):
    """On which passport a seat travels and where it lives: told by itself, counted by the freeze, seen by nobody."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="entry")
    passport = models.CharField(_("passport"), max_length=2)
    residence = models.CharField(_("residence"), max_length=2)

    class Meta:
        ordering: ClassVar = ["seat_id"]
