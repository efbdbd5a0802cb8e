"""Destroying at once everything that identifies in a programme. It takes two, works sealed, and cannot be undone."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Compartment, Invitation, Standing
from tracktwo.foundation.people.sessions import end_every_session
from tracktwo.foundation.vault import memory
from tracktwo.foundation.vault.keystore import awake, chain, file, shredded
from tracktwo.foundation.vault.lexicon import rooms_of
from tracktwo.foundation.vault.models import Note, PackAsked, Person, PurgeAsked
from tracktwo.foundation.vault.purging import destroy_elsewhere
from tracktwo.methods.record import Refusal

# The second person answers within this time, or it is asked anew.
LASTS = timedelta(minutes=15)
# Typed by each of the two, in whichever language: a tap can be a mistake, a word hardly.
WORDS = {"en": "destroy", "uk": "знищити", "ru": "уничтожить"}


def asked_for(compartment: Compartment, now: datetime) -> PurgeAsked | None:
    """The question that waits for a second person, while it lasts."""
    found = PurgeAsked.objects.filter(compartment=compartment, asked_at__gt=now - LASTS)
    return found.select_related("account").first()


def check_word(word: str) -> None:
    if " ".join(word.split()).casefold() not in WORDS.values():
        raise Refusal("vault.purge_word")


@transaction.atomic
def ask_purge(compartment: Compartment, word: str, *, account: Account, by: Standing, now: datetime) -> PurgeAsked:
    """The first of two. Nothing is destroyed yet."""
    check_word(word)
    PurgeAsked.objects.filter(compartment=compartment).delete()
    record("vault.purge_asked", book=compartment.book, role=by.role, at=now)
    return PurgeAsked.objects.create(compartment=compartment, account=account, asked_at=now)


@transaction.atomic
def take_back_purge(compartment: Compartment, *, by: Standing, now: datetime) -> None:
    if not PurgeAsked.objects.filter(compartment=compartment).delete()[0]:
        raise Refusal("vault.purge_not_asked", minutes=LASTS.seconds // 60)
    record("vault.purge_taken_back", book=compartment.book, role=by.role, at=now)


def confirm_purge(compartment: Compartment, word: str, *, account: Account, by: Standing, now: datetime) -> None:
    """The second of two, and another person. When this returns, nothing opens the identities any more."""
    check_word(word)
    asked = asked_for(compartment, now)
    if asked is None:
        raise Refusal("vault.purge_not_asked", minutes=LASTS.seconds // 60)
    if asked.account_id == account.pk:
        raise Refusal("vault.purge_same_person")
    purge(compartment, by=by, now=now)


def purge(compartment: Compartment, *, by: Standing, now: datetime) -> None:
    """Keys first, then rows, sessions and invitations. Done twice it destroys nothing more.

    The keys lie outside the database and are gone even if it is broken or somebody pulls the plug: what is left then is
    ciphertext, and ``replay_tombstones`` finishes with the next start.
    """
    rooms = rooms_of(compartment)
    if file.exists():
        for room in rooms:
            shredded.remember(room.id)
        chain.destroy_compartments(room.id for room in rooms)
    awake.put_to_sleep(compartment.id)
    memory.forget()
    _destroy_rows(compartment, rooms, by, now)


@transaction.atomic
def _destroy_rows(compartment: Compartment, rooms: list[Compartment], by: Standing, now: datetime) -> None:
    record("vault.purged", book=compartment.book, role=by.role, at=now)
    Note.objects.filter(compartment__in=rooms).delete()
    Person.objects.filter(compartment__in=rooms).delete()
    for asked in (PurgeAsked, PackAsked):
        asked.objects.filter(compartment__in=rooms).delete()
    Invitation.objects.filter(compartment__in=rooms, used_by=None).update(withdrawn=True)
    destroy_elsewhere(compartment)
    end_every_session()
    for erasing in (begin_log_anew, _rewrite_database, begin_log_anew):
        transaction.on_commit(erasing, robust=True)


def _rewrite_database() -> None:
    """Write the database anew, so that no page holds what was deleted. Robust: the keys are gone in any case.

    On SQLite ``secure_delete`` has overwritten the rows already; on PostgreSQL this is what takes them off the disk.
    """
    if not connection.get_autocommit():
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "sqlite" else "VACUUM (FULL)")


def begin_log_anew() -> None:
    """SQLite's write-ahead log holds old pages until then; by itself, because somebody may just be reading the rest."""
    if connection.vendor == "sqlite" and connection.get_autocommit():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
