"""Consents of the demonstration's first workshop: renewed after a year, then asked anew in clearer words."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_urlsafe

from tracktwo.data.consents import CONSENTS
from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions import adopt_consents, answer_consents, ask_panel
from tracktwo.steps.prepare.models import ASKED_OF_ALL, Consent
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

# What is still asked when a workshop is over.
AFTERWARDS = tuple(product for product in ASKED_OF_ALL if product != Consent.Product.TAKING_PART)
SESSION = {
    "en": "Neighbours without a crossing: what daily life has lost",
    "uk": "Сусіди без переходу: що втратило щоденне життя",
    "ru": "Соседи без перехода: что потеряла повседневная жизнь",
}
# What the first cohort asked to be said more plainly.
CLEARER = {
    "en": "The agreed text may be carried to leaderships, elites and the public, and discussed in an open session of "
    "the convention.",
    "uk": "Узгоджений текст можна передати керівництву, елітам і громадськості та обговорити на відкритій секції "
    "конгресу.",
    "ru": "Согласованный текст можно передать руководству, элитам и общественности и обсудить на открытой секции "
    "конгресса.",
}


def renew_consents(stage: Stage, held: Workshop) -> None:
    """Everybody but the first of each community, as whom a visitor signs in, has answered the clearer words."""
    by_convener = stage.by("Heron", "prepare.change")
    seats = list(list_seats(held))
    for seat in seats:
        _answer(stage, seat, days=-45)
    ask_panel(held, SESSION, by=by_convener, now=stage.days(-40), token=token_urlsafe(8))
    texts = {
        language: layers | {"briefs": (CLEARER[language], layers["briefs"][1])} for language, layers in CONSENTS.items()
    }
    adopt_consents(stage.programme, texts, answer_by=stage.days(11).date(), by=by_convener, now=stage.days(-30))
    for place, seat in places(seats):
        if place:
            _answer(stage, seat, days=-20, panels={1: place < 4}, research=place != 2)


def _answer(
    stage: Stage, seat: Seat, *, days: int, panels: dict[int, bool] | None = None, research: bool = True
) -> None:
    by = role_of(seat.account, "prepare.own", stage.programme.compartment)
    said = dict.fromkeys(AFTERWARDS, True) | {Consent.Product.RESEARCH: research}
    answer_consents(seat, said, panels=panels, by=by, now=stage.days(days))


def places(seats: Sequence[Seat]) -> list[tuple[int, Seat]]:
    """Each seat with its place among those of its community."""
    seen: dict[int, int] = {}
    found = []
    for seat in seats:
        place = seen.get(seat.community.number, 0)
        seen[seat.community.number] = place + 1
        found.append((place, seat))
    return found
