"""Saying how the way to the workshop stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.steps.prepare.actions.checks import check_open, note
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.select.models import Seat


@transaction.atomic
def say_readiness(seat: Seat, standings: Mapping[str, str], *, by: Standing, now: datetime) -> None:
    """Say how each thing stands. The record notes that something changed, not what."""
    check_open(seat, now)
    before = dict(seat.readiness.values_list("item", "standing"))
    changed = {item: standing for item, standing in standings.items() if before.get(item) != standing}
    for item, standing in changed.items():
        Readiness.objects.update_or_create(
            seat=seat, item=Readiness.Item(item), defaults={"standing": Readiness.Standing(standing)}
        )
    if changed:
        note("prepare.readiness_changed", seat, by, now)
