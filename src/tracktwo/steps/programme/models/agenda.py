"""Agendas: versions in force, the draft on the desk, templates of one's own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.programme.models.programme import Programme

LONGEST_NAME = 80


class AgendaTemplate(models.Model):
    """Phases with their shares of the time, in numbered versions."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="agendas")
    version = models.PositiveSmallIntegerField()
    phases = models.JSONField()  # [[phase key, share in percent], ...]
    words = models.JSONField(default=dict)  # {phase key: convert.phases.Words} where own
    origin = models.CharField(max_length=16, default="kelman")
    adopted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "version"], name="agenda_version_once"),
        ]


class AgendaDraft(models.Model):
    """What lies on the desk until it is adopted; one for the programme. ``revision`` counts the presses."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="agenda_draft")
    phases = models.JSONField()
    words = models.JSONField(default=dict)
    origin = models.CharField(max_length=16, default="kelman")
    revision = models.PositiveIntegerField(default=0)


class OwnTemplate(models.Model):
    """An agenda kept under a name, to begin from again."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="own_templates")
    name = models.CharField(max_length=LONGEST_NAME)
    language = models.CharField(max_length=8)
    phases = models.JSONField()
    words = models.JSONField(default=dict)
    origin = models.CharField(max_length=16, default="kelman")

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "name"], name="own_template_once"),
        ]
