"""How far the seats are."""

from __future__ import annotations

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert import SETTLED, SeatLine
from tracktwo.steps.prepare.models import Consent, Readiness
from tracktwo.steps.prepare.queries.readiness import needs_of
from tracktwo.steps.prepare.queries.rules import has_signed
from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


def is_prepared(seat: Seat, rules: GroundRules | None) -> bool:
    """Signed, taking part, and nothing left open on the way."""
    taking_part = seat.consents.filter(product=Consent.Product.TAKING_PART, given=True).exists()
    return has_signed(seat, rules) and taking_part and all(need.settled for need in needs_of(seat))


def list_lines(workshop: Workshop) -> list[SeatLine]:
    """Every seat by alias, in the order of aliases, for the third party."""
    rules = current_rules(workshop.programme)
    seats = list_seats(workshop).prefetch_related("signatures", "consents", "readiness").order_by("account__alias")
    return [_line(seat, rules) for seat in seats]


def _line(seat: Seat, rules: GroundRules | None) -> SeatLine:
    standings = [line.standing for line in seat.readiness.all()]
    return SeatLine(
        alias=seat.account.alias,
        side=seat.community.number,
        community=seat.community.name,
        signed=any(signature.rules_id == (rules.pk if rules else None) for signature in seat.signatures.all()),
        taking_part=any(one.given for one in seat.consents.all() if one.product == Consent.Product.TAKING_PART),
        consents=sum(consent.given for consent in seat.consents.all()),
        settled=sum(standing in SETTLED for standing in standings),
        blocked=Readiness.Standing.BLOCKED in standings,
    )
