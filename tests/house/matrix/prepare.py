from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from tests.house.matrix import INSIDE, Row, only
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.steps.prepare.actions import open_incident

SEE = only("convener", "facilitator", "rapporteur", "guarantor", "participant")


def a_workshop_ahead(cast: Cast) -> dict[str, int]:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=60))
    seat_everybody(cast, workshop)
    return {"number": workshop.number}


def a_letter(cast: Cast) -> dict[str, object]:
    return a_workshop_ahead(cast) | {"letter": "visa", "language": "uk"}


def a_sheet(cast: Cast) -> dict[str, object]:
    return a_workshop_ahead(cast) | {"language": "uk", "sheet": "badges"}


def an_incident(cast: Cast) -> dict[str, int]:
    by = cast.by(cast.convener, "prepare.incident")
    return {"number": open_incident(cast.programme, "press", by=by, now=timezone.now()).number}


ROWS = {
    "prepare:about": Row(get=SEE),
    "prepare:sign": Row(get=SEE, post=only("participant")),
    "prepare:consents": Row(get=SEE, post=only("participant")),
    "prepare:harm": Row(
        get=only("convener", "facilitator", "rapporteur", "guarantor"),
        post=only("convener", "guarantor"),
        kwargs=a_workshop_ahead,
    ),
    "prepare:care": Row(get=only("convener", "facilitator", "rapporteur", "guarantor"), post=only("convener")),
    "prepare:happened": Row(get=only("convener", "facilitator", "rapporteur")),
    "prepare:incident": Row(get=only("convener", "facilitator", "rapporteur"), kwargs=an_incident),
    "prepare:told": Row(get=INSIDE),
    "prepare:reach": Row(get=only("participant")),
    "prepare:contact": Row(get=only("participant")),
    "prepare:homeward": Row(get=SEE),
    "prepare:contacts": Row(get=only("convener", "facilitator", "guarantor"), kwargs=a_workshop_ahead),
    "prepare:words": Row(get=only("convener")),
    "prepare:panel": Row(get=only("convener")),
    "prepare:journey": Row(get=only("participant"), post=only("participant")),
    "prepare:print_pack": Row(get=only("convener", "facilitator"), kwargs=a_workshop_ahead),
    "prepare:print_sheet": Row(get=only("convener", "facilitator"), kwargs=a_sheet),
    "prepare:meetings": Row(get=SEE, post=only("convener", "facilitator"), kwargs=a_workshop_ahead),
    "prepare:rooms": Row(get=SEE, post=only("convener", "facilitator"), kwargs=a_workshop_ahead),
    "prepare:tongues": Row(get=only("participant")),
    "prepare:letters": Row(get=only("convener", "officer"), kwargs=a_workshop_ahead),
    "prepare:letter_text": Row(get=only("convener"), kwargs=a_letter),
    "prepare:journeys": Row(get=only("convener", "facilitator"), post=only("convener"), kwargs=a_workshop_ahead),
}
