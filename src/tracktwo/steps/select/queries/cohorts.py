"""Cohorts and seats."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Cohort, Pool, Seat


def list_seats(workshop: Workshop) -> QuerySet[Seat]:
    """The cohort that still stands."""
    return workshop.seats.filter(withdrawn_on=None).select_related("account", "community", "workshop")


def seat_of(account: Account, workshop: Workshop) -> Seat | None:
    """The account's own seat in this workshop."""
    return list_seats(workshop).filter(account=account).first()


def access_cohorts(programme: Programme) -> QuerySet[Cohort]:
    return Cohort.objects.filter(pool__workshop__programme=programme).select_related("pool__workshop")


def latest_cohort(pool: Pool) -> Cohort | None:
    return pool.cohorts.order_by("id").last()


def kept_cohort(workshop: Workshop) -> Cohort | None:
    """The cohort that was kept for a workshop: what the programme report explains."""
    return Cohort.objects.filter(pool__workshop=workshop, kept_at__isnull=False).order_by("kept_at").last()


def own_cohorts(programme: Programme, account: Account) -> list[Cohort]:
    """Cohorts that stand and that this account could have been drawn into, newest first; none chosen by hand."""
    kept = access_cohorts(programme).filter(kept_at__isnull=False, pool__members__nomination__account=account)
    return [cohort for cohort in kept.order_by("-kept_at") if account.alias in cohort.result.get("chances", {})]
