"""What has to stand before a session opens."""

from __future__ import annotations

from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries.going import GO
from tracktwo.steps.prepare.queries.harm import clearance_of


def check_cleared(workshop: Workshop) -> None:
    """Refuses ``convene.harm_unsigned`` and ``convene.no_go``."""
    clearance = clearance_of(workshop)
    if clearance.unsigned:
        raise Refusal("convene.harm_unsigned", count=len(clearance.unsigned))
    if clearance.going != GO:
        raise Refusal("convene.no_go")
