"""How the room feels, what the third party did, and what it thought of the day. None of it knows a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models.sessions import Session

STEPS = 5  # 1 "hard for me" to 5 "good for me"
LONGEST_THOUGHT = 600


class CheckIn(models.Model):
    """One round of "how is it for you". ``cells``: answers 1 to 5; ``words``: how often each word was chosen."""

    class Word(models.TextChoices):
        """A closed list: a word of one's own could be known by its hand."""

        HOPEFUL = "hopeful", _("hopeful")
        CALM = "calm", _("calm")
        CURIOUS = "curious", _("curious")
        HEARD = "heard", _("heard")
        TIRED = "tired", _("tired")
        TENSE = "tense", _("tense")
        SAD = "sad", _("sad")
        ANGRY = "angry", _("angry")
        UNHEARD = "unheard", _("unheard")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="checkins")
    number = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=40)
    is_open = models.BooleanField(default=True)
    cells = models.JSONField()
    words = models.JSONField(default=dict)
    members = models.PositiveSmallIntegerField()
    is_acted_on = models.BooleanField(default=False)  # the third party has done one of the things it offers

    class Meta:
        ordering: ClassVar = ["session", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "number"], name="checkin_number_once"),
            models.UniqueConstraint(fields=["session"], condition=Q(is_open=True), name="checkin_open_once"),
        ]


class CheckInRoll(models.Model):
    """Who may answer, and whether they have; written at once by random keys, erased when the round ends."""

    checkin = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="roll")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["checkin", "account"], name="checkin_person_once")]


class Intervention(models.Model):
    """What the third party did, by type and minute of the session only. The first three types are Kelman's."""

    class Kind(models.TextChoices):
        THEORY = "theory", _("theoretical input")
        CONTENT = "content", _("observation on content")
        PROCESS = "process", _("observation on process")
        RULE = "rule", _("a rule recalled")
        BREAK = "break", _("a break offered")
        CAUCUS = "caucus", _("a talk apart offered")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="interventions")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    minute = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["session", "minute", "id"]


class Reflection(models.Model):
    """What the facilitators think of a day: for themselves and the rapporteur. No author, no name."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="reflections")
    moved = models.CharField(max_length=LONGEST_THOUGHT, blank=True)
    stuck = models.CharField(max_length=LONGEST_THOUGHT, blank=True)
    tomorrow = models.CharField(max_length=LONGEST_THOUGHT, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
