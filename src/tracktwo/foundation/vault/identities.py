"""Between rows and plain text: the only place where a model and a key meet."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from uuid import UUID

from tracktwo.foundation.people.models import Compartment
from tracktwo.foundation.vault.ciphers import Locked, lock_text, unlock_text
from tracktwo.foundation.vault.fields import FIELDS
from tracktwo.foundation.vault.keystore import chain, file, shredded
from tracktwo.foundation.vault.models import IdentityField, Person, Reveal

FIRST_VERSION = 1


def lookup(compartment: Compartment, identity: Mapping[str, str]) -> str:
    """Keyed hash of the contact (of the name where there is none): equal for one person within one
    compartment only.
    """
    text = identity.get("contact") or identity.get("name") or ""
    return lookups(compartment, [text])[text]


def lookups(compartment: Compartment, texts: Iterable[str]) -> dict[str, str]:
    """The keyed hash of each text, as of contacts: without regard to capitals and spacing.

    The compartment is opened first, because its key must be the same before anybody is in it and after.
    """
    if not chain.has_compartment(compartment.id) and compartment.id not in shredded.remembered():
        chain.add_compartment(compartment.id)
    key = chain.lookup_key(compartment.id)
    return {text: _hash(key, compartment, text) for text in texts}


def _hash(key: bytes, compartment: Compartment, text: str) -> str:
    told = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hmac.new(key, f"{compartment.id.hex}|{told}".encode(), sha256).hexdigest()


def write(person: Person, identity: Mapping[str, str]) -> None:
    """Encrypt each field under a new key of this person, as its next version; needs no secret, so it works sealed."""
    key_id, key = chain.add_key(person.id, person.compartment_id)
    latest = dict(person.identity.order_by("version").values_list("field", "version"))
    for field, text in identity.items():
        version = latest.get(field, FIRST_VERSION - 1) + 1
        locked = lock_text(text, key, bound=_field_bound(person.id, field, version))
        IdentityField.objects.create(
            person=person,
            field=field,
            version=version,
            key_id=key_id,
            nonce=locked.nonce,
            ciphertext=locked.ciphertext,
        )


def read(person: Person, root: bytes) -> dict[str, str]:
    """The newest version of each field, in the order of ``FIELDS``; ``vault.unreadable`` where a key is
    gone or a row moved.
    """
    content = file.read()
    newest = {row.field: row for row in person.identity.order_by("version")}
    return {
        field: unlock_text(
            Locked(bytes(newest[field].nonce), bytes(newest[field].ciphertext)),
            chain.open_key(content, newest[field].key_id, root),
            bound=_field_bound(person.id, field, newest[field].version),
        )
        for field in FIELDS
        if field in newest
    }


def write_reason(reveal: Reveal, person: Person, reason: str) -> None:
    """Put the reason into an unsaved reveal, under a key of the person it is about: shredding takes it
    along.
    """
    reveal.key_id, key = chain.add_key(person.id, person.compartment_id)
    locked = lock_text(reason, key, bound=_reason_bound(reveal.id))
    reveal.nonce, reveal.ciphertext = locked.nonce, locked.ciphertext


def read_reason(reveal: Reveal, root: bytes) -> str:
    key = chain.open_key(file.read(), reveal.key_id, root)
    return unlock_text(Locked(bytes(reveal.nonce), bytes(reveal.ciphertext)), key, bound=_reason_bound(reveal.id))


def _field_bound(person: UUID, field: str, version: int) -> bytes:
    return f"{IdentityField._meta.db_table}|{person.hex}|{field}|{version}".encode()


def _reason_bound(reveal: UUID) -> bytes:
    return f"{Reveal._meta.db_table}|{reveal.hex}|reason|1".encode()
