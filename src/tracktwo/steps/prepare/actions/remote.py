"""A seat taken from afar has nothing to travel for: what was said of its way is destroyed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.select.actions import set_remote
from tracktwo.steps.select.models import Seat


@transaction.atomic
def take_from_afar(seat: Seat, *, by: Standing, now: datetime) -> None:
    """By whoever sits there, or by the host for them. Why is not asked, and what blocked the way is not kept."""
    seat = set_remote(seat, remote=True, by=by, now=now)
    Readiness.objects.filter(seat=seat).delete()


@transaction.atomic
def come_after_all(seat: Seat, *, by: Standing, now: datetime) -> None:
    """The checklist of the way begins anew."""
    set_remote(seat, remote=False, by=by, now=now)
