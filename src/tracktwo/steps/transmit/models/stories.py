"""A short account of what the conflict did to a life, in the teller's own language, released by the teller alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.models.cells import Audience

LONGEST_STORY = 4000


class Story(models.Model):
    """One story of one seat. ``taken_back_on`` ends every use of it; the words are erased with it."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="stories")
    language = models.CharField(max_length=8)
    told_on = models.DateField()
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]


class StoryText(models.Model):
    """The story in one language; ``approved_on`` is the teller's own yes to these very words."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=LONGEST_STORY)
    approved_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["story", "language"], name="story_language_once")]


class StoryConsent(models.Model):
    """The teller lets one audience read it; the row is the consent, and taking it back removes the row."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="consents")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    given_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["story", "audience"], name="story_audience_once"),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="story_audience_known"),
        ]
