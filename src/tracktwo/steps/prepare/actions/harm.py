"""Signing the do-no-harm checklist of a workshop, and taking the signature back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.data.do_no_harm import ITEMS, VERSION
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import is_over
from tracktwo.steps.prepare.models import HarmSignature
from tracktwo.steps.prepare.queries.harm import harm_signature_of

DIGEST = sha256(canonical_json([[item.code, item.texts] for item in ITEMS])).hexdigest()


@transaction.atomic
def sign_harm(
    workshop: Workshop, ticked: Collection[str], *, account: Account, by: Standing, now: datetime
) -> HarmSignature:
    """Sign every line, or none: what is not ticked is what has to be mended first."""
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    _check_open(workshop, now)
    missing = sum(item.code not in ticked for item in ITEMS)
    if missing:
        raise Refusal("prepare.harm_unticked", count=missing)
    side = by.side if by.role == Role.GUARANTOR else None
    # Also one for a side the account no longer stands for: of each there is one that is not taken back.
    before = workshop.harm_signatures.filter(account=account, taken_back_on=None).first()
    if before is not None and (before.version, before.side) == (VERSION, side):
        return before
    if before is not None:
        _take_back(before, now)
    kept = HarmSignature.objects.create(
        workshop=workshop, account=account, side=side, version=VERSION, signed_on=now.date()
    )
    _record("prepare.harm_signed", workshop, by, now, digest=DIGEST)
    return kept


@transaction.atomic
def take_back_harm(workshop: Workshop, *, account: Account, by: Standing, now: datetime) -> None:
    """No further session opens until somebody of the same side signs again."""
    standing = harm_signature_of(workshop, account)
    if standing is None:
        raise Refusal("prepare.harm_not_signed")
    _check_open(workshop, now)
    _take_back(standing, now)
    _record("prepare.harm_taken_back", workshop, by, now)


def _take_back(signature: HarmSignature, now: datetime) -> None:
    signature.taken_back_on = now.date()
    signature.save(update_fields=["taken_back_on"])


def _check_open(workshop: Workshop, now: datetime) -> None:
    if is_over(workshop, now):
        raise Refusal("prepare.workshop_over")


def _record(deed: str, workshop: Workshop, by: Standing, now: datetime, **facts: object) -> None:
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(workshop.number),
        at=now,
        workshop=workshop.number,
        **facts,
    )
