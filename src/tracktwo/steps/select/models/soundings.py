"""The log of sounding out: that a question was put, by which way and with what result; who was asked is not in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.programme.models import Community, Programme

ASKING = (Role.CONVENER, Role.FACILITATOR, Role.GUARANTOR)


class Sounding(models.Model):
    """One conversation before any nomination. ``note`` is a handle of the vault: names and words stand there."""

    class Channel(models.TextChoices):
        LETTER = "letter", _("letter")
        TELEPHONE = "telephone", _("telephone")
        MEETING = "meeting", _("meeting in person")
        GO_BETWEEN = "go_between", _("a go-between")
        CONVENTION = "convention", _("conversation at a convention")

    class Outcome(models.TextChoices):
        WOULD_COME = "would_come", _("would take part")
        HESITATES = "hesitates", _("hesitates")
        NAMES_OTHERS = "names_others", _("names others")
        WOULD_NOT = "would_not", _("would not")
        NO_ANSWER = "no_answer", _("no answer yet")

    class Next(models.TextChoices):
        NOMINATE = "nominate", _("nominate")
        ASK_AGAIN = "ask_again", _("ask again")
        MEET = "meet", _("meet in person")
        ASK_OTHERS = "ask_others", _("ask those who were named")
        NOTHING = "nothing", _("nothing more")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="soundings")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    asked_by = models.CharField(max_length=16, choices=[(role.value, role.label) for role in ASKING])
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    next_step = models.CharField(max_length=12, choices=Next.choices)
    next_on = models.DateField(null=True, blank=True)
    note = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-day", "-id"]
