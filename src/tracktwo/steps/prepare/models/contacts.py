"""The way home: how each seat wants to be reached after a workshop, and whether it was."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.select.models import Seat


class ContactPlan(models.Model):
    """How a seat is reached, by whom, and the two words by which each knows the other. Where, stands in the vault."""

    class Channel(models.TextChoices):
        CALL = "call", _("a call")
        MESSAGE = "message", _("a message")
        GO_BETWEEN = "go_between", _("through somebody trusted")
        HERE = "here", _("here, by signing in")

    class Caller(models.TextChoices):
        FACILITATOR = "facilitator", _("a facilitator")
        CONVENER = "convener", _("the convener")
        GUARANTOR = "guarantor", _("a guarantor of my community")

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="contact")
    channel = models.CharField(max_length=12, choices=Channel.choices)
    caller = models.CharField(max_length=12, choices=Caller.choices)
    words = models.CharField(max_length=60)
    agreed_on = models.DateField()


class Reached(models.Model):
    """One try to reach a seat after 2, 6 or 12 weeks. Rows are added; the newest of each week counts."""

    class Answer(models.TextChoices):
        SAFE = "safe", _("safe")
        HELP = "help", _("asks for help")
        NOT_REACHED = "not_reached", _("not reached")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="reached")
    weeks = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=12, choices=Answer.choices)
    tried_on = models.DateField()
    is_own = models.BooleanField(default=False)  # said by the person, signed in; else noted by whoever reached them

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(weeks__in=(2, 6, 12)), name="reached_in_its_weeks"),
        ]
