"""Deeds of the vault. Those that write work sealed; only ``reveal`` needs the vault open."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import check_patience, lose_patience, regain_patience
from tracktwo.foundation.people.models import Account, Compartment, Standing
from tracktwo.foundation.vault import identities, lexicon, memory
from tracktwo.foundation.vault.ciphers import new_key, public_of
from tracktwo.foundation.vault.fields import FIELDS, LONGEST
from tracktwo.foundation.vault.keystore import chain, file, openings, shredded
from tracktwo.foundation.vault.keystore.openings import every_pair
from tracktwo.foundation.vault.models import Note, Person, Reveal
from tracktwo.foundation.vault.notes import forget_keys, notes_about
from tracktwo.foundation.vault.queries import access_person, check_not_purged
from tracktwo.methods.record import Refusal

__all__ = [
    "every_pair",
    "found_vault",
    "found_with_officers",
    "keep_identity",
    "open_compartment",
    "replay_tombstones",
    "reveal",
    "seal",
    "shred",
    "shred_expired",
    "tell_more",
    "unseal",
]

PASSES = 4
SHORTEST_PASSPHRASE = 12
SHORTEST_REASON = 10
LONGEST_TEXT = 400
REVEALS_AN_HOUR = 20


def found_vault(sets_of_officers: Sequence[Mapping[str, str]]) -> None:
    """Make the keystore. Each mapping of officer to passphrase opens the vault alone; ``every_pair`` makes
    two of three.

    Officers go by a label (“first officer”), never by name: the file holds the labels in clear. Refuses to
    write over a keystore, and passphrases under twelve characters.
    """
    if not sets_of_officers or not all(sets_of_officers):
        raise Refusal("vault.no_officers")
    if any(len(phrase) < SHORTEST_PASSPHRASE for each in sets_of_officers for phrase in each.values()):
        raise Refusal("vault.passphrase_short", least=SHORTEST_PASSPHRASE)
    root = new_key()
    stretching = file.Stretching(name="argon2id", memory_kib=settings.TRACKTWO_VAULT_MEMORY_KIB, passes=PASSES)
    file.create(
        file.Content(
            form=1,
            stretching=stretching,
            openings=[openings.wrap(root, each, stretching) for each in sets_of_officers],
            root_public=public_of(chain.root_private(root)).hex(),
            lookup=new_key().hex(),
            compartments={},
            keys={},
        )
    )


def unseal(passphrases: Mapping[str, str], *, by: Standing, now: datetime) -> None:
    """Open the vault in this process until it has been idle for thirty minutes; recorded before anything
    can be read.
    """
    door = sha256(f"vault|{settings.SECRET_KEY}|{by.account_id}".encode()).hexdigest()
    check_patience(door, now=now)
    try:
        root = openings.unwrap(file.read(), passphrases)
    except Refusal as refusal:
        if refusal.code == "vault.passphrase_wrong":
            lose_patience(door, now=now)
        raise
    regain_patience(door)
    _record_everywhere("vault.unsealed", by, now)
    memory.hold(root, now=now)
    lexicon.make(root, by=by, now=now)


def seal(*, by: Standing, now: datetime) -> None:
    """Forget ROOT at once; recorded if there was anything to forget."""
    was_open = not memory.is_sealed(now)
    memory.forget()
    if was_open:
        _record_everywhere("vault.sealed", by, now)


def found_with_officers(officers: Mapping[str, str], *, by: Standing, now: datetime) -> None:
    """Found the vault so that any two of the officers open it, and say in every programme's record that it was."""
    found_vault(every_pair(officers))
    _record_everywhere("vault.founded", by, now)


@transaction.atomic
def _record_everywhere(deed: str, by: Standing, now: datetime) -> None:
    # ROOT opens every programme of the house, so every programme's record says when it was held.
    for compartment in Compartment.objects.filter(parent=None):
        record(deed, book=compartment.book, role=by.role, side=by.side, at=now)


def open_compartment(compartment: Compartment) -> None:
    """Give a compartment its key pair, once. Works sealed."""
    chain.add_compartment(compartment.id)


@transaction.atomic
def keep_identity(compartment: Compartment, identity: Mapping[str, str]) -> UUID:
    """Take in a person and return the handle. Works sealed; nobody is told who was known already.

    ``identity`` maps fields of ``FIELDS`` to text; blank ones are left out. Refuses ``vault.known_already``
    for a contact that this compartment has, ``vault.identity_empty`` and ``vault.identity_long``. Keys are on
    disk before rows are: if the surrounding transaction fails, an unused key remains and no row without one.
    """
    if not set(identity) <= set(FIELDS):
        raise ValueError("the vault keeps only the fields it names")
    told = {field: identity[field].strip() for field in FIELDS if identity.get(field, "").strip()}
    if not (told.get("name") or told.get("contact")):
        raise Refusal("vault.identity_empty")
    _check_lengths(told)
    check_not_purged(compartment)
    person = _new_person(compartment, identities.lookup(compartment, told))
    open_compartment(compartment)
    identities.write(person, told)
    lexicon.add(person, told)
    return person.id


def _check_lengths(told: Mapping[str, str]) -> None:
    for field, text in told.items():
        limit = LONGEST.get(field, LONGEST_TEXT)
        if len(text) > limit:
            raise Refusal("vault.identity_long", limit=limit)


@transaction.atomic
def tell_more(person_id: UUID, identity: Mapping[str, str], *, compartment: Compartment) -> None:
    """Newer words for fields of somebody whom the vault has. Works sealed, and gives nothing back.

    Refuses ``vault.person_unknown``, ``vault.identity_empty`` and ``vault.identity_long``.
    """
    if not set(identity) <= set(FIELDS):
        raise ValueError("the vault keeps only the fields it names")
    told = {field: text.strip() for field, text in identity.items() if text.strip()}
    if not told:
        raise Refusal("vault.identity_empty")
    _check_lengths(told)
    identities.write(access_person(person_id, compartment), told)


def _new_person(compartment: Compartment, lookup: str) -> Person:
    try:
        with transaction.atomic():
            return Person.objects.create(compartment=compartment, lookup=lookup)
    except IntegrityError:
        raise Refusal("vault.known_already") from None


def reveal(person_id: UUID, *, account: Account, reason: str, by: Standing, now: datetime) -> dict[str, str]:
    """Field by field who a person is. The deed and its reason are committed to the record before anything is
    decrypted.

    Refuses ``vault.reason_short``, ``vault.person_unknown`` (also for persons outside the standing's
    compartment), ``vault.sealed``, ``vault.quota`` and, when recorded already, ``vault.unreadable``. Must not
    run inside a transaction: what is not committed is not recorded.
    """
    reason = check_reason(reason)
    person = access_person(person_id, by.compartment)
    check_not_purged(person.compartment)
    root = memory.root(now)
    with transaction.atomic(durable=True):
        _check_quota(account, now)
        _note_reveal(person, account, reason, by, now)
    memory.stay(now)
    return identities.read(person, root)


def check_reason(reason: str) -> str:
    """The reason without the blanks around it; ``vault.reason_length`` for one too short or too long."""
    reason = reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_TEXT:
        raise Refusal("vault.reason_length", least=SHORTEST_REASON, most=LONGEST_TEXT)
    return reason


def _check_quota(account: Account, now: datetime) -> None:
    Account.objects.select_for_update().get(pk=account.pk)  # two reveals at once are counted one after the other
    lately = Reveal.objects.filter(account=account, at__gt=now - timedelta(hours=1), pack=None)
    if lately.count() >= REVEALS_AN_HOUR:
        raise Refusal("vault.quota", limit=REVEALS_AN_HOUR)


def _note_reveal(person: Person, account: Account, reason: str, by: Standing, now: datetime) -> None:
    noted = Reveal(person=person, account=account, at=now)
    # The digest is salted, because a short reason could be guessed from it; salt and reason stay encrypted
    # together.
    salted = f"{secrets.token_hex(16)} {reason}"
    identities.write_reason(noted, person, salted)
    noted.save(force_insert=True)
    record(
        "vault.revealed",
        book=person.compartment.book,
        role=by.role,
        side=by.side,
        at=now,
        reason_digest=sha256(salted.encode()).hexdigest(),
    )


@transaction.atomic
def shred(person_id: UUID, *, by: Standing) -> None:
    """Destroy every key of a person, then the rows.

    From here on no copy of the database can be read for this person.
    """
    person = access_person(person_id, by.compartment)
    _shred(person, role=by.role, side=by.side)


@transaction.atomic
def shred_expired(persons: Collection[UUID]) -> int:
    """``shred`` for those whose time has come; the machine's deed, and nobody is asked. The number destroyed."""
    found = list(Person.objects.filter(pk__in=list(persons)).select_related("compartment"))
    for person in found:
        _shred(person, role="machine", side=None)
    return len(found)


def _shred(person: Person, *, role: str, side: int | None) -> None:
    record("vault.shredded", book=person.compartment.book, role=role, side=side)
    # The tombstone first: if power fails after it, the next start finishes the work (replay_tombstones).
    shredded.remember(person.id)
    forget_keys(notes_about(person.id))
    chain.destroy_keys([person.id])
    lexicon.forget(person)
    person.delete()


@transaction.atomic
def replay_tombstones() -> int:
    """Shred again whoever came back with a restored backup; before the site opens. Returns how many came
    back.

    An older keystore brings keys back and an older database rows; the list of the shredded lies apart from
    both.
    """
    gone = shredded.remembered()
    if not gone or not file.exists():
        return 0
    chain.destroy_keys(gone)
    chain.destroy_compartments(gone)
    Note.objects.filter(Q(pk__in=gone) | Q(compartment__in=gone)).delete()
    returned = list(Person.objects.filter(Q(pk__in=gone) | Q(compartment__in=gone)))
    for person in returned:
        _shred_again(person)
    return len(returned)


def _shred_again(person: Person) -> None:
    record("vault.shredded", book=person.compartment.book, role="machine")
    lexicon.forget(person)
    person.delete()
