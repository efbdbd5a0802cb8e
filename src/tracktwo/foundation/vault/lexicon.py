"""The leak lint's lexicon of a programme: keyed forms of everybody, made while the vault is open and kept while sealed.

A page a person, under a key that is derived from ROOT and a salt in the keystore. Whoever comes in while the vault is
sealed gets a page at once if the lexicon is awake, and otherwise at the next unsealing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Compartment, Standing
from tracktwo.foundation.vault import identities
from tracktwo.foundation.vault.keystore import awake, salts
from tracktwo.foundation.vault.models import LexiconPage, Person
from tracktwo.methods.discretion import Lexicon, Member, lexicon_of, page_of
from tracktwo.methods.discretion.contacts import is_email, is_handle, is_phone
from tracktwo.methods.record import Refusal

_BETWEEN_NAMES = re.compile(r"[|/]")
_BETWEEN_CONTACTS = re.compile(r"[|;,\n]|\s(?=[+@])|(?<=\S)\s+(?=\S+@)")


def make(root: bytes, *, by: Standing, now: datetime) -> int:
    """Wake the lexicon of every programme and write the pages that are missing; the number written.

    That identities are read for it stands in the record before they are. Who cannot be read is passed over.
    """
    return sum(_make_for(compartment, root, by, now) for compartment in Compartment.objects.filter(parent=None))


def _make_for(compartment: Compartment, root: bytes, by: Standing, now: datetime) -> int:
    everybody = Person.objects.filter(compartment__in=rooms_of(compartment))
    if not everybody.exists():
        return 0
    key, salt = salts.lexicon_key(root, compartment.id)
    under = sha256(salt.encode()).hexdigest()
    LexiconPage.objects.filter(person__in=everybody).exclude(made_under=under).delete()
    missing = list(everybody.filter(page=None).select_related("compartment"))
    if missing:
        with transaction.atomic():
            record("vault.lexicon_made", book=compartment.book, role=by.role, side=by.side, at=now, count=len(missing))
    written = sum(_write(person, root, key, under) for person in missing)
    awake.wake(compartment.id, key)
    return written


def _write(person: Person, root: bytes, key: bytes, under: str) -> bool:
    try:
        told = identities.read(person, root)
    except Refusal:
        return False
    LexiconPage.objects.update_or_create(
        person=person, defaults={"made_under": under, "forms": page_of(member_of(told), key)}
    )
    return True


def add(person: Person, told: Mapping[str, str]) -> None:
    """A page for somebody who comes in now, if the lexicon is awake; the words are at hand, so nothing is decrypted."""
    top = top_of(person.compartment)
    key = awake.key_of(top.id)
    under = LexiconPage.objects.filter(person__compartment__in=rooms_of(top)).values_list("made_under", flat=True)
    made_under = under.first()
    if key is not None and made_under is not None:
        LexiconPage.objects.create(person=person, made_under=made_under, forms=page_of(member_of(told), key))


def forget(person: Person) -> None:
    """Take somebody's page away, and change the key at the next unsealing: copies of the page then answer nobody."""
    top = top_of(person.compartment)
    LexiconPage.objects.filter(person=person).delete()
    salts.destroy_salt(top.id)
    if not Person.objects.filter(compartment__in=rooms_of(top)).exclude(pk=person.pk).exists():
        awake.put_to_sleep(top.id)


def member_of(told: Mapping[str, str]) -> Member:
    """An identity as the lint knows people. A contact may be several, of any kind."""
    contacts = [part.strip() for part in _BETWEEN_CONTACTS.split(told.get("contact", "")) if part.strip()]
    return Member(
        names=tuple(part.strip() for part in _BETWEEN_NAMES.split(told.get("name", "")) if part.strip()),
        affiliations=tuple(part.strip() for part in _BETWEEN_NAMES.split(told.get("affiliation", "")) if part.strip()),
        emails=tuple(part for part in contacts if is_email(part) or is_handle(part)),
        phones=tuple(part for part in contacts if is_phone(part)),
    )


@dataclass(frozen=True)
class Known:
    """The lexicon of a programme, if it is awake; whose pages are in it, in order; and how many people have none."""

    lexicon: Lexicon | None
    persons: tuple[UUID, ...]
    unknown: int


_kept: dict[tuple[str, str, str], Lexicon] = {}


def known_in(compartment: Compartment) -> Known:
    """What the lint may ask about the whole programme of a compartment; works sealed."""
    top = top_of(compartment)
    everybody = Person.objects.filter(compartment__in=rooms_of(top))
    key, total = awake.key_of(top.id), everybody.count()
    if key is None:
        return Known(None, (), total)
    persons = tuple(everybody.exclude(page=None).order_by("pk").values_list("pk", flat=True))
    lexicon = _kept_or_made(top, key, persons)
    return Known(lexicon, persons, total - len(persons))


def _kept_or_made(top: Compartment, key: bytes, persons: tuple[UUID, ...]) -> Lexicon:
    """Read from the database once, and again only when somebody came, went, or the key was changed."""
    pages = LexiconPage.objects.filter(person__in=persons)
    under = pages.values_list("made_under", flat=True).first() or ""
    mark = (top.id.hex, under, sha256(key + b"".join(one.bytes for one in persons)).hexdigest())
    if mark not in _kept:
        for old in [one for one in _kept if one[0] == top.id.hex]:
            del _kept[old]
        forms = (bytes(page) for page in pages.order_by("pk").values_list("forms", flat=True))
        _kept[mark] = lexicon_of(forms, key)
    return _kept[mark]


def top_of(compartment: Compartment) -> Compartment:
    return top_of(compartment.parent) if compartment.parent else compartment


def rooms_of(compartment: Compartment) -> list[Compartment]:
    """A compartment and every room inside it."""
    return [compartment, *(room for child in compartment.rooms.all() for room in rooms_of(child))]
