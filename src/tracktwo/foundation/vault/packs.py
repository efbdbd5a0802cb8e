"""Opening many identities for one document: one reveal with one reason. It takes two people and an open vault."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Compartment, Standing
from tracktwo.foundation.vault import identities, memory
from tracktwo.foundation.vault.actions import check_reason
from tracktwo.foundation.vault.models import PackAsked, Person, Reveal
from tracktwo.foundation.vault.queries import access_persons, check_not_purged
from tracktwo.methods.record import Refusal

# The second person answers within this time, or it is asked anew.
LASTS = timedelta(minutes=15)
# An application is written out once, and once more after a correction; not every quarter of an hour.
PACKS_A_DAY = 3


def pack_asked_for(compartment: Compartment, persons: Iterable[UUID], now: datetime) -> PackAsked | None:
    """The question about these very people that waits for a second person, while it lasts."""
    found = PackAsked.objects.filter(compartment=compartment, people=_mark(persons), asked_at__gt=now - LASTS)
    return found.select_related("account").first()


@transaction.atomic
def ask_pack(persons: Collection[UUID], *, account: Account, by: Standing, now: datetime) -> PackAsked:
    """The first of two. Nothing is opened yet; works sealed."""
    found = _persons(persons, by.compartment)
    PackAsked.objects.filter(compartment=by.compartment).delete()
    _tell("vault.pack_asked", by, now, count=len(found))
    return PackAsked.objects.create(compartment=by.compartment, account=account, people=_mark(persons), asked_at=now)


def reveal_pack(
    persons: Collection[UUID], *, account: Account, reason: str, by: Standing, now: datetime
) -> dict[UUID, dict[str, str]]:
    """The second of two, and another person: who these people are. One deed says how many and holds the digest of the
    reason, committed before anything is decrypted.

    It counts apart from single reveals: at most three a day. Refuses what ``vault.actions.reveal`` refuses, and
    ``vault.pack_not_asked``, ``vault.pack_same_person``, ``vault.pack_quota``. Must not run inside a transaction.
    """
    reason = check_reason(reason)
    found = _persons(persons, by.compartment)
    root = memory.root(now)
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)  # two packs at once are counted one after the other
        _check_second(persons, account, by, now)
        _check_quota(account, now)
        _note_reveals(found, account, reason, by, now)
    memory.stay(now)
    return {person.id: identities.read(person, root) for person in found}


def _persons(persons: Collection[UUID], compartment: Compartment) -> list[Person]:
    found = list(access_persons(compartment).filter(pk__in=list(persons)).order_by("pk"))
    if not found or len(found) < len(set(persons)):
        raise Refusal("vault.person_unknown")
    for place in {person.compartment for person in found}:
        check_not_purged(place)
    return found


def _check_second(persons: Collection[UUID], account: Account, by: Standing, now: datetime) -> None:
    asked = pack_asked_for(by.compartment, persons, now)
    if asked is None:
        raise Refusal("vault.pack_not_asked", minutes=LASTS.seconds // 60)
    if asked.account_id == account.pk:
        raise Refusal("vault.pack_same_person")
    asked.delete()  # one yes opens one pack


def _check_quota(account: Account, now: datetime) -> None:
    lately = Reveal.objects.filter(account=account, at__gt=now - timedelta(days=1)).exclude(pack=None)
    if lately.values("pack").distinct().count() >= PACKS_A_DAY:
        raise Refusal("vault.pack_quota", limit=PACKS_A_DAY)


def _note_reveals(persons: list[Person], account: Account, reason: str, by: Standing, now: datetime) -> None:
    # One salt for the pack, so that one digest stands for all; the reason lies under a key of each person.
    salted, pack = f"{secrets.token_hex(16)} {reason}", uuid4()
    for person in persons:
        noted = Reveal(person=person, account=account, at=now, pack=pack)
        identities.write_reason(noted, person, salted)
        noted.save(force_insert=True)
    digest = sha256(salted.encode()).hexdigest()
    _tell("vault.pack_revealed", by, now, count=len(persons), reason_digest=digest)


def _tell(deed: str, by: Standing, now: datetime, **facts: Any) -> None:
    record(deed, book=by.compartment.book, role=by.role, side=by.side, at=now, **facts)


def _mark(persons: Iterable[UUID]) -> str:
    """Whom the two mean: the same people, or the question is another one."""
    return sha256("|".join(sorted(person.hex for person in persons)).encode()).hexdigest()
