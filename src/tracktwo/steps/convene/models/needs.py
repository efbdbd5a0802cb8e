"""What the room worked out: needs and fears said back until accepted, options that serve them, joint steps.

A mark is a community's. Nothing here joins a person to a word or an answer; a roll knows only who has answered.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account, Role
from tracktwo.steps.convene.models.sessions import Session
from tracktwo.steps.convene.models.statements import LONGEST_STATEMENT, Statement

OWNERS = (Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR, Role.GUARANTOR, Role.PARTICIPANT, Role.READER)


class Restatement(models.Model):
    """One community said it (the statement), the others say it back. Accepted, it is a need or fear that all heard."""

    class Kind(models.TextChoices):
        NEED = "need", _("Need")
        FEAR = "fear", _("Fear")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="restatements")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="restatement")
    speaker = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=4, choices=Kind.choices)
    is_open = models.BooleanField(default=True)
    is_accepted = models.BooleanField(default=False)
    asked = models.JSONField(default=list)  # keyed digests of the words that the speakers' telephones were asked about

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session"], condition=Q(is_open=True), name="restatement_open_once"),
            models.CheckConstraint(
                condition=Q(is_open=False) | Q(is_accepted=False), name="restatement_accepted_is_closed"
            ),
        ]


class Draft(models.Model):
    """The words in which one listening community says it back: the latest, and how many tries it took."""

    restatement = models.ForeignKey(Restatement, on_delete=models.CASCADE, related_name="drafts")
    side = models.PositiveSmallIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)
    mark = models.CharField(max_length=9, default="awaited")
    text = models.CharField(max_length=LONGEST_STATEMENT, blank=True)
    language = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["restatement", "side"], name="draft_side_once")]


class Wording(models.Model):
    """Words that somebody of a listening community sent from a telephone, for the third party to take over.

    Neither author nor hour. The community is that of the draft; gone when one is taken, or the loop ends or rests.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="wordings")
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=8)

    class Meta:
        ordering: ClassVar = ["id"]


class Assent(models.Model):
    """The speakers' telephones are asked whether these words are it. Counters; the result is what may be read of them.

    Gone with the words: when they are answered aloud, written anew or set aside.
    """

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="assent")
    members = models.PositiveSmallIntegerField()
    yes = models.PositiveSmallIntegerField(default=0)
    not_yet = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)  # {"most": whether more said yes, "yes", "not_yet": numbers or None}

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(members__gte=models.F("yes") + models.F("not_yet")), name="assent_within_members"
            ),
        ]


class AssentRoll(models.Model):
    """Who may answer, and whether they have: written at once by random keys, erased with the result."""

    assent = models.ForeignKey(Assent, on_delete=models.CASCADE, related_name="roll")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["assent", "account"], name="assent_person_once")]


class Option(models.Model):
    """A statement taken up as something that could be done, with the needs and fears it would serve."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="options")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="option")
    needs = models.ManyToManyField(Restatement, related_name="options")

    class Meta:
        ordering: ClassVar = ["id"]


class JointStep(models.Model):
    """What will be done, by which role, by when. A role and not a person: the cohort knows who holds it."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="steps")
    option = models.ForeignKey(Option, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=8)
    owner = models.CharField(max_length=16)
    due = models.DateField()

    class Meta:
        ordering: ClassVar = ["due", "id"]

    def get_owner_display(self) -> str:
        return str(Role(self.owner).label)
