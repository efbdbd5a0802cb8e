"""A guarantor's objection to somebody of the own community, and the convener's answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.select.models.assessments import Round
from tracktwo.steps.select.models.nominations import Nomination


class Objection(models.Model):
    """Reason and answer as codes; the words of both stand in the vault (``note``, ``answer_note``)."""

    class Reason(models.TextChoices):
        NOT_OF_COMMUNITY = "not_of_community", _("not of this community")
        SPEAKS_FOR_POWER = "speaks_for_power", _("speaks for a government, party or armed force")
        DANGER = "danger", _("danger to others in the room")
        FACTS_WRONG = "facts_wrong", _("what was said of the nominee is wrong")
        RULES = "rules", _("would not keep the ground rules")

    class Answer(models.TextChoices):
        UPHELD = "upheld", _("upheld, the nominee is set aside")
        NOT_UPHELD = "not_upheld", _("not upheld")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="objections")
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="objections")
    guarantor = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    note = models.UUIDField()
    made_on = models.DateField()
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    answer_note = models.UUIDField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "nomination", "guarantor"], name="objected_once")
        ]
