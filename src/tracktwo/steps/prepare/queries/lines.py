"""How far the seats are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert import SETTLED, SeatLine
from tracktwo.steps.prepare.convert.consents import Key, counts
from tracktwo.steps.prepare.models import Consent, Readiness
from tracktwo.steps.prepare.queries.consents import answers_by_seat, is_consenting, list_sheets
from tracktwo.steps.prepare.queries.readiness import needs_of
from tracktwo.steps.prepare.queries.rules import has_signed
from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


def is_prepared(seat: Seat, rules: GroundRules | None) -> bool:
    """Signed, taking part, and nothing left open on the way."""
    taking_part = is_consenting(seat, Consent.Product.TAKING_PART)
    return has_signed(seat, rules) and taking_part and all(need.settled for need in needs_of(seat))


def list_lines(workshop: Workshop, today: date | None = None, asked: Collection[Key] = ()) -> list[SeatLine]:
    """Every seat by alias, in the order of aliases, for the third party.

    ``asked``: the layers of which a line says how many have no answer; the rail, on every page, asks of none.
    """
    today = today or timezone.localdate()
    rules, sheets = current_rules(workshop.programme), list_sheets(workshop.programme)
    seats = list(list_seats(workshop).prefetch_related("signatures__rules", "readiness").order_by("account__alias"))
    answers = answers_by_seat(seats)
    given = {seat: {key for key, one in said.items() if counts(one, sheets, today)} for seat, said in answers.items()}
    no = {seat: {key for key, one in said.items() if not one.given} for seat, said in answers.items()}
    none: set[Key] = set()
    return [_line(seat, rules, given.get(seat.pk, none), set(asked) - no.get(seat.pk, none)) for seat in seats]


def _line(seat: Seat, rules: GroundRules | None, given: set[Key], not_refused: set[Key]) -> SeatLine:
    versions = [signature.rules.version for signature in seat.signatures.all()]
    standings = [line.standing for line in seat.readiness.all()]
    return SeatLine(
        alias=seat.account.alias,
        side=seat.community.number,
        community=seat.community.name,
        signed=rules is not None and rules.version in versions,
        signed_version=max(versions, default=None),
        taking_part=(Consent.Product.TAKING_PART.value, None) in given,
        unanswered=len(not_refused - given),
        settled=sum(standing in SETTLED for standing in standings),
        blocked=Readiness.Standing.BLOCKED in standings,
        remote=seat.is_remote,
    )
