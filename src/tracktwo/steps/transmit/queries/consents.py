"""Who stands behind a product now, and which released products stood on a consent that is gone.

Everything that step 7 knows of consents goes through here: one layer covers all that is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import consents_in_force, seats_refusing
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit.models import ConsentUse
from tracktwo.steps.transmit.queries.proposals import seats_behind

CARRYING = Consent.Product.BRIEFS
TEXT = Consent.Product.SINGLE_TEXT


@dataclass(frozen=True)
class Given:
    """A consent that stands: whose seat, and since when."""

    seat: int
    since: date


def consents_standing(workshop: Workshop, today: date | None = None) -> list[Given]:
    """The consents of this day that the agreed text be carried out, one a seat."""
    return [Given(one.seat_id, one.changed_on) for one in consents_in_force(workshop, CARRYING, today)]


def consents_missing(workshop: Workshop, today: date | None = None) -> int:
    """How many seats have not consented that the agreed text be carried out."""
    return list_seats(workshop).count() - len(consents_standing(workshop, today))


def uses_revoked(workshop: Workshop, today: date | None = None) -> list[ConsentUse]:
    """Every use of a consent that was taken back or has lapsed. A seat that was given up took no consent back."""
    uses = ConsentUse.objects.filter(workshop=workshop).select_related("seat__account", "seat__community")
    standing = {one.seat for one in consents_standing(workshop, today)}
    said_no = seats_refusing(workshop, CARRYING, today) | seats_refusing(workshop, TEXT, today)
    seated = set(list_seats(workshop).values_list("pk", flat=True))
    gone, unplaced = said_no | (seated - standing), _unplaced(workshop, seated, today)
    return [use for use in uses if use.seat_id in gone or (use.kind, use.number, use.seat_id) in unplaced]


def _unplaced(workshop: Workshop, seated: set[int], today: date | None) -> set[tuple[str, int, int]]:
    """Who stands in a released session without a yes to it that holds: kind, number and seat, as a use tells them."""
    found = set()
    kind = ConsentUse.Kind.PROPOSAL.value
    for one in workshop.proposals.filter(released_at__isnull=False, panel__isnull=False).select_related("panel"):
        behind = seats_behind(one, today)
        said_no = seats_refusing(workshop, Consent.Product.PANEL, today, one.panel)
        seats = {seat for seat in one.parts.values_list("seat", flat=True) if seat is not None}
        found |= {(kind, one.pk, seat) for seat in seats & (said_no | (seated - behind))}
    return found


def text_taken_back(workshop: Workshop, today: date | None = None) -> int:
    """How many held seats say no to the text on which a product stands: taken back, or a yes that has lapsed."""
    return list_seats(workshop).filter(pk__in=seats_refusing(workshop, TEXT, today)).count()


def halted(workshop: Workshop, today: date | None = None) -> set[tuple[str, int]]:
    """Released products, by kind and number, that may not be used any further."""
    return {(use.kind, use.number) for use in uses_revoked(workshop, today)}


def uses_of(kind: str, number: int) -> QuerySet[ConsentUse]:
    return ConsentUse.objects.filter(kind=kind, number=number)
