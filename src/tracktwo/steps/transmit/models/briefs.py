"""The briefs that fill the cells."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.transmit.models.cells import Cell


class Brief(models.Model):
    """What fills a cell: the findings for one audience. ``released_at`` ends every change."""

    cell = models.OneToOneField(Cell, on_delete=models.CASCADE, related_name="brief")
    text_digest = models.CharField(max_length=64)
    approved_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)


class BriefText(models.Model):
    """The brief in one language, paragraphs apart by an empty line."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    body = models.TextField(max_length=12000)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["brief", "language"], name="brief_language_once"),
        ]
