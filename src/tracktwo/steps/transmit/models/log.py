"""What was carried to whom, what came back, and how well either is known. A month, a role and a channel; no person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account, Role
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community
from tracktwo.steps.transmit.models.briefs import Brief
from tracktwo.steps.transmit.models.cells import Audience

LONGEST_ENTRY = 400


class Grade(models.IntegerChoices):
    """How well it is known that it arrived."""

    TOLD = 1, _("told by whoever carried it")
    CONFIRMED = 2, _("confirmed by whoever received it")
    DOCUMENT = 3, _("shown by a document")
    INDEPENDENT = 4, _("shown by somebody independent")


class Response(models.TextChoices):
    NONE = "none", _("no answer yet")
    RECEIVED = "received", _("receipt confirmed")
    ASKED = "asked", _("asked for more")
    USED = "used", _("used in own words or work")
    REFUSED = "refused", _("declined")


class Transmission(models.Model):
    class Channel(models.TextChoices):
        MEETING = "meeting", _("conversation")
        LETTER = "letter", _("letter or paper handed over")
        LECTURE = "lecture", _("lecture or class")
        ARTICLE = "article", _("article or broadcast")
        CONVENTION = "convention", _("session at a convention")
        SITE = "site", _("public site")
        GO_BETWEEN = "go_between", _("a go-between")

    class Direction(models.TextChoices):
        OUT = "out", _("from the room")
        BACK = "back", _("back to the room")

    class Harm(models.TextChoices):
        NONE = "none", _("none known")
        FEARED = "feared", _("feared")
        HAPPENED = "happened", _("happened")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="transmissions")
    month = models.DateField()  # the first of it: a day would help whoever looks for a meeting
    agent = models.CharField(max_length=16, choices=Role.choices)
    channel = models.CharField(max_length=12, choices=Channel.choices)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    community = models.ForeignKey(Community, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    direction = models.CharField(max_length=4, choices=Direction.choices, default=Direction.OUT)
    brief = models.ForeignKey(Brief, null=True, blank=True, on_delete=models.SET_NULL, related_name="transmissions")
    content = models.CharField(max_length=LONGEST_ENTRY)
    findings = models.JSONField(default=list)
    response = models.CharField(max_length=8, choices=Response.choices, default=Response.NONE)
    grade = models.PositiveSmallIntegerField(choices=Grade.choices, default=Grade.TOLD)
    harm = models.CharField(max_length=8, choices=Harm.choices, default=Harm.NONE)
    harm_words = models.CharField(max_length=LONGEST_ENTRY, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    followed_on = models.DateField(null=True, blank=True)
    taken_up_on = models.DateField(null=True, blank=True)
    taken_up = models.CharField(max_length=LONGEST_ENTRY, blank=True)

    class Meta:
        ordering: ClassVar = ["-month", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(audience="convention") | Q(community__isnull=True),
                name="transmission_convention_has_no_side",
            ),
            models.CheckConstraint(
                condition=Q(taken_up_on__isnull=True) | (Q(grade__gte=3) & ~Q(taken_up="")),
                name="transmission_claimed_with_a_document",
            ),
        ]


class Coding(models.Model):
    """How a second pair of eyes reads the same entry, without seeing how the first did."""

    transmission = models.ForeignKey(Transmission, on_delete=models.CASCADE, related_name="codings")
    coder = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    grade = models.PositiveSmallIntegerField(choices=Grade.choices)
    response = models.CharField(max_length=8, choices=Response.choices)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["transmission", "coder"], name="coded_once")]
