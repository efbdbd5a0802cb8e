"""Nominators: a one-time code at a neutral address, without an account, writing into the vault and reading nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import (
    FREE_CODES,
    LONGEST_WAIT_FOR_A_CODE,
    check_patience,
    lose_patience,
    regain_patience,
)
from tracktwo.foundation.people.codes import BYTES_IN_A_CODE, code_from, hash_code
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.actions.nominations import keep_proposed
from tracktwo.steps.select.models import Nomination, NominatorPass

PASS_LASTS = timedelta(days=14)
MOST_BY_ONE = 5


@transaction.atomic
def issue_pass(
    programme: Programme, community: Community | None, most: int, *, by: Standing, now: datetime
) -> tuple[NominatorPass, str]:
    """A code for a nominator, returned once. It is good for ``most`` people, of ``community`` or of any."""
    if not 1 <= most <= MOST_BY_ONE:
        raise Refusal("select.pass_number", most=MOST_BY_ONE)
    code = code_from(secrets.token_bytes(BYTES_IN_A_CODE))
    issued = NominatorPass.objects.create(
        programme=programme,
        community=community,
        code_hash=hash_code(code, settings.SECRET_KEY),
        most=most,
        issued_at=now,
        expires_at=now + PASS_LASTS,
    )
    record("select.pass_issued", book=programme.compartment.book, role=by.role, side=by.side, at=now, most=most)
    return issued, code


@transaction.atomic
def withdraw_pass(issued: NominatorPass, *, by: Standing, now: datetime) -> None:
    """The code opens nothing any more; what came in by it stays."""
    issued.withdrawn = True
    issued.save(update_fields=["withdrawn"])
    record("select.pass_withdrawn", book=issued.programme.compartment.book, role=by.role, side=by.side, at=now)


def open_pass(code: str, *, now: datetime) -> NominatorPass:
    """The pass behind a code that is still good; every wrong code is counted, and many wrong ones make wait."""
    check_patience(_door(), now=now)
    found = (
        NominatorPass.objects.filter(
            code_hash=hash_code(code, settings.SECRET_KEY), withdrawn=False, expires_at__gt=now
        )
        .select_related("programme", "community")
        .first()
    )
    if found is None or found.used >= found.most:
        lose_patience(_door(), now=now, free=FREE_CODES, longest=LONGEST_WAIT_FOR_A_CODE)
        raise Refusal("select.pass_unknown")
    regain_patience(_door())
    return found


@transaction.atomic
def propose_by_pass(issued: NominatorPass, community: Community, identity: Mapping[str, str], *, now: datetime) -> None:
    """Take in whom a nominator proposes. Nobody is told whether the person was known: the answer is the same."""
    issued = NominatorPass.objects.select_for_update().get(pk=issued.pk)
    if issued.used >= issued.most or issued.withdrawn:
        raise Refusal("select.pass_unknown")
    if issued.community_id not in {None, community.pk} or community.programme_id != issued.programme_id:
        raise Refusal("select.pass_community")
    issued.used += 1
    try:
        keep_proposed(issued.programme, community, identity, Nomination.Way.LINK, now)
    except Refusal as refusal:
        if refusal.code != "vault.known_already":
            raise
        issued.known += 1
    else:
        book = issued.programme.compartment.book
        record("select.nominated", book=book, role="nominator", side=community.number, at=now, count=1)
    issued.save(update_fields=["used", "known"])


def _door() -> str:
    return sha256(f"propose|{settings.SECRET_KEY}".encode()).hexdigest()
