"""What every deed of this step asks first, and how it is recorded."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.select.models import Seat


def check_open(seat: Seat, now: datetime) -> None:
    check_kept(seat)
    workshop = seat.workshop
    closed = workshop.closed_at is not None and workshop.closed_at <= now
    if closed or has_ended(workshop, now):
        raise Refusal("prepare.workshop_over")


def check_kept(seat: Seat) -> None:
    if seat.withdrawn_on is not None:
        raise Refusal("prepare.seat_given_up")


def check_travels(seat: Seat) -> None:
    if seat.is_remote:
        raise Refusal("prepare.seat_remote")


def note(deed: str, seat: Seat, by: Standing, now: datetime, **facts: object) -> None:
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
