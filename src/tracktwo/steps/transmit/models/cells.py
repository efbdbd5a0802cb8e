"""The matrix of audiences and communities."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community


class Audience(models.TextChoices):
    LEADERSHIP = "leadership", _("Leadership")
    ELITES = "elites", _("Elites")
    PUBLIC = "public", _("Public")
    CONVENTION = "convention", _("Convention")


class Cell(models.Model):
    """One audience of one community (or the convention, which belongs to none), after one workshop."""

    class State(models.TextChoices):
        OPEN = "open", _("not begun")
        IN_HAND = "in_hand", _("in hand")
        DELIVERED = "delivered", _("delivered")
        WAIVED = "waived", _("waived")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="cells")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    community = models.ForeignKey(Community, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    owner = models.CharField(max_length=16, choices=Role.choices, blank=True)
    due = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workshop", "audience", "community"],
                condition=Q(community__isnull=False),
                name="cell_once_for_a_community",
            ),
            models.UniqueConstraint(
                fields=["workshop", "audience"],
                condition=Q(community__isnull=True),
                name="cell_once_for_the_convention",
            ),
            models.CheckConstraint(
                condition=Q(audience="convention", community__isnull=True)
                | (~Q(audience="convention") & Q(community__isnull=False)),
                name="cell_belongs_to_a_community_or_the_convention",
            ),
            models.CheckConstraint(condition=~Q(state="waived") | ~Q(reason=""), name="cell_waived_with_a_reason"),
        ]


SETTLED = (Cell.State.DELIVERED, Cell.State.WAIVED)
