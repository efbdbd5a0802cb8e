"""A workshop with its cohort, as later steps find it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from tests.cast import Cast
from tracktwo.data.do_no_harm import VERSION
from tracktwo.foundation.people.models import Compartment, Role, Standing
from tracktwo.steps.plan.models import GoCheck, GoWord, Workshop
from tracktwo.steps.prepare.models import HarmSignature
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


def noon(day: date, *, after: int = 0) -> datetime:
    """Noon of UTC, so many days after: where clocks are furthest behind that day begins, and ended ones are over."""
    return datetime.combine(day + timedelta(days=after), time(12), tzinfo=UTC)


def clear_to_open(workshop: Workshop) -> None:
    """The checklist is signed and the go stands: by the convener for the host, and by a guarantor of each community."""
    today = workshop.starts_on
    check = GoCheck.objects.create(workshop=workshop, number=1, asked_on=today, due=today, gone_on=today)
    held = Standing.objects.filter(compartment=workshop.programme.compartment)
    signers = {None: held.filter(role=Role.CONVENER).first()}
    signers |= {one.side: one for one in held.filter(role=Role.GUARANTOR)}
    for side, standing in signers.items():
        account = standing.account
        HarmSignature.objects.create(workshop=workshop, account=account, side=side, version=VERSION, signed_on=today)
        GoWord.objects.create(check_asked=check, account=account, side=side, word="go", said_on=today)


def seat_everybody(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    """A seat for every participant of the cast, by alias."""
    return {
        account.alias: Seat.objects.create(
            workshop=workshop, account=account, community=cast.programme.communities.get(number=side)
        )
        for side, accounts in cast.participants.items()
        for account in accounts
    }
