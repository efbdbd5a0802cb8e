"""Somebody proposed, until and after the own consent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account, Invitation
from tracktwo.steps.programme.models import Community, Programme


class Nomination(models.Model):
    """Somebody proposed: a contact and a community until the nominee's own consent; attributes only after it."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("waiting for consent")
        CONSENTED = "consented", _("in the pool")
        DECLINED = "declined", _("declined")
        LAPSED = "lapsed", _("did not answer")
        SET_ASIDE = "set_aside", _("not eligible, kept no longer")

    class Way(models.TextChoices):
        CONVENER = "convener", _("by the convener")
        LINK = "link", _("by a nominator’s code")
        FILE = "file", _("by file")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="nominations")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="nominations")
    person = models.UUIDField(unique=True)  # a handle of the vault; nothing else says who this is
    invitation = models.OneToOneField(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="nomination"
    )
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="nominations")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.CONVENER)
    attributes = models.JSONField(default=dict)
    proposed_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "account"], name="nominated_once"),
        ]

    @property
    def shown(self) -> str:
        """What pages call somebody: the alias, and until there is one the first letters of the vault's handle."""
        return self.account.alias if self.account else self.person.hex[:8]
