"""Long work of step 4."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.jobs.registry import register
from tracktwo.steps.prepare.actions.rooms import compose_rooms as compose
from tracktwo.steps.prepare.models import RoomPlan

SECONDS = 120.0  # then the best so far is kept, with its bound


@register("prepare.compose_rooms", seconds=SECONDS, words={"dealing": _("Looking for rooms in which few meet twice")})
def compose_rooms(plan_id: int, *, report: Any, stop: Any) -> None:
    """Compose the small rooms of a workshop. Done twice it stands once."""
    report(0, 1, "dealing")
    plan = RoomPlan.objects.select_related("workshop__programme__compartment").get(pk=plan_id)
    if plan.composed_at is None:
        compose(plan, now=timezone.now(), report=lambda done, of: report(done, of, "dealing"), stop=stop)
    report(1, 1, "dealing")
