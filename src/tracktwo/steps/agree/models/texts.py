"""The single text of a workshop as it stands, and its numbered versions.

Nothing here says who wrote a word: no account, no hour. A bracket belongs to a community and stands inside ``state``.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop


class Text(models.Model):
    """One text a workshop. ``state`` is ``methods.text.as_data``, what its ``moves`` replay to; ``version`` the number
    saved last, 0 for none. ``languages``: those in which it is kept in step beside its own.
    """

    class Mode(models.TextChoices):
        BRACKETED = "bracketed", _("Brackets: communities hold their words, and the room cleans them")
        ONE_TEXT = "one_text", _("One text: only the third party words it, communities criticise its clauses")

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="text")
    title = models.CharField(_("title"), max_length=160)
    language = models.CharField(_("language of the text"), max_length=8)
    languages = models.JSONField(default=list, blank=True)
    mode = models.CharField(max_length=12, choices=Mode.choices, default=Mode.BRACKETED)
    state = models.JSONField()
    moves = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    opened_on = models.DateField()
    frozen_on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)  # of the version that was frozen
    rule = models.CharField(max_length=40, blank=True)  # of its rounds of support, chosen with the first

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(frozen_on__isnull=True, digest="") | (Q(frozen_on__isnull=False) & ~Q(digest="")),
                name="text_frozen_with_a_digest",
            ),
        ]


class TextVersion(models.Model):
    """The text as it was saved under a number; the digest is that of ``methods.text.cut_version``."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    languages = models.JSONField(default=dict, blank=True)  # language -> clause -> words, as they were hashed
    moves = models.PositiveIntegerField(default=0)  # the moves that replay to it
    digest = models.CharField(max_length=64)
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="text_version_once"),
        ]


class TextMove(models.Model):
    """One deed on the text, as ``methods.text.Move``; rows are only ever added, so nothing typed is ever lost.

    It names a community or the third party, and a day: no account, no hour.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="trail")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    data = models.JSONField()
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="text_move_once"),
        ]
