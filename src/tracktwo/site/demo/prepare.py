"""Step 4 of the demonstration: last year's cohort was ready; this year a new rule waits for two, and one needs help."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from tracktwo.data.ground_rules import RULES
from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.care import care
from tracktwo.site.demo.consents import places, renew_consents
from tracktwo.site.demo.contacts import follow
from tracktwo.site.demo.harm import sign_for_workshops
from tracktwo.site.demo.meetings import meet
from tracktwo.site.demo.rooms import sit
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.prepare.actions import answer_consents, say_readiness, sign_rules, take_from_afar
from tracktwo.steps.prepare.models import ASKED_OF_ALL, Consent, Readiness
from tracktwo.steps.programme.actions import adopt_rules
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

READY, OPEN, BLOCKED = Readiness.Standing.READY, Readiness.Standing.OPEN, Readiness.Standing.BLOCKED
IN_HAND = Readiness.Standing.IN_HAND
EVERYTHING = dict.fromkeys(ASKED_OF_ALL, True)
WAY = dict.fromkeys(Readiness.Item.values, READY.value) | {"transit": Readiness.Standing.NOT_NEEDED.value}
# By place among those of a community, and its number.
UNSETTLED = {
    (0, 1): {"papers": IN_HAND, "exit": OPEN, "cover": OPEN},
    (0, 2): {"exit": IN_HAND, "cover": OPEN},
    (4, 2): {"ticket": BLOCKED},
    (2, 1): {"exit": BLOCKED},
    (6, 1): {"cover": IN_HAND},
}
# By place and number of the community: whoever may not leave is there by screen, and no reason is kept.
AFAR = (6, 2)
LACKS = {"ticket": Readiness.Lack.MONEY.value, "exit": Readiness.Lack.TALK.value}
# What the second room asked for on its first evening. Telephones are in the room: its people answer on them.
ONE_MORE = {
    "en": "Telephones serve this room alone: no pictures, no recordings, no calls while we sit.",
    "uk": "Телефони тут служать лише цій кімнаті: жодних знімків, записів чи дзвінків, поки ми засідаємо.",
    "ru": "Телефоны здесь служат только этой комнате: никаких снимков, записей и звонков, пока мы заседаем.",
}


def build(stage: Stage) -> None:
    """Consents and journeys of two cohorts, and meetings of one community: before this workshop and the next."""
    meet(stage)
    held, coming = last_workshop(stage.programme, stage.now.date()), next_workshop(stage.programme, stage.now)
    if held is not None:
        for seat in list_seats(held):
            _prepare(stage, seat, EVERYTHING, WAY, _before(held, 20))
        renew_consents(stage, held)
    if coming is not None:
        _prepare_most(stage, coming)
    sign_for_workshops(stage)
    follow(stage)
    sit(stage)
    care(stage)


def _prepare_most(stage: Stage, workshop: Workshop) -> None:
    seats = list(list_seats(workshop))
    before = min(_before(workshop, 15), stage.now)
    for place, seat in places(seats):
        _prepare(stage, seat, _consents(place), _way(place, seat), before)
        if (place, seat.community.number) == AFAR and workshop.remote_seats:
            by = role_of(seat.account, "prepare.own", stage.programme.compartment)
            take_from_afar(seat, by=by, now=before)
    if not seats:
        return
    texts = {language: [*lines, ONE_MORE[language]] for language, lines in RULES.items()}
    adopt_rules(stage.programme, texts, by=stage.by("Heron", "programme.change"), now=stage.days(-1))
    for place, seat in places(seats):
        if place:  # the first of each community is whom a visitor signs in as
            _sign(stage, seat, stage.now)


def _before(workshop: Workshop, days: int) -> datetime:
    return datetime.combine(workshop.starts_on - timedelta(days=days), time(10), tzinfo=UTC)


def _consents(place: int) -> dict[str, bool]:
    return EVERYTHING | {Consent.Product.RESEARCH: place != 3, Consent.Product.BRIEFS: place != 5}


def _way(place: int, seat: Seat) -> dict[str, str]:
    """The first still look for a passport that lasts and for insurance; one has no seat on the way back."""
    return WAY | UNSETTLED.get((place, seat.community.number), {})


def _prepare(stage: Stage, seat: Seat, consents: dict[str, bool], way: dict[str, str], now: datetime) -> None:
    by = role_of(seat.account, "prepare.own", stage.programme.compartment)
    _sign(stage, seat, now)
    answer_consents(seat, consents, by=by, now=now)
    say_readiness(seat, way, lacks=LACKS, by=by, now=now)


def _sign(stage: Stage, seat: Seat, now: datetime) -> None:
    rules = current_rules(stage.programme)
    if rules is not None:
        by = role_of(seat.account, "prepare.own", stage.programme.compartment)
        sign_rules(seat, rules.version, by=by, now=now)
