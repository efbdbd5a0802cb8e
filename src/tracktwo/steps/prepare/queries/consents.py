"""Who consents to what."""

from __future__ import annotations

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert import consent_lines
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat


def consents_of(seat: Seat) -> list[tuple[str, str, bool | None]]:
    return consent_lines(dict(seat.consents.values_list("product", "given")))


def consents_given(workshop: Workshop, product: str) -> int:
    """How many seats stand behind a product now: what later steps ask before they release anything."""
    return Consent.objects.filter(seat__workshop=workshop, seat__withdrawn_on=None, product=product, given=True).count()
