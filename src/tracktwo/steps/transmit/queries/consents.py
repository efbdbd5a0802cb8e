"""Who stands behind a product now, and which released products stood on a consent that is gone.

Everything that step 7 knows of consents goes through here: one layer covers all that is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit.models import ConsentUse

CARRYING = Consent.Product.BRIEFS


@dataclass(frozen=True)
class Given:
    """A consent that stands: whose seat, and since when."""

    seat: int
    since: date


def consents_standing(workshop: Workshop) -> list[Given]:
    """The consents of this day that the agreed text be carried out, one a seat."""
    given = Consent.objects.filter(
        seat__workshop=workshop, seat__withdrawn_on=None, product=CARRYING, given=True
    ).order_by("seat_id")
    return [Given(seat, since) for seat, since in given.values_list("seat_id", "changed_on")]


def consents_missing(workshop: Workshop) -> int:
    """How many seats have not consented that the agreed text be carried out."""
    return list_seats(workshop).count() - len(consents_standing(workshop))


def uses_revoked(workshop: Workshop) -> list[ConsentUse]:
    """Every use of a consent that does not stand any more. A seat that was given up took no consent back."""
    uses = ConsentUse.objects.filter(workshop=workshop).select_related("seat__account", "seat__community")
    standing = {one.seat for one in consents_standing(workshop)}
    taken_back = set(
        Consent.objects.filter(seat__workshop=workshop, product=CARRYING, given=False).values_list("seat_id", flat=True)
    )
    return [use for use in uses if use.seat_id not in standing and use.seat_id in taken_back]


def halted(workshop: Workshop) -> set[tuple[str, int]]:
    """Released products, by kind and number, that may not be used any further."""
    return {(use.kind, use.number) for use in uses_revoked(workshop)}


def uses_of(kind: str, number: int) -> QuerySet[ConsentUse]:
    return ConsentUse.objects.filter(kind=kind, number=number)
