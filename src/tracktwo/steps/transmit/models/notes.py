"""Memoranda, and the lines that are ready before somebody asks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop


class Note(models.Model):
    """A numbered memorandum, a line for the press, or a line for the day on which something goes wrong.

    A memorandum and a press line go to the public when they are released; a crisis line only to those inside.
    """

    class Kind(models.TextChoices):
        MEMORANDUM = "memo", _("Memorandum")
        PRESS = "press", _("Press line")
        CRISIS = "crisis", _("Crisis line")

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    number = models.PositiveIntegerField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]


class NoteText(models.Model):
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    body = models.TextField(max_length=6000)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["note", "language"], name="note_language_once")]
