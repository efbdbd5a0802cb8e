"""How far each clause of an agreed text may go."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models.cells import Audience


class Level(models.IntegerChoices):
    """Each level holds the ones before it: what may go to the public may go to leadership."""

    KEPT = 0, _("stays with the cohort")
    LEADERSHIP = 1, _("as far as leadership")
    ELITES = 2, _("as far as elites")
    PUBLIC = 3, _("as far as the public")


# A proposal is printed in the programme of the convention, so anybody reads it.
NEEDED = {
    Audience.LEADERSHIP: Level.LEADERSHIP,
    Audience.ELITES: Level.ELITES,
    Audience.PUBLIC: Level.PUBLIC,
    Audience.CONVENTION: Level.PUBLIC,
}


class Finding(models.Model):
    """A clause of the agreed text by its key. Nobody has said how far: it stays with the cohort."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="findings")
    clause = models.CharField(max_length=16)
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.KEPT)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "clause"], name="finding_once"),
            models.CheckConstraint(condition=models.Q(level__lte=3), name="finding_level_known"),
        ]
