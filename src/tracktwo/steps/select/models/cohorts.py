"""Lotteries with the cohorts drawn from them, and the seats that came of one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community
from tracktwo.steps.select.models.pools import Pool

# The objective of a cohort that nobody drew.
BY_HAND = "by_hand"


class Cohort(models.Model):
    """One computed lottery with the cohort drawn from it, or a cohort chosen by hand; ``kept_at``: it stands."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="cohorts")
    seats = models.PositiveSmallIntegerField()
    objective = models.CharField(max_length=12)
    floor = models.CharField(max_length=24, blank=True)  # suitability: the least chance of everybody who can sit
    number = models.CharField(max_length=128)  # hexadecimal; decides which cohort of the lottery is drawn
    result = models.JSONField(default=dict)
    proof = models.TextField(blank=True)
    own_number = models.BooleanField()  # the number that drew was made by this house, not by the guarantors
    digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    computed_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)

    @property
    def is_by_hand(self) -> bool:
        return self.objective == BY_HAND


class Seat(models.Model):
    """A place in a workshop's cohort, taken by an account for a community."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="seats")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="seats")
    withdrawn_on = models.DateField(null=True, blank=True)
    # Taken from afar, by whoever may not leave or may not enter. Why is not kept.
    is_remote = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["workshop", "account"], name="seat_once")]
