"""A draw in six steps: what was frozen, what was published, who sealed and opened, what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models.pools import Pool


class Draw(models.Model):
    """One draw. The secret is that of the salts: with it and the frozen rows every hash is made again.

    When the draw is over both leave the database: they lie in the audit file, which the vault holds, and in each
    person's slip.
    """

    class Kind(models.TextChoices):
        COHORT = "cohort", _("a cohort")
        REPLACEMENT = "replacement", _("seats that were given up")
        ALTERNATES = "alternates", _("two alternates")

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="draws")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.COHORT)
    code = models.CharField(max_length=32, unique=True)  # how the draw is called in every hash
    objective = models.CharField(max_length=12)
    seats = models.PositiveSmallIntegerField()
    parties = models.JSONField()
    frozen = models.JSONField()  # rows and quotas as they were
    secret = models.CharField(max_length=64)
    version = models.CharField(max_length=40)
    h0 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    listed = models.JSONField(null=True, blank=True)  # the distribution, its certificate and what was computed
    beacon = models.JSONField(null=True, blank=True)
    sealed_until = models.DateTimeField(null=True, blank=True)
    opened_until = models.DateTimeField(null=True, blank=True)
    h1 = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    value = models.JSONField(null=True, blank=True)
    seed = models.CharField(max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    stands_at = models.DateTimeField(null=True, blank=True)
    audit = models.UUIDField(null=True, blank=True)  # the vault's handle of the audit file, once it is sealed
    audit_digest = models.CharField(max_length=64, blank=True)
    audit_sealed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]


class Slip(models.Model):
    """One person's receipt once the draw is over, locked: the house gives it back to that person, and no copy of the
    database tells it.
    """

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="slips")
    alias = models.CharField(max_length=64)
    locked = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["draw", "alias"], name="draw_slip_once")]


class DrawYes(models.Model):
    """A party's yes: to the frozen pool, or to opening the audit file."""

    class What(models.TextChoices):
        FREEZE = "freeze", _("the frozen pool")
        AUDIT = "audit", _("opening the audit file")

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="yeses")
    party = models.CharField(max_length=16)
    what = models.CharField(max_length=8, choices=What.choices)
    said_at = models.DateTimeField()
    key = models.CharField(max_length=64, blank=True)  # the party's public key and its signature, where it signed
    signature = models.CharField(max_length=128, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["draw", "party", "what"], name="draw_yes_once")]


class Seal(models.Model):
    """A party's seal, and its key once it is opened. The same seal never stands twice, in any draw."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="seals")
    party = models.CharField(max_length=16)
    seal = models.CharField(max_length=64, unique=True)
    set_at = models.DateTimeField()
    key = models.CharField(max_length=128, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    signed_with = models.CharField(max_length=64, blank=True)
    signature = models.CharField(max_length=128, blank=True)

    class Meta:
        ordering: ClassVar = ["party"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["draw", "party"], name="draw_seal_once")]


class PartyKey(models.Model):
    """The public half of a key that a party made on a machine of its own for this programme. Nobody's name is in it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="party_keys")
    party = models.CharField(max_length=16)
    public = models.CharField(max_length=64, unique=True)
    named_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "party"], condition=models.Q(withdrawn_at=None), name="party_key_one_in_force"
            )
        ]
