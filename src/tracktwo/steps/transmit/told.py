"""What this step tells a participant of the uses of a consent, before it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.uses import Use, register
from tracktwo.steps.transmit.models import ConsentUse, ProposalPart


def tell(refs: Sequence[str]) -> list[Use]:
    """Everything released that stood on one of these consents: what kind of thing, and when."""
    held = Consent.objects.filter(ref__in=[UUID(hex=ref) for ref in refs])
    layers = set(held.values_list("seat_id", "product"))
    uses = ConsentUse.objects.filter(seat__in={seat for seat, _product in layers})
    found = [Use(use.get_kind_display(), use.used_on) for use in uses if (use.seat_id, use.layer) in layers]
    return found + _sessions(held.filter(panel__isnull=False))


def _sessions(held: QuerySet[Consent]) -> list[Use]:
    """Where the yes to a session placed somebody: in a proposal of it that is ready to be handed in."""
    places = {(seat, panel) for seat, panel in held.values_list("seat_id", "panel_id")}
    parts = ProposalPart.objects.filter(
        seat__in={seat for seat, _panel in places},
        proposal__panel__in={panel for _seat, panel in places},
        proposal__released_at__isnull=False,
    ).select_related("proposal")
    proposals = {one.proposal for one in parts if (one.seat_id, one.proposal.panel_id) in places}
    return [Use(one.title, one.released_at.date()) for one in proposals if one.released_at]


register(tell)
