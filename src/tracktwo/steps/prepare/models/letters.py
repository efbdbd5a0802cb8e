"""The words of letters that a host has changed. Whom a letter is for is never among them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.programme.models import Programme


class Letter(models.TextChoices):
    INVITATION = "invitation", _("letter of invitation")
    VISA = "visa", _("letter in support of a visa")


class LetterText(models.Model):
    """The paragraphs of one letter in one language, in place of the proposal."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="letter_texts")
    letter = models.CharField(max_length=12, choices=Letter.choices)
    language = models.CharField(max_length=8)
    body = models.TextField(max_length=2000)
    costs = models.TextField(max_length=1000, blank=True)
    closing = models.TextField(max_length=1000, blank=True)
    kept_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "letter", "language"], name="letter_text_once"),
        ]
