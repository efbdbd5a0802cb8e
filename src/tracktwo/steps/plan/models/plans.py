"""Editions of conventions, who must be able to enter, plans, and the workshops that come of a plan."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.programme.models import Community, Programme


class Edition(models.Model):
    """One edition of a convention as imported, with its status and source; projected ones are marked."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="editions")
    association = models.CharField(max_length=120)
    convention = models.CharField(max_length=160)
    edition = models.CharField(max_length=20)
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)
    start = models.DateField()
    end = models.DateField()
    status = models.CharField(max_length=12)
    source = models.CharField(max_length=300)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["start", "association", "convention", "edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "association", "convention", "edition"], name="edition_once"),
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="edition_days_in_order"),
        ]


class DelegationProfile(models.Model):
    """How many of a community travel on which passport from where: counts, never persons."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="delegation")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="delegation")
    passport = models.CharField(_("passport"), max_length=2)
    residence = models.CharField(_("residence"), max_length=2)
    count = models.PositiveSmallIntegerField(_("people"))

    class Meta:
        ordering: ClassVar = ["community__number", "passport", "residence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "passport", "residence"], name="delegation_class_once"),
        ]


class KeptDay(models.Model):
    """One day of the programme's own table of days to keep clear; without rows the house's table applies."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="kept_days")
    keeper = models.CharField(max_length=80)  # the word by which the table names who keeps the day
    month_day = models.CharField(max_length=20)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=40)

    class Meta:
        ordering: ClassVar = ["id"]


class KeptSet(models.Model):
    """Which of the table's days a community keeps: tables name communities by words of their own."""

    community = models.OneToOneField(Community, on_delete=models.CASCADE, related_name="kept_set")
    keeper = models.CharField(max_length=80, blank=True)
    holidays = models.CharField(max_length=2, blank=True)  # the country whose public holidays it keeps too


class PlanWishes(models.Model):
    """What the convener wished last, whether or not a plan came of it; keys as in ``convert.stored``."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="plan_wishes")
    said = models.JSONField()


class Plan(models.Model):
    """One answer of the planner: what went in, what came out, with its bound. ``kept_at`` marks the one in force.

    ``wishes`` holds all that went in beside the editions, ``result`` is plan.json without sentences.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plans")
    version = models.PositiveSmallIntegerField()
    wishes = models.JSONField()
    result = models.JSONField()
    digest = models.CharField(max_length=64)
    computed_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "version"], name="plan_version_once"),
        ]


class Workshop(models.Model):
    """A workshop on its days before an edition. Numbered along the programme; its compartment is its own.

    Hours are those of the place (``zone`` by its IANA name, blank where unknown). ``changes`` counts how often days,
    hours, place or standing changed since it was planned: what calendars call the sequence.
    """

    class Standing(models.TextChoices):
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed, new days to be found")
        CANCELLED = "cancelled", _("cancelled")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="workshops")
    number = models.PositiveSmallIntegerField()
    compartment = models.OneToOneField(Compartment, on_delete=models.PROTECT, related_name="workshop")
    edition = models.ForeignKey(Edition, null=True, blank=True, on_delete=models.SET_NULL, related_name="workshops")
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    projected = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.PLANNED)
    zone = models.CharField(max_length=40, blank=True)
    opens_at = models.TimeField(default=time(9, 30))
    closes_at = models.TimeField(default=time(18, 0))
    remote_seats = models.PositiveSmallIntegerField(default=0)
    remote_zones = models.JSONField(default=list, blank=True)
    changes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="workshop_number_once"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="workshop_days_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="workshop_hours_in_order"
            ),
        ]
