"""Persons as opaque handles, their identities as ciphertext, and who opened one.

Nothing here can be read without a key.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from tracktwo.foundation.people.models import Account, Compartment


class Person(models.Model):
    """The handle that other rooms keep, as a bare UUID and never as a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Protected: whoever closes a compartment shreds its persons first, or their keys would outlive their rows.
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="+")
    lookup = models.CharField(max_length=64)  # keyed hash of the contact, for duplicates only

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["compartment", "lookup"], name="person_known_once"),
        ]


class IdentityField(models.Model):
    """One field of one person in one version, AES-256-GCM under the person's key ``key_id``."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identity")
    field = models.CharField(max_length=16)
    version = models.PositiveSmallIntegerField(default=1)
    key_id = models.UUIDField()
    nonce = models.BinaryField(max_length=12)
    ciphertext = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "field", "version"], name="identity_field_version_once"),
        ]


class Note(models.Model):
    """Words about somebody, or about nobody in particular, AES-256-GCM under a key of the note's own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="notes")
    key_id = models.UUIDField()
    nonce = models.BinaryField(max_length=12)
    ciphertext = models.BinaryField()


class LexiconPage(models.Model):
    """Keyed forms of one person's name, institution and address, for the leak lint: numbers, and no letter of them.

    ``made_under`` is a digest of the salt of the key: a page made under another salt is made anew.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="page")
    made_under = models.CharField(max_length=64)
    forms = models.BinaryField()


class PurgeAsked(models.Model):
    """One of two has asked to destroy everything that identifies in this compartment; gone when it is done or over."""

    compartment = models.OneToOneField(Compartment, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()


class PackAsked(models.Model):
    """One of two has asked to open many identities for one document; gone when it is done or over."""

    compartment = models.OneToOneField(Compartment, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    people = models.CharField(max_length=64)  # a digest of the handles: the second means the same people
    asked_at = models.DateTimeField()


class Reveal(models.Model):
    """One opening of one identity: by whom, when, and why.

    The reason may name somebody, so it is encrypted as well.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reveals")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    pack = models.UUIDField(null=True, blank=True)  # opened together with others for one document, by two people
    key_id = models.UUIDField()
    nonce = models.BinaryField(max_length=12)
    ciphertext = models.BinaryField()
