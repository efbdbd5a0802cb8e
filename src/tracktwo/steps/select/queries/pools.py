"""Pools, and the workshop that one is for."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from django.db.models import QuerySet

from tracktwo.steps.plan.convert.hours import day_at, latest_day
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Pool
from tracktwo.steps.select.queries.assessments import suitability_of


def workshop_to_fill(programme: Programme, now: datetime) -> Workshop | None:
    """The next workshop that has no cohort yet and has not begun at its place."""
    near = programme.workshops.filter(closed_at=None, starts_on__gt=latest_day(now), seats=None).order_by("starts_on")
    return next((one for one in near if one.starts_on > day_at(one, now)), None)


def access_pools(programme: Programme) -> QuerySet[Pool]:
    return Pool.objects.filter(workshop__programme=programme).select_related("workshop")


def current_pool(workshop: Workshop, kind: str) -> Pool | None:
    return workshop.pools.filter(kind=kind).order_by("id").last()


def scores_in(pool: Pool) -> dict[str, Fraction] | None:
    """Everybody's mean score by label; None unless the latest closed round gave every one of them a score."""
    members = list(pool.members.select_related("nomination").prefetch_related("nomination__results__round"))
    found = {one.label: suitability_of(one.nomination) if one.nomination else None for one in members}
    told = {label: score for label, score in found.items() if score is not None}
    return told if told and len(told) == len(found) else None
