"""The register of designations, the organisations of a programme, the matches between both, and the ways of money."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models.programme import Programme


class RegisterLine(models.Model):
    """One designation as somebody wrote it down: by whom, since when, where it is written, when that was checked."""

    class Kind(models.TextChoices):
        UNDESIRABLE = "undesirable", _("undesirable organisation")
        SANCTION = "sanction", _("sanctions list")
        LAW = "law", _("law on contact")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="register")
    register = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=300)
    other_names = models.JSONField(default=list)
    authority = models.CharField(max_length=160, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    checked_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["register", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "register", "name"], name="register_line_once"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="register_days_in_order",
            ),
        ]


class Part(models.TextChoices):
    """What an organisation is to the programme. Host and associations are known from elsewhere, never typed here."""

    HOST = "host", _("host")
    FUNDER = "funder", _("funder")
    PAYER = "payer", _("payer")
    VENUE = "venue", _("venue")
    ASSOCIATION = "association", _("association")
    PANEL = "panel", _("organisation of a co-panelist")


class Organisation(models.Model):
    """An organisation that pays, houses or sits on a panel; never a person. A payer may pay for one community."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="organisations")
    part = models.CharField(max_length=12, choices=Part.choices)
    name = models.CharField(max_length=200)
    side = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["part", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "part", "name"], name="organisation_once"),
        ]


class Alarm(models.Model):
    """A match that somebody has to answer with a reason; it stays, also when register or list have changed since.

    Kept in its own words, so that it says the same after the line was corrected. A law has no organisation.
    """

    class Answer(models.TextChoices):
        SOMEBODY_ELSE = "somebody_else", _("somebody else with a like name")
        PARTED = "parted", _("we have parted with this organisation")
        KEPT_APART = "kept_apart", _("it stays, apart from participants and their money")
        ADVICE = "advice", _("legal advice taken, and followed")
        LIFTED = "lifted", _("the designation no longer holds")
        TOLD = "told", _("everybody concerned has been told what it means")

    class Degree(models.TextChoices):
        SAME = "same", _("the same name")
        PART = "part", _("one name within the other")
        CLOSE = "close", _("a name like it")
        LAW = "law", _("a law concerns everybody")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="alarms")
    line = models.ForeignKey(RegisterLine, null=True, on_delete=models.SET_NULL, related_name="alarms")
    register = models.CharField(max_length=120)
    designated = models.CharField(max_length=300)
    part = models.CharField(max_length=12, choices=Part.choices, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    degree = models.CharField(max_length=8, choices=Degree.choices)
    raised_on = models.DateField()
    answer = models.CharField(max_length=16, choices=Answer.choices, blank=True)
    reason = models.TextField(max_length=600, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-raised_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "register", "designated", "part", "organisation"], name="alarm_once"
            ),
        ]


class MoneyWays(models.Model):
    """How money may reach people: payers kept apart by community, and no fees at all."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="money")
    payers_apart = models.BooleanField(default=False)
    no_honorarium = models.BooleanField(default=False)
