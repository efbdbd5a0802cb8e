"""Seats of a workshop, what is missing, and whether its roster is final."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import canonical_json
from tracktwo.steps.plan.convert.hours import day_at, has_ended, latest_day
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import value_of
from tracktwo.steps.select.models import EntryClass, Quota, Roster, Seat
from tracktwo.steps.select.queries.cohorts import kept_cohort, list_seats


def access_rosters(programme: Programme) -> QuerySet[Workshop]:
    """Workshops that have a cohort."""
    return programme.workshops.filter(seats__isnull=False).distinct()


def rosters_ahead(programme: Programme, now: datetime) -> list[Workshop]:
    """Those that have not begun at their place."""
    near = access_rosters(programme).filter(closed_at=None, starts_on__gt=latest_day(now))
    return [one for one in near.order_by("starts_on") if one.starts_on > day_at(one, now)]


def own_seats_ahead(programme: Programme, account: Account, now: datetime) -> list[Seat]:
    """Also in a workshop that is under way: one may leave on any day."""
    ahead = Seat.objects.filter(workshop__programme=programme, account=account, withdrawn_on=None)
    ahead = ahead.filter(workshop__closed_at=None, workshop__ends_on__gte=latest_day(now))
    found = ahead.select_related("workshop", "community").order_by("workshop__starts_on")
    return [seat for seat in found if not has_ended(seat.workshop, now)]


def roster_of(workshop: Workshop) -> Roster | None:
    return Roster.objects.filter(workshop=workshop).first()


def digest_seats(seats: Iterable[Seat]) -> str:
    """Which seats there are, told apart from any other set of seats."""
    seats = list(seats)
    every, remote = (sorted(one.pk for one in some) for some in (seats, [seat for seat in seats if seat.is_remote]))
    # Whoever travels after all has to be able to enter, so the mark counts; without any the digest is as it ever was.
    return sha256(canonical_json([every, remote] if remote else every)).hexdigest()


def is_final(roster: Roster | None) -> bool:
    """Frozen, and no seat given up or filled since."""
    return bool(roster and roster.frozen_at and roster.digest == digest_seats(list_seats(roster.workshop)))


def seats_unanswered(workshop: Workshop) -> int:
    """Seats that have not said on which passport they travel."""
    return list_seats(workshop).filter(entry=None, is_remote=False).count()


def count_remote(workshop: Workshop) -> int:
    """Seats that are taken from afar."""
    return list_seats(workshop).filter(is_remote=True).count()


def entry_of(seat: Seat) -> EntryClass | None:
    return EntryClass.objects.filter(seat=seat).first()


def seats_missing(workshop: Workshop) -> tuple[int, list[tuple[Quota, int]]]:
    """How many seats are empty, and which quotas the seats that are left do not reach, with how many each lacks."""
    cohort = kept_cohort(workshop)
    if cohort is None:
        return 0, []
    seated = set(list_seats(workshop).values_list("account__alias", flat=True))
    here = [member.attributes for member in cohort.pool.members.filter(label__in=seated)]
    lacking = []
    for quota in cohort.pool.quotas.all():
        short = quota.least - sum(value_of(one, quota.feature) == quota.value for one in here)
        if short > 0:
            lacking.append((quota, short))
    return max(0, cohort.seats - len(seated)), lacking
