"""What this step tells a participant of the uses of a consent, before it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.uses import Use, register
from tracktwo.steps.transmit.models import ConsentUse


def tell(refs: Sequence[str]) -> list[Use]:
    """Everything released that stood on one of these consents: what kind of thing, and when."""
    held = Consent.objects.filter(ref__in=[UUID(hex=ref) for ref in refs]).values_list("seat_id", "product")
    uses = ConsentUse.objects.filter(seat__in={seat for seat, _product in held})
    layers = set(held)
    return [Use(use.get_kind_display(), use.used_on) for use in uses if (use.seat_id, use.layer) in layers]


register(tell)
