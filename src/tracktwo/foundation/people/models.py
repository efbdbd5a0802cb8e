"""Accounts by alias, compartments, and who stands where. No name and no e-mail address has a column here."""

from __future__ import annotations

import unicodedata
import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    CONVENER = "convener", _("convener")
    FACILITATOR = "facilitator", _("facilitator")
    ASSESSOR = "assessor", _("assessor")
    NOMINEE = "nominee", _("nominee")
    GUARANTOR = "guarantor", _("guarantor")
    PARTICIPANT = "participant", _("participant")
    RAPPORTEUR = "rapporteur", _("rapporteur")
    TRANSLATOR = "translator", _("translator")
    READER = "reader", _("reader")
    OFFICER = "officer", _("vault officer")
    AUDITOR = "auditor", _("auditor")


def fold_alias(alias: str) -> str:
    """An alias as it is compared: capitals, spacing and ways of composing a letter make no other person.

    Done here because SQLite knows capitals of the Latin alphabet only.
    """
    return unicodedata.normalize("NFKC", " ".join(unicodedata.normalize("NFKC", alias).split()).casefold())


class AccountManager(BaseUserManager["Account"]):
    def create_account(self, alias: str, passphrase: str, language: str = "en") -> Account:
        account = self.model(alias=alias, language=language)
        account.set_password(passphrase)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(folded=fold_alias(username or ""))


class Account(AbstractBaseUser):
    """Somebody who can sign in: an alias and a passphrase, nothing that points outside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alias = models.CharField(_("alias"), max_length=40, unique=True)
    folded = models.CharField(max_length=200, unique=True, editable=False)  # ``fold_alias`` of it
    language = models.CharField(_("language"), max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(auto_now_add=True)
    last_login = None  # the hour of a sign-in is evidence that nobody here needs

    USERNAME_FIELD = "alias"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold_alias(self.alias)
        super().save(*args, **kwargs)


class Compartment(models.Model):
    """A wall. Programmes and workshops point to one; what lies behind it is known only to those who stand in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="rooms")

    @property
    def book(self) -> str:
        """The key under which the record keeps this compartment's deeds: one book per programme."""
        return self.parent.book if self.parent else self.id.hex


class Standing(models.Model):
    """One role of one account in one compartment, for a community (``side``, numbered from 1) or for none."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="standings")
    compartment = models.ForeignKey(Compartment, on_delete=models.CASCADE, related_name="standings")
    role = models.CharField(max_length=16, choices=Role.choices)
    side = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "compartment", "role"], name="standing_once", violation_error_code="unique"
            ),
            models.CheckConstraint(condition=Q(side__isnull=True) | Q(side__gte=1), name="standing_side_from_one"),
        ]


class Invitation(models.Model):
    """Leave to join: a one-time code, kept only as a keyed hash, for one role."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    side = models.PositiveSmallIntegerField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_by = models.OneToOneField(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitation")
    withdrawn = models.BooleanField(default=False)


class Patience(models.Model):
    """How many wrong tries a door has seen, per account or code and never per address; it delays, it does not lock."""

    door = models.CharField(max_length=64, primary_key=True)
    wrong = models.PositiveSmallIntegerField(default=0)
    until = models.DateTimeField(null=True, blank=True)
