"""Remember on whose consents a product stands when it is released."""

from __future__ import annotations

from datetime import date

from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import ConsentUse
from tracktwo.steps.transmit.queries import CARRYING, consents_missing, consents_standing, text_taken_back


def stand_on_consents(workshop: Workshop, kind: ConsentUse.Kind, number: int, today: date) -> None:
    """Note every consent as it stands, in the caller's transaction; refuses while any seat has given none
    or says no to the text it stands on: taken back, or a yes that has lapsed."""
    without = consents_missing(workshop, today)
    if without:
        raise Refusal("transmit.consents_missing", count=without)
    taken_back = text_taken_back(workshop, today)
    if taken_back:
        raise Refusal("transmit.text_taken_back", count=taken_back)
    ConsentUse.objects.bulk_create(
        ConsentUse(
            workshop=workshop,
            seat_id=given.seat,
            layer=CARRYING,
            given_on=given.since,
            kind=kind,
            number=number,
            used_on=today,
        )
        for given in consents_standing(workshop, today)
    )
