"""Consents that wait for an answer."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.queries import layers_of, seats_of
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.models import Seat

# Rules and consents are to be in so long before the first day: a habit of the third party.
DAYS_TO_ANSWER = timedelta(days=7)


def renewals_waiting(walker: Walker) -> list[Waiting]:
    """What lapses soon, or has lapsed, in any of the walker's workshops: a day by which to say yes or no anew."""
    found = []
    for seat in seats_of(walker.account, walker.programme):
        asked = [one for one in layers_of(seat, walker.now) if one.asked_anew]
        if asked:
            found.append(_renewal(walker, seat, min(one.until for one in asked if one.until)))
    return found


def _renewal(walker: Walker, seat: Seat, until: date) -> Waiting:
    place = reverse("prepare:consents", args=[walker.programme.key])
    return Waiting(
        what=_("Say anew what you consent to for workshop %(number)s") % {"number": seat.workshop.number},
        why=_("A yes holds for a year. From the day it lapses it counts as none; saying nothing is a no."),
        deed=_("Answer"),
        url=f"{place}?workshop={seat.workshop.number}",
        mine=True,
        due=until,
    )


def consents_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    layers = layers_of(seat, walker.now)
    if all(one.state != "open" for one in layers):
        return []
    url = reverse("prepare:consents", args=[walker.programme.key])
    return [
        Waiting(
            what=_("Say what you consent to"),
            why=_("Each layer by itself; each can be withdrawn at any time."),
            deed=_("Answer"),
            url=url,
            mine=True,
            due=seat.workshop.starts_on - DAYS_TO_ANSWER,
        )
    ]
