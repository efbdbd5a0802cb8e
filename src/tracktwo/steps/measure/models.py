"""Waves of questions, answers that nobody can join to a person, their result, and the reports made.

An answer has no account, no time and no row of its own: all answers of a wave lie in one row, shuffled anew each time
one is added. Who has answered is a line on the roll; the roll is erased when the wave closes.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat


class Wave(models.Model):
    """One asking of an instrument around a workshop; opened once, closed once."""

    class Kind(models.TextChoices):
        BEFORE = "before", _("before")
        AFTER = "after", _("after")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="waves")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    instrument = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    seats = models.PositiveSmallIntegerField(default=0)  # how many could have answered, written at the close
    answers = models.PositiveSmallIntegerField(default=0)  # how many did, written at the close

    class Meta:
        ordering: ClassVar = ["workshop__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "kind"], name="wave_kind_once"),
            models.UniqueConstraint(fields=["workshop", "number"], name="wave_number_once"),
            models.UniqueConstraint(fields=["workshop"], condition=Q(closed_at__isnull=True), name="wave_open_once"),
            models.CheckConstraint(condition=Q(seats__gte=models.F("answers")), name="wave_answers_within_seats"),
        ]


class AnswerBox(models.Model):
    """All answers of one wave in one row: [{"link": hex, "side": 1, "values": {"warmth.2": 40}}, ...], shuffled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.OneToOneField(Wave, on_delete=models.CASCADE, related_name="box")
    slips = models.JSONField(default=list)


class HasAnswered(models.Model):
    """Whether a seat has answered, so that nobody answers twice. All rows are written when the wave opens, in the
    order of random numbers, and only turned later: no id and no order of rows tells who answered when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="roll")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    answered = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["wave", "seat"], name="answered_once")]


class LinkKey(models.Model):
    """The key under which phrases of one workshop become links. Destroyed when its last wave closes: from then on
    nobody, with the whole database and somebody's note in hand, can tell which answers a phrase belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="link_key")
    secret = models.BinaryField(max_length=32)


class Result(models.Model):
    """What came of both waves, as it may be read and nothing else; the answers themselves are erased with it."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="result")
    instrument = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    items = models.JSONField()  # [{"item": key, ...as convert.result_to_keep}, ...]


class Report(models.Model):
    """A programme report as it was made; its digest stands in the record."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=8)
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["programme", "number"], name="report_number_once")]
