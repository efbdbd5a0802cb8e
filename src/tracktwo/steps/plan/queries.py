"""What may be known of plans and workshops."""

from __future__ import annotations

from datetime import date

from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.programme.models import Programme


def plan_in_force(programme: Programme) -> Plan | None:
    """The plan that was kept last."""
    return programme.plans.filter(kept_at__isnull=False).order_by("kept_at").last()


def next_workshop(programme: Programme, today: date) -> Workshop | None:
    """The workshop that is under way or comes next."""
    return programme.workshops.filter(closed_at=None, ends_on__gte=today).order_by("starts_on").first()


def last_workshop(programme: Programme, today: date) -> Workshop | None:
    """The workshop that was held last."""
    return programme.workshops.filter(ends_on__lt=today).order_by("starts_on").last()
