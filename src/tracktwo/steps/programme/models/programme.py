"""The programme, its communities, its host's declaration, its agenda template and its ground rules."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Compartment

KEY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key() -> str:
    """Ten letters that say nothing: an address names no person, conflict or country."""
    return "".join(secrets.choice(KEY_LETTERS) for _place in range(10))


class Programme(models.Model):
    compartment = models.OneToOneField(Compartment, on_delete=models.PROTECT, related_name="programme")
    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("neutral description"), max_length=2000)
    language = models.CharField(_("language of title and description"), max_length=8, default="en")
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="programme_years_in_order"
            ),
        ]


class Community(models.Model):
    """One side, under the name that it accepts in each language. Numbered from 1; the number means nothing."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="communities")
    number = models.PositiveSmallIntegerField()
    names = models.JSONField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="community_number_once"),
        ]

    @property
    def name(self) -> str:
        """In the reader's language, or in the one it was given in first."""
        language = translation.get_language() or "en"
        return self.names.get(language) or next(iter(self.names.values()))


class Host(models.Model):
    """The third party declares what a sceptic would ask; every participant and guarantor can read it."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="host")
    name = models.CharField(_("host association"), max_length=160)
    funding = models.TextField(_("who pays"), max_length=1000)
    positions = models.TextField(_("positions taken in this conflict"), max_length=1000)
    affiliations = models.TextField(_("affiliations"), max_length=1000)
    ties = models.TextField(_("ties to officials"), max_length=1000)


class GroundRules(models.Model):
    """One version of the rules: for each language the same rules in the same order."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rules")
    version = models.PositiveSmallIntegerField()
    texts = models.JSONField()  # {"en": ["...", ...], "uk": [...]}
    digest = models.CharField(max_length=64)
    adopted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "version"], name="rules_version_once"),
        ]

    @property
    def lines(self) -> list[str]:
        """In the reader's language, or in the one they were written in first."""
        language = translation.get_language() or "en"
        return self.texts.get(language) or next(iter(self.texts.values()))
