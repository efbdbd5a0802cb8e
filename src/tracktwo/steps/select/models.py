"""Nominations and consent, pools, quotas, cohorts and seats. Names stand in the vault; here are handles and aliases."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account, Invitation
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community, Programme


class Nomination(models.Model):
    """Somebody proposed: a contact and a community until the nominee's own consent; attributes only after it."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("waiting for consent")
        CONSENTED = "consented", _("in the pool")
        DECLINED = "declined", _("declined")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="nominations")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="nominations")
    person = models.UUIDField(unique=True)  # a handle of the vault; nothing else says who this is
    invitation = models.OneToOneField(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="nomination"
    )
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="nominations")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    attributes = models.JSONField(default=dict)
    proposed_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "account"], name="nominated_once"),
        ]


class Pool(models.Model):
    """Whom a cohort can be chosen from: the nominees who consented, or a practice file without persons."""

    class Kind(models.TextChoices):
        NOMINEES = "nominees", _("nominees who consented")
        PRACTICE = "practice", _("practice file, no persons")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="pools")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    seats = models.PositiveSmallIntegerField(_("seats"))
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()


class PoolMember(models.Model):
    """One who could be chosen, under a label (alias, or the row id of a practice file)."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="members")
    label = models.CharField(max_length=80)
    attributes = models.JSONField()
    nomination = models.ForeignKey(Nomination, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["pool", "label"], name="pool_label_once")]


class Quota(models.Model):
    """At least ``least`` and at most ``most`` people with this value."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="quotas")
    feature = models.CharField(max_length=80)
    value = models.CharField(max_length=120)
    least = models.PositiveIntegerField()
    most = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pool", "feature", "value"], name="quota_once"),
            models.CheckConstraint(condition=models.Q(most__gte=models.F("least")), name="quota_range_in_order"),
        ]


class Cohort(models.Model):
    """One computed lottery with the cohort drawn from it; ``kept_at`` marks the one that stands."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="cohorts")
    seats = models.PositiveSmallIntegerField()
    objective = models.CharField(max_length=12)
    number = models.CharField(max_length=128)  # hexadecimal; decides which cohort of the lottery is drawn
    result = models.JSONField(default=dict)
    proof = models.TextField(blank=True)
    own_number = models.BooleanField()  # the number that drew was made by this house, not by the guarantors
    digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    computed_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)


class Seat(models.Model):
    """A place in a workshop's cohort, taken by an account for a community."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="seats")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="seats")
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["workshop", "account"], name="seat_once")]
