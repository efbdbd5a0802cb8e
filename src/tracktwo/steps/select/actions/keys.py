"""Keys with which parties sign in draws: named and withdrawn here, made and used on machines of their own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.exchange.signing import is_signed
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.draw import Signed, read_public_key, read_signature
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import PartyKey
from tracktwo.steps.select.queries.draws import key_of, parties_of


@transaction.atomic
def name_key(programme: Programme, party: str, *, public: str, by: Standing, now: datetime) -> PartyKey:
    """A party says which key is its own; the one before is withdrawn with it. The record holds the key."""
    if party not in parties_of(programme):
        raise Refusal("select.draw_no_party")
    key = read_public_key(public).hex()
    if PartyKey.objects.filter(public=key).exists():
        raise Refusal("select.key_known")
    if key_of(programme, party) is not None:
        withdraw_key(programme, party, by=by, now=now)
    named = PartyKey.objects.create(programme=programme, party=party, public=key, named_at=now)
    _tell("select.key_named", named, by, now)
    return named


@transaction.atomic
def withdraw_key(programme: Programme, party: str, *, by: Standing, now: datetime) -> None:
    """It signs nothing from now on; what it has signed stays signed."""
    key = key_of(programme, party)
    if key is None:
        raise Refusal("select.key_none")
    key.withdrawn_at = now
    key.save(update_fields=["withdrawn_at"])
    _tell("select.key_withdrawn", key, by, now)


def check_signed(programme: Programme, party: str, message: bytes, signature: str, *, needed: bool) -> Signed | None:
    """The signature of the party's key under ``message``, or nothing where none was given and none is needed.

    Raises Refusal ``draw.unsigned``, ``draw.key_unnamed``, ``draw.signature_form``, ``draw.signature_false``.
    """
    key = key_of(programme, party)
    if not signature.strip():
        if key is not None and needed:
            raise Refusal("draw.unsigned")
        return None
    if key is None:
        raise Refusal("draw.key_unnamed")
    signed = Signed(bytes.fromhex(key.public), read_signature(signature))
    if not is_signed(signed, message):
        raise Refusal("draw.signature_false")
    return signed


def _tell(deed: str, key: PartyKey, by: Standing, now: datetime) -> None:
    book = key.programme.compartment.book
    record(deed, book=book, role=by.role, side=by.side, at=now, party=key.party, digest=key.public)
