"""Deeds about people: invite, join, let in, make wait."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.codes import BYTES_IN_A_CODE, code_from, hash_code
from tracktwo.foundation.people.models import Account, Compartment, Invitation, Patience, Standing, fold_alias
from tracktwo.methods.record import Refusal

INVITATION_LASTS = timedelta(hours=72)
FREE_TRIES = 3
LONGEST_WAIT = timedelta(seconds=60)
MOST_DOUBLINGS = 10  # beyond the longest wait in any case; a number of seconds that grew for ever would overflow
# A wrong code belongs to nobody, so all share one door. A room that joins together mistypes more often than three
# times, and a code of 48.9 bits needs no minute: with a try every four seconds nobody guesses one in 72 hours.
FREE_CODES = 60
LONGEST_WAIT_FOR_A_CODE = timedelta(seconds=4)


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
    check_patience(join_door(), now=now)
    with transaction.atomic():
        invitation = (
            Invitation.objects.select_for_update()
            .filter(code_hash=hash_code(code, settings.SECRET_KEY), used_by=None, withdrawn=False, expires_at__gt=now)
            .first()
        )
        if invitation is not None:
            account = _join_by(invitation, alias, passphrase, language)
            regain_patience(join_door())
            return account
    lose_patience(join_door(), now=now, free=FREE_CODES, longest=LONGEST_WAIT_FOR_A_CODE)
    raise Refusal("people.code_unknown")


def _join_by(invitation: Invitation, alias: str, passphrase: str, language: str) -> Account:
    if Account.objects.filter(folded=fold_alias(alias)).exists():
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


def sign_in_door(alias: str, browser: str = "") -> str:
    """All strangers who try an alias share a door; a browser in which it has signed in has a door of its own."""
    return sha256(f"sign-in|{settings.SECRET_KEY}|{fold_alias(alias)}|{browser}".encode()).hexdigest()


def join_door() -> str:
    # A guesser tries many codes, so a door per code would never make him wait.
    return sha256(f"join|{settings.SECRET_KEY}".encode()).hexdigest()


def check_patience(door: str, *, now: datetime) -> None:
    """Refuse while a door asks for patience; forty people behind one address never share a door of sign-in."""
    waiting = Patience.objects.filter(door=door, until__gt=now).first()
    if waiting is not None and waiting.until is not None:
        raise Refusal("people.wait", seconds=int((waiting.until - now).total_seconds()) + 1)


def lose_patience(door: str, *, now: datetime, free: int = FREE_TRIES, longest: timedelta = LONGEST_WAIT) -> None:
    """Count a wrong try; after ``free`` of them (three) each doubles the wait, up to ``longest`` (a minute)."""
    with transaction.atomic():
        patience, _new = Patience.objects.select_for_update().get_or_create(door=door)
        patience.wrong = min(patience.wrong + 1, 100)
        if patience.wrong > free:
            doubled = 2 ** min(patience.wrong - free, MOST_DOUBLINGS)
            patience.until = now + min(longest, timedelta(seconds=doubled))
        patience.save()


def regain_patience(door: str) -> None:
    """A right try opens the door again."""
    Patience.objects.filter(door=door).delete()
