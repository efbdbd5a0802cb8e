"""Care for people: the plan for when something happens, what has happened, and who asks to be reached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.programme.models import Programme


class CarePlan(models.Model):
    """Who is called and how, in neutral words; the line that is said; who decides. Written before it is needed."""

    class Callee(models.TextChoices):
        """In the order in which they are called."""

        CONVENER = "convener", _("the convener")
        FACILITATOR = "facilitator", _("a facilitator")
        LAWYER = "lawyer", _("a lawyer for each country")
        GUARANTOR = "guarantor", _("a guarantor of the community")
        HOST = "host", _("the head of the host association")
        PRESS = "press", _("whoever speaks with the press")
        MEDICAL = "medical", _("a physician or counsellor")
        OPERATOR = "operator", _("the operator of the machine")

    class Decider(models.TextChoices):
        CONVENER = "convener", _("the convener alone")
        TWO = "two", _("the convener and a facilitator together")
        GUARANTOR = "guarantor", _("the convener and a guarantor of the community together")

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="care_plan")
    called = models.JSONField(default=dict)  # Callee to a few neutral words
    lines = models.JSONField(default=dict)  # language to the agreed line
    decides = models.CharField(max_length=12, choices=Decider.choices)
    kept_on = models.DateField()


class Incident(models.Model):
    """Something has happened. Which kind stands here and not in the record; to whom stands nowhere."""

    class Kind(models.TextChoices):
        ARREST = "arrest", _("Arrest or questioning")
        LEAK = "leak", _("Names have become known")
        DEVICE = "device", _("A device lost or taken")
        THREAT = "threat", _("A threat")
        PRESS = "press", _("A call from the press")

    class Lesson(models.TextChoices):
        AS_PLANNED = "as_planned", _("the plan held")
        NO_ANSWER = "no_answer", _("somebody of the plan did not answer")
        OUTDATED = "outdated", _("the plan was out of date")
        STEP_MISSING = "step_missing", _("a step was missing")
        LINE_UNFIT = "line_unfit", _("the line did not fit")
        TOO_SLOW = "too_slow", _("it took too long")
        MISTAKE = "mistake", _("opened by mistake")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="incidents")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    opened_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    lessons = models.JSONField(default=list)  # codes of Lesson

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="incident_number_once"),
        ]


class IncidentStep(models.Model):
    """One step of the list that was done, and when; by whom is not kept."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=12)
    done_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["incident", "step"], name="incident_step_once"),
        ]


class SafeWord(models.Model):
    """Somebody has read that something happened and is safe. Destroyed when the incident is closed."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="safe")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["incident", "account"], name="safe_word_once"),
        ]


class HelpCall(models.Model):
    """Somebody asks to be reached. Why is not asked; the row is gone when they were."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="help_calls")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "account"], name="help_call_once"),
        ]
