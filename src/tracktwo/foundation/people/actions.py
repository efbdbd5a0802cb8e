"""Deeds about people: invite, join, let in, make wait."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.codes import BYTES_IN_A_CODE, code_from, hash_code
from tracktwo.foundation.people.models import Account, Compartment, Invitation, Patience, Standing
from tracktwo.methods.record import Refusal

INVITATION_LASTS = timedelta(hours=72)
FREE_TRIES = 3
LONGEST_WAIT = timedelta(seconds=60)


@transaction.atomic
def issue_invitation(
    compartment: Compartment, role: str, side: int | None, *, by: Standing, now: datetime
) -> tuple[Invitation, str]:
    """Make a one-time code for a role; the code is returned once and kept only as a keyed hash."""
    code = code_from(secrets.token_bytes(BYTES_IN_A_CODE))
    invitation = Invitation.objects.create(
        compartment=compartment,
        role=role,
        side=side,
        code_hash=hash_code(code, settings.SECRET_KEY),
        issued_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    record(
        "invitation.issued",
        book=compartment.book,
        role=by.role,
        side=by.side,
        invited_role=role,
        invited_side=side or 0,
    )
    return invitation, code


def join(code: str, alias: str, passphrase: str, language: str, *, now: datetime) -> Account:
    """Use a one-time code: make the account and its standing. Single use, also when two people type it at once."""
    check_patience(join_door(code), now=now)
    with transaction.atomic():
        invitation = (
            Invitation.objects.select_for_update()
            .filter(code_hash=hash_code(code, settings.SECRET_KEY), used_by=None, withdrawn=False, expires_at__gt=now)
            .first()
        )
        if invitation is not None:
            return _join_by(invitation, alias, passphrase, language)
    lose_patience(join_door(code), now=now)
    raise Refusal("people.code_unknown")


def _join_by(invitation: Invitation, alias: str, passphrase: str, language: str) -> Account:
    if Account.objects.filter(alias__iexact=alias).exists():
        raise Refusal("people.alias_taken")
    try:
        account = Account.objects.create_account(alias, passphrase, language)
    except IntegrityError as clash:
        raise Refusal("people.alias_taken") from clash
    Standing.objects.create(
        account=account, compartment=invitation.compartment, role=invitation.role, side=invitation.side
    )
    invitation.used_by = account
    invitation.save(update_fields=["used_by"])
    record("account.joined", book=invitation.compartment.book, role=invitation.role, side=invitation.side)
    return account


def grant(account: Account, compartment: Compartment, role: str, side: int | None = None) -> Standing:
    """Give a role without an invitation: for whoever creates a programme, and for building the demo."""
    standing, _new = Standing.objects.get_or_create(
        account=account, compartment=compartment, role=role, defaults={"side": side}
    )
    return standing


def sign_in_door(alias: str) -> str:
    return sha256(f"sign-in|{settings.SECRET_KEY}|{alias.strip().lower()}".encode()).hexdigest()


def join_door(code: str) -> str:
    # Wrong codes share one door: a guesser tries many codes, so a door per code would never make him wait.
    return sha256(f"join|{settings.SECRET_KEY}".encode()).hexdigest()


def check_patience(door: str, *, now: datetime) -> None:
    """Refuse while a door asks for patience; forty people behind one address never share a door of sign-in."""
    waiting = Patience.objects.filter(door=door, until__gt=now).first()
    if waiting is not None and waiting.until is not None:
        raise Refusal("people.wait", seconds=int((waiting.until - now).total_seconds()) + 1)


def lose_patience(door: str, *, now: datetime) -> None:
    """Count a wrong try; from the fourth on each doubles the wait, up to a minute."""
    with transaction.atomic():
        patience, _new = Patience.objects.select_for_update().get_or_create(door=door)
        patience.wrong = min(patience.wrong + 1, 100)
        if patience.wrong > FREE_TRIES:
            patience.until = now + min(LONGEST_WAIT, timedelta(seconds=2 ** (patience.wrong - FREE_TRIES)))
        patience.save()


def regain_patience(door: str) -> None:
    """A right try opens the door again."""
    Patience.objects.filter(door=door).delete()
