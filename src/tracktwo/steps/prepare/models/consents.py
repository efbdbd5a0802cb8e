"""Layered consents: the words in numbered versions, sessions one may be asked about, and answers that only grow."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat


class ConsentSheet(models.Model):
    """One version of the words of all layers. From ``answer_by`` on, answers to older versions count as none."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="consent_sheets")
    version = models.PositiveSmallIntegerField()
    texts = models.JSONField()  # {"en": {layer: [what is asked, what a no does]}, ...}
    digest = models.CharField(max_length=64)
    adopted_at = models.DateTimeField()
    answer_by = models.DateField(null=True, blank=True)  # none for the first: there is nothing older

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "version"], name="consent_sheet_version_once"),
        ]

    @property
    def layers(self) -> dict[str, list[str]]:
        """In the reader's language, or in the one they were written in first."""
        language = translation.get_language() or "en"
        return self.texts.get(language) or next(iter(self.texts.values()))


class PanelsThatStand(models.Manager["PanelAsked"]):
    def get_queryset(self) -> models.QuerySet[PanelAsked]:
        return super().get_queryset().filter(taken_back_on=None)


class PanelAsked(models.Model):
    """A session at the convention for which seats of a workshop are asked, each by itself."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="panels_asked")
    number = models.PositiveSmallIntegerField()
    titles = models.JSONField()  # {"en": "...", "uk": "...", "ru": "..."}
    asked_on = models.DateField()
    # Its number stays with the row: a page that is still open answers by number, and must never answer another session.
    taken_back_on = models.DateField(null=True, blank=True)

    objects = PanelsThatStand()
    every: ClassVar[models.Manager[PanelAsked]] = models.Manager()

    class Meta:
        ordering: ClassVar = ["workshop__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workshop", "number"], name="panel_asked_number_once"),
        ]

    @property
    def title(self) -> str:
        language = translation.get_language() or "en"
        return self.titles.get(language) or next(iter(self.titles.values()), "")


class Consent(models.Model):
    """One answer of one seat to one layer. Rows are added and never changed; of a layer the newest counts.

    ``ref`` is what a release keeps of the consent that it stood on: it says nothing of a person by itself.
    """

    class Product(models.TextChoices):
        TAKING_PART = "taking_part", _("Taking part in this workshop, under the rules")
        SINGLE_TEXT = "single_text", _("What was worked out may enter the single text, without authors")
        BRIEFS = "briefs", _("The agreed text may be carried to leadership, elites and public")
        PANEL = "panel", _("Being proposed for a session at the convention")
        RESEARCH = "research", _("My answers to questionnaires may be counted with those of others")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="consents")
    product = models.CharField(max_length=16, choices=Product.choices)
    panel = models.ForeignKey(PanelAsked, null=True, blank=True, on_delete=models.CASCADE, related_name="answers")
    # None: given before versions of the words were kept.
    sheet = models.ForeignKey(ConsentSheet, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    given = models.BooleanField()
    changed_on = models.DateField()
    until = models.DateField(null=True, blank=True)  # the first day on which a yes no longer counts
    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(product="panel", panel__isnull=False)
                | (~models.Q(product="panel") & models.Q(panel__isnull=True)),
                name="consent_panel_named",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("an answer is never changed: a new one is added, and the newest counts")
        super().save(*args, **kwargs)


# What every seat is asked; sessions at the convention are asked about by the convener, one by one.
ASKED_OF_ALL = tuple(product for product in Consent.Product if product != Consent.Product.PANEL)
