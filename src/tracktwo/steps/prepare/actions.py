"""Deeds of step 4: each is a participant's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.models import Consent, Readiness, RulesSignature
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat


@transaction.atomic
def sign_rules(seat: Seat, version: int, *, by: Standing, now: datetime) -> RulesSignature:
    """Sign the version that was read. If another one has come into force meanwhile, that one has to be read first."""
    _check_open(seat, now)
    rules = current_rules(seat.workshop.programme)
    if rules is None:
        raise Refusal("prepare.no_rules")
    if rules.version != version:
        raise Refusal("prepare.rules_changed", version=rules.version)
    signature, new = RulesSignature.objects.get_or_create(seat=seat, rules=rules, defaults={"signed_on": now.date()})
    if new:
        _record("prepare.rules_signed", seat, by, now, version=version)
    return signature


@transaction.atomic
def answer_consents(seat: Seat, answers: Mapping[str, bool], *, by: Standing, now: datetime) -> None:
    """Give and withdraw layers of consent, also long after the workshop; only what changed is recorded."""
    _check_kept(seat)
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    before = dict(seat.consents.values_list("product", "given"))
    for product, given in answers.items():
        if before.get(product, False) == given and product in before:
            continue
        Consent.objects.update_or_create(
            seat=seat, product=Consent.Product(product), defaults={"given": given, "changed_on": now.date()}
        )
        if given or before.get(product):
            deed = "prepare.consent_given" if given else "prepare.consent_withdrawn"
            _record(deed, seat, by, now, product=product)


@transaction.atomic
def say_readiness(seat: Seat, standings: Mapping[str, str], *, by: Standing, now: datetime) -> None:
    """Say how each thing stands. The record notes that something changed, not what."""
    _check_open(seat, now)
    before = dict(seat.readiness.values_list("item", "standing"))
    changed = {item: standing for item, standing in standings.items() if before.get(item) != standing}
    for item, standing in changed.items():
        Readiness.objects.update_or_create(
            seat=seat, item=Readiness.Item(item), defaults={"standing": Readiness.Standing(standing)}
        )
    if changed:
        _record("prepare.readiness_changed", seat, by, now)


def _check_open(seat: Seat, now: datetime) -> None:
    _check_kept(seat)
    workshop = seat.workshop
    closed = workshop.closed_at is not None and workshop.closed_at <= now
    if closed or workshop.ends_on < now.date():
        raise Refusal("prepare.workshop_over")


def _check_kept(seat: Seat) -> None:
    if seat.withdrawn_on is not None:
        raise Refusal("prepare.seat_given_up")


def _record(deed: str, seat: Seat, by: Standing, now: datetime, **facts: object) -> None:
    workshop = seat.workshop
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(workshop.number),
        at=now,
        **facts,
    )
