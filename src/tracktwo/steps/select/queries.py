"""What may be known of selection."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Cohort, Nomination, Pool, Seat


def list_seats(workshop: Workshop) -> QuerySet[Seat]:
    """The cohort that still stands."""
    return workshop.seats.filter(withdrawn_on=None).select_related("account", "community", "workshop")


def seat_of(account: Account, workshop: Workshop) -> Seat | None:
    """The account's own seat in this workshop."""
    return list_seats(workshop).filter(account=account).first()


def workshop_to_fill(programme: Programme, today: date) -> Workshop | None:
    """The next workshop that has no cohort yet."""
    return programme.workshops.filter(closed_at=None, starts_on__gt=today, seats=None).order_by("starts_on").first()


def nomination_of(programme: Programme, account: Account) -> Nomination | None:
    """The nomination that this account answers: the one its code belongs to."""
    own = Nomination.objects.filter(programme=programme).select_related("community")
    return own.filter(account=account).first() or own.filter(invitation__used_by=account).first()


def list_nominations(programme: Programme, side: int | None = None) -> QuerySet[Nomination]:
    """All nominations, or one community's: a guarantor sees no other."""
    found = Nomination.objects.filter(programme=programme).select_related("community", "account")
    return found.filter(community__number=side) if side else found


def count_by_state(programme: Programme) -> dict[str, int]:
    counted = Nomination.objects.filter(programme=programme).values_list("state").annotate(number=Count("id"))
    return {state: dict(counted).get(state, 0) for state in Nomination.State.values}


def access_pools(programme: Programme) -> QuerySet[Pool]:
    return Pool.objects.filter(workshop__programme=programme).select_related("workshop")


def access_cohorts(programme: Programme) -> QuerySet[Cohort]:
    return Cohort.objects.filter(pool__workshop__programme=programme).select_related("pool__workshop")


def current_pool(workshop: Workshop, kind: str) -> Pool | None:
    return workshop.pools.filter(kind=kind).order_by("id").last()


def latest_cohort(pool: Pool) -> Cohort | None:
    return pool.cohorts.order_by("id").last()


def kept_cohort(workshop: Workshop) -> Cohort | None:
    """The cohort that was kept for a workshop: what the programme report explains."""
    return Cohort.objects.filter(pool__workshop=workshop, kept_at__isnull=False).order_by("kept_at").last()


def has_taken_part(programme: Programme, account: Account | None) -> bool:
    return account is not None and Seat.objects.filter(workshop__programme=programme, account=account).exists()
