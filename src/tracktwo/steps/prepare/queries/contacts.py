"""Who is to be reached after a workshop, by alias."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.contacts import LAST, OVERDUE, CheckInDue, check_ins, is_past
from tracktwo.steps.prepare.models import ContactPlan, Reached
from tracktwo.steps.prepare.queries.seats import seats_of
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


@dataclass(frozen=True)
class ContactLine:
    """One seat: alias, what was agreed (None where nothing was), and its three check-ins."""

    seat: int
    alias: str
    side: int
    community: str
    plan: ContactPlan | None
    check_ins: list[CheckInDue]


def contact_of(seat: Seat) -> ContactPlan | None:
    return ContactPlan.objects.filter(seat=seat).first()


def list_contacts(workshop: Workshop, now: datetime, sides: Iterable[int] | None = None) -> list[ContactLine]:
    """Every seat of a workshop by alias; of these communities only, where some are given."""
    seats = list_seats(workshop).select_related("contact").order_by("account__alias")
    if sides is not None:
        seats = seats.filter(community__number__in=list(sides))
    tries: dict[int, list[Reached]] = defaultdict(list)
    for one in Reached.objects.filter(seat__workshop=workshop).order_by("id"):
        tries[one.seat_id].append(one)
    return [
        ContactLine(
            seat=seat.pk,
            alias=seat.account.alias,
            side=seat.community.number,
            community=seat.community.name,
            plan=getattr(seat, "contact", None),
            check_ins=_check_ins(workshop, tries[seat.pk], day_at(workshop, now)),
        )
        for seat in seats
    ]


def _check_ins(workshop: Workshop, tries: Collection[Reached], today: date) -> list[CheckInDue]:
    """From every try of one seat, in the order in which they were made."""
    newest = {one.weeks: one for one in tries}
    answers = {weeks: one.answer for weeks, one in newest.items()}
    return check_ins(workshop.ends_on, answers, today, {weeks for weeks, one in newest.items() if one.is_own})


def check_ins_of(seat: Seat, now: datetime) -> list[CheckInDue]:
    return _check_ins(seat.workshop, seat.reached.order_by("id"), day_at(seat.workshop, now))


def seats_to_follow(account: Account, programme: Programme, now: datetime) -> list[Seat]:
    """The account's seats in workshops whose people are still to be reached, the latest first."""
    followed = {workshop.pk for workshop in workshops_to_follow(programme, now)}
    return [seat for seat in reversed(seats_of(account, programme)) if seat.workshop_id in followed]


def workshops_to_follow(programme: Programme, now: datetime) -> list[Workshop]:
    """Those whose people are still to be reached, the latest first: each place has its own day."""
    day, beside = now.astimezone(UTC).date(), timedelta(days=1)  # no clock is more than a day beside UTC's
    near = programme.workshops.filter(ends_on__lt=day + beside, ends_on__gte=day - beside - LAST)
    found = near.exclude(standing="cancelled").order_by("-number")
    return [one for one in found if one.ends_on < (today := day_at(one, now)) and not is_past(one.ends_on, today)]


def count_due(lines: Iterable[ContactLine]) -> tuple[int, int]:
    """How many check-ins are due, and how many of them overdue."""
    states = [one.state for line in lines for one in line.check_ins if one.is_open]
    return len(states), sum(state == OVERDUE for state in states)
