"""Signing the ground rules."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.actions.checks import check_open, note
from tracktwo.steps.prepare.models import RulesSignature
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat


@transaction.atomic
def sign_rules(seat: Seat, version: int, *, by: Standing, now: datetime) -> RulesSignature:
    """Sign the version that was read. If another one has come into force meanwhile, that one has to be read first."""
    check_open(seat, now)
    rules = current_rules(seat.workshop.programme)
    if rules is None:
        raise Refusal("prepare.no_rules")
    if rules.version != version:
        raise Refusal("prepare.rules_changed", version=rules.version)
    signature, new = RulesSignature.objects.get_or_create(seat=seat, rules=rules, defaults={"signed_on": now.date()})
    if new:
        note("prepare.rules_signed", seat, by, now, version=version)
    return signature
