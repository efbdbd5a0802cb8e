"""An account's seats."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat


def every_seat_of(account: Account, programme: Programme) -> QuerySet[Seat]:
    """As ``seats_of``, with the seats that were given up: what was consented to can be taken back from there too."""
    own = Seat.objects.filter(account=account, workshop__programme=programme)
    return own.select_related("workshop__programme", "community").order_by("workshop__number")


def seats_of(account: Account, programme: Programme) -> QuerySet[Seat]:
    """The account's seats in this programme, the earliest workshop first."""
    own = Seat.objects.filter(account=account, workshop__programme=programme, withdrawn_on=None)
    return own.select_related("workshop", "community").order_by("workshop__number")
