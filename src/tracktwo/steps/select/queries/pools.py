"""Pools, and the workshop that one is for."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Pool


def workshop_to_fill(programme: Programme, today: date) -> Workshop | None:
    """The next workshop that has no cohort yet."""
    return programme.workshops.filter(closed_at=None, starts_on__gt=today, seats=None).order_by("starts_on").first()


def access_pools(programme: Programme) -> QuerySet[Pool]:
    return Pool.objects.filter(workshop__programme=programme).select_related("workshop")


def current_pool(workshop: Workshop, kind: str) -> Pool | None:
    return workshop.pools.filter(kind=kind).order_by("id").last()
