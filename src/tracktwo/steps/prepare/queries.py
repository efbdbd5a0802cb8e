"""What may be known of preparation."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert import SETTLED, Need, SeatLine, consent_lines, needs
from tracktwo.steps.prepare.models import Consent, Readiness
from tracktwo.steps.programme.models import GroundRules, Programme
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


def seats_of(account: Account, programme: Programme) -> QuerySet[Seat]:
    """The account's seats in this programme, the earliest workshop first."""
    own = Seat.objects.filter(account=account, workshop__programme=programme, withdrawn_on=None)
    return own.select_related("workshop", "community").order_by("workshop__number")


def has_signed(seat: Seat, rules: GroundRules | None) -> bool:
    return rules is not None and seat.signatures.filter(rules=rules).exists()


def consents_of(seat: Seat) -> list[tuple[str, str, bool | None]]:
    return consent_lines(dict(seat.consents.values_list("product", "given")))


def needs_of(seat: Seat) -> list[Need]:
    return needs(dict(seat.readiness.values_list("item", "standing")), seat.workshop)


def is_prepared(seat: Seat, rules: GroundRules | None) -> bool:
    """Signed, taking part, and nothing left open on the way."""
    taking_part = seat.consents.filter(product=Consent.Product.TAKING_PART, given=True).exists()
    return has_signed(seat, rules) and taking_part and all(need.settled for need in needs_of(seat))


def consents_given(workshop: Workshop, product: str) -> int:
    """How many seats stand behind a product now: what later steps ask before they release anything."""
    return Consent.objects.filter(seat__workshop=workshop, seat__withdrawn_on=None, product=product, given=True).count()


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
