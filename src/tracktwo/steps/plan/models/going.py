"""Whether a workshop is held: what happens outside, who has given their word, what is due until when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models.plans import Workshop
from tracktwo.steps.programme.models import Programme


class OutsideEvent(models.Model):
    """Something outside that bears on workshops. What happened, never who: the words are read by everybody inside."""

    class Kind(models.TextChoices):
        ESCALATION = "escalation", _("escalation")
        LAW = "law", _("new law or designation")
        BORDER = "border", _("border, visa or flight rule")
        PLACE = "place", _("trouble at the place")
        LEAK = "leak", _("something became known")
        OTHER = "other", _("something else")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    happened_on = models.DateField()
    words = models.CharField(max_length=600)
    source = models.CharField(max_length=300)
    logged_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-happened_on", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="event_number_once"),
        ]


class GoCheck(models.Model):
    """One round of asking: may workshop N be held? A new event opens a new round, and older words no longer count."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="checks")
    number = models.PositiveSmallIntegerField()
    event = models.ForeignKey(OutsideEvent, null=True, blank=True, on_delete=models.SET_NULL, related_name="checks")
    asked_on = models.DateField()
    due = models.DateField()
    gone_on = models.DateField(null=True, blank=True)  # the day on which everybody had said go

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "number"], name="go_check_number_once"),
        ]


class GoWord(models.Model):
    """The word of the host (no side) or of one guarantor in one round. The newest word of a person counts."""

    class Word(models.TextChoices):
        GO = "go", _("go")
        NO = "no", _("no go")

    check_asked = models.ForeignKey(GoCheck, on_delete=models.CASCADE, related_name="words")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    side = models.PositiveSmallIntegerField(null=True, blank=True)
    word = models.CharField(max_length=4, choices=Word.choices)
    reason = models.CharField(max_length=400, blank=True)
    said_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["side", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_asked", "account"], name="go_word_once"),
        ]


class DeadlineOffsets(models.Model):
    """How many days before a workshop things are due in this programme: kind to days, in place of the proposal."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="deadline_offsets")
    offsets = models.JSONField()


class DeadlineMet(models.Model):
    """Somebody said that this is done."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="deadlines_met")
    kind = models.CharField(max_length=16)
    met_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "kind"], name="deadline_met_once"),
        ]


class CalendarAddress(models.Model):
    """A secret address under which one account's calendar asks for its days. Only the digest of the secret is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="calendar_addresses")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="calendar_addresses")
    digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=8, default="en")
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "programme"], name="calendar_address_once"),
        ]
