"""A workshop with its cohort, as later steps find it."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cast import Cast
from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat


def a_workshop(cast: Cast, first_day: date, *, number: int = 1, days: int = 4) -> Workshop:
    return Workshop.objects.create(
        programme=cast.programme,
        number=number,
        compartment=Compartment.objects.create(parent=cast.programme.compartment),
        city="Porto",
        country="PT",
        starts_on=first_day,
        ends_on=first_day + timedelta(days=days - 1),
    )


def seat_everybody(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    """A seat for every participant of the cast, by alias."""
    return {
        account.alias: Seat.objects.create(
            workshop=workshop, account=account, community=cast.programme.communities.get(number=side)
        )
        for side, accounts in cast.participants.items()
        for account in accounts
    }
