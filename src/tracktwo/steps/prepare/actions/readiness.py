"""Saying how the way to the workshop stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import latest_day
from tracktwo.steps.prepare.actions.checks import check_open, check_travels, note
from tracktwo.steps.prepare.convert import HOST_ITEMS
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.select.models import Seat


@transaction.atomic
def say_readiness(
    seat: Seat, standings: Mapping[str, str], *, lacks: Mapping[str, str] | None = None, by: Standing, now: datetime
) -> None:
    """Say how each thing stands; ``lacks`` names by code what a blocked one lacks.

    The record notes that something changed, not what.
    """
    check_open(seat, now)
    check_travels(seat)
    changed = sum(_say(seat, item, standing, (lacks or {}).get(item, ""), now) for item, standing in standings.items())
    if changed:
        note("prepare.readiness_changed", seat, by, now)


def _say(seat: Seat, item: str, standing: str, lack: str, now: datetime) -> bool:
    """Whether anything changed by it."""
    told = {
        "standing": Readiness.Standing(standing).value,
        "lack": Readiness.Lack(lack).value if lack and standing == Readiness.Standing.BLOCKED else "",
    }
    if Readiness.objects.filter(seat=seat, item=item, **told).exists():
        return False
    row = told | {"said_on": now.date()}
    Readiness.objects.update_or_create(seat=seat, item=Readiness.Item(item), defaults=row)
    return True


@transaction.atomic
def settle_line(seats: Collection[Seat], item: str, standing: str, *, by: Standing, now: datetime) -> int:
    """The host says how something stands that it does for everybody: for these seats of one workshop at once.

    What only a traveller can know is refused. Returns for how many seats something changed.
    """
    if item not in HOST_ITEMS or standing == Readiness.Standing.BLOCKED:
        raise Refusal("prepare.line_not_the_hosts")
    if not seats:
        raise Refusal("prepare.nobody_chosen")
    for seat in seats:
        check_open(seat, now)
        check_travels(seat)
    changed = sum(_say(seat, item, standing, "", now) for seat in seats)
    if changed:
        seat = next(iter(seats))
        note("prepare.line_settled", seat, by, now, item=item, standing=standing, seats=changed)
    return changed


def forget_journeys(now: datetime) -> int:
    """Destroy what was said of ways to workshops that are over everywhere, and of seats given up; returns how many.

    Who was not let out is evidence against whoever it was.
    """
    over = Q(seat__workshop__ends_on__lt=latest_day(now)) | Q(seat__withdrawn_on__isnull=False)
    return Readiness.objects.filter(over).delete()[0]
