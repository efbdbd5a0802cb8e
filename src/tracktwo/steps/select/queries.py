"""What may be known of selection."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat


def list_seats(workshop: Workshop) -> QuerySet[Seat]:
    """The cohort that still stands."""
    return workshop.seats.filter(withdrawn_on=None).select_related("account", "community")


def seat_of(account: Account, workshop: Workshop) -> Seat | None:
    """The account's own seat in this workshop."""
    return list_seats(workshop).filter(account=account).first()
