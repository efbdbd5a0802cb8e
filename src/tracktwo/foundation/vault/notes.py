"""Words about people that are no identity: evidence, reasons, what was said on the telephone. Kept like an identity,
each under a key of its own, so that they can be destroyed long before the identity is; and with it at the latest.

Writing works sealed. Steps keep the handle that ``keep_note`` returns, as a bare UUID.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Compartment, Standing
from tracktwo.foundation.vault import memory
from tracktwo.foundation.vault.ciphers import Locked, lock_text, unlock_text
from tracktwo.foundation.vault.keystore import chain, file, shredded
from tracktwo.foundation.vault.models import Note, Person
from tracktwo.foundation.vault.queries import check_not_purged
from tracktwo.methods.record import Refusal

LONGEST_NOTE = 4_000


@transaction.atomic
def keep_note(compartment: Compartment, text: str, about: UUID | None = None) -> UUID:
    """Lock a text away and return its handle. ``about`` is the person with whom it is destroyed at the latest.

    Refuses ``vault.note_empty``, ``vault.note_long`` and ``vault.person_unknown``.
    """
    text = text.strip()
    if not text:
        raise Refusal("vault.note_empty")
    if len(text) > LONGEST_NOTE:
        raise Refusal("vault.note_long", limit=LONGEST_NOTE)
    if about is not None and not Person.objects.filter(pk=about).exists():
        raise Refusal("vault.person_unknown")
    return _keep(compartment, text, about)


@transaction.atomic
def keep_paper(compartment: Compartment, text: str) -> UUID:
    """A whole file of text about nobody by name, of any length and to the letter; read and destroyed as a note is."""
    return _keep(compartment, text, None)


def _keep(compartment: Compartment, text: str, about: UUID | None) -> UUID:
    check_not_purged(compartment)
    note = Note(id=uuid4(), compartment=compartment, person_id=about)
    chain.add_compartment(compartment.id)
    # The key is filed under the note and not under the person: destroying one must leave the other readable.
    note.key_id, key = chain.add_key(note.id, compartment.id)
    locked = lock_text(text, key, bound=_bound(note.id))
    note.nonce, note.ciphertext = locked.nonce, locked.ciphertext
    note.save(force_insert=True)
    return note.id


def read_notes(notes: Collection[UUID], *, by: Standing, now: datetime) -> dict[UUID, str]:
    """The texts that are still there, by handle; that they were opened is recorded before anything is decrypted.

    Refuses ``vault.sealed``. Notes of other compartments and destroyed ones are left out; an altered one is
    ``vault.unreadable``. Must not run inside a transaction.
    """
    root = memory.root(now)
    found = list(Note.objects.filter(pk__in=list(notes), compartment=by.compartment))
    if not found:
        return {}
    with transaction.atomic(durable=True):
        record("vault.notes_read", book=by.compartment.book, role=by.role, side=by.side, at=now, count=len(found))
    memory.stay(now)
    content = file.read()
    return {
        note.id: unlock_text(
            Locked(bytes(note.nonce), bytes(note.ciphertext)),
            chain.open_key(content, note.key_id, root),
            bound=_bound(note.id),
        )
        for note in found
    }


@transaction.atomic
def destroy_notes(notes: Collection[UUID]) -> int:
    """Destroy keys and rows; the number that was there. The deed that calls for it writes the record."""
    gone = list(Note.objects.filter(pk__in=list(notes)).values_list("pk", flat=True))
    forget_keys(gone)
    Note.objects.filter(pk__in=gone).delete()
    return len(gone)


def forget_keys(notes: Collection[UUID]) -> None:
    """Tombstones first, as for persons: a restored backup must not bring them back."""
    for note in notes:
        shredded.remember(note)
    chain.destroy_keys(notes)


def notes_about(person: UUID) -> list[UUID]:
    return list(Note.objects.filter(person_id=person).values_list("pk", flat=True))


def _bound(note: UUID) -> bytes:
    return f"{Note._meta.db_table}|{note.hex}|note|1".encode()
