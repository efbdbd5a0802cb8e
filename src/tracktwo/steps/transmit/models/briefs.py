"""The briefs that fill the cells."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.transmit.models.cells import Cell
from tracktwo.steps.transmit.models.findings import Level

LONGEST_PARAGRAPH = 3000


class Section(models.TextChoices):
    """What a paragraph does in a brief; each audience reads some of them, in an order of its own."""

    ABSTRACT = "abstract", _("Abstract")
    FINDINGS = "findings", _("Findings")
    REASONING = "reasoning", _("Why")
    OPTIONS = "options", _("Options")
    STEPS = "steps", _("Joint steps")
    OPEN = "open", _("What stayed open")


class Brief(models.Model):
    """What fills a cell: the findings for one audience. ``released_at`` ends every change."""

    cell = models.OneToOneField(Cell, on_delete=models.CASCADE, related_name="brief")
    text_digest = models.CharField(max_length=64)
    approved_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)


class BriefText(models.Model):
    """The title of the brief in one language."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["brief", "language"], name="brief_language_once"),
        ]


class Paragraph(models.Model):
    """One paragraph in every language: what it does, which finding it stands on, and how far it may go."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="paragraphs")
    place = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=10, choices=Section.choices, default=Section.FINDINGS)
    clause = models.CharField(max_length=16, blank=True)
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.KEPT)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["brief", "place"], name="paragraph_place_once"),
            models.CheckConstraint(condition=models.Q(level__lte=3), name="paragraph_level_known"),
        ]


class ParagraphText(models.Model):
    """The words of a paragraph in one language."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    words = models.TextField(max_length=LONGEST_PARAGRAPH)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paragraph", "language"], name="paragraph_language_once"),
        ]
