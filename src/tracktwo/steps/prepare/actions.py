"""Deeds of step 4: each is a participant's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.models import Consent, Readiness, RulesSignature
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat


@transaction.atomic
def sign_rules(seat: Seat, version: int, *, by: Standing, today: date) -> RulesSignature:
    """Sign the version that was read. If another one has come into force meanwhile, that one has to be read first."""
    _check_open(seat, today)
    rules = current_rules(seat.workshop.programme)
    if rules is None:
        raise Refusal("prepare.no_rules")
    if rules.version != version:
        raise Refusal("prepare.rules_changed", version=rules.version)
    signature, new = RulesSignature.objects.get_or_create(seat=seat, rules=rules, defaults={"signed_on": today})
    if new:
        _record("prepare.rules_signed", seat, by, version=version)
    return signature


@transaction.atomic
def answer_consents(seat: Seat, answers: Mapping[str, bool], *, by: Standing, today: date) -> None:
    """Give and withdraw layers of consent; only what changed is recorded."""
    _check_open(seat, today)
    before = dict(seat.consents.values_list("product", "given"))
    for product, given in answers.items():
        if before.get(product, False) == given and product in before:
            continue
        Consent.objects.update_or_create(
            seat=seat, product=Consent.Product(product), defaults={"given": given, "changed_on": today}
        )
        if given or before.get(product):
            deed = "prepare.consent_given" if given else "prepare.consent_withdrawn"
            _record(deed, seat, by, product=product)


@transaction.atomic
def say_readiness(seat: Seat, standings: Mapping[str, str], *, by: Standing, today: date) -> None:
    """Say how each thing stands. The record notes that something changed, not what."""
    _check_open(seat, today)
    before = dict(seat.readiness.values_list("item", "standing"))
    changed = {item: standing for item, standing in standings.items() if before.get(item) != standing}
    for item, standing in changed.items():
        Readiness.objects.update_or_create(
            seat=seat, item=Readiness.Item(item), defaults={"standing": Readiness.Standing(standing)}
        )
    if changed:
        _record("prepare.readiness_changed", seat, by)


def _check_open(seat: Seat, today: date) -> None:
    if seat.withdrawn_on is not None:
        raise Refusal("prepare.seat_given_up")
    if seat.workshop.closed_at is not None or seat.workshop.ends_on < today:
        raise Refusal("prepare.workshop_over")


def _record(deed: str, seat: Seat, by: Standing, **facts: object) -> None:
    workshop = seat.workshop
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(workshop.number),
        **facts,
    )
