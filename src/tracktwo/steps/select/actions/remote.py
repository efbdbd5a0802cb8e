"""Taking a seat from afar, and coming after all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import EntryClass, Seat
from tracktwo.steps.select.queries import count_remote


@transaction.atomic
def set_remote(seat: Seat, *, remote: bool, by: Standing, now: datetime) -> Seat:
    """Mark the seat. No more seats are remote than the plan offers; what it said of its passport is destroyed.

    The record says that a remote seat of the workshop changed: neither whose, nor of which community, nor which way.
    """
    workshop = Workshop.objects.select_for_update().select_related("programme__compartment").get(pk=seat.workshop_id)
    seat = Seat.objects.select_related("workshop__programme__compartment", "account", "community").get(pk=seat.pk)
    _check_open(seat, workshop, now)
    if seat.is_remote == remote:
        return seat
    if remote and count_remote(workshop) >= workshop.remote_seats:
        raise Refusal("select.remote_full", offered=workshop.remote_seats)
    if remote:
        EntryClass.objects.filter(seat=seat).delete()
    seat.is_remote = remote
    seat.save(update_fields=["is_remote"])
    record(
        "select.remote_changed",
        book=workshop.programme.compartment.book,
        role=by.role,
        at=now,
        workshop=workshop.number,
    )
    return seat


def _check_open(seat: Seat, workshop: Workshop, now: datetime) -> None:
    over = workshop.closed_at is not None or has_ended(workshop, now)
    if seat.withdrawn_on is not None or over:
        raise Refusal("select.seat_gone")
