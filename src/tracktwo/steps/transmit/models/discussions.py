"""The open session after a workshop: questions and answers of whoever came, without names, accounts and hours."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop

LONGEST_REMARK = 400


class Discussion(models.Model):
    """One session a workshop. Its address is a code that says nothing; it answers only while the session is open."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="discussion")
    code = models.CharField(max_length=12, unique=True)
    closed_on = models.DateField(null=True, blank=True)


class Remark(models.Model):
    """A question, or an answer to one. Nothing here knows who wrote it or when."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for the moderator")
        SHOWN = "shown", _("shown")
        ASIDE = "aside", _("set aside")

    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="remarks")
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    language = models.CharField(max_length=8)
    words = models.CharField(max_length=LONGEST_REMARK)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    on_paper = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="remark_has_words")]
