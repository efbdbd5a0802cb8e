"""Step 4 of the demonstration: most are ready, two have not signed, one is blocked."""

from __future__ import annotations

from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.prepare.actions import answer_consents, say_readiness, sign_rules
from tracktwo.steps.prepare.models import Consent, Readiness
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.queries import list_seats

READY, OPEN, BLOCKED = Readiness.Standing.READY, Readiness.Standing.OPEN, Readiness.Standing.BLOCKED
# The first of each community in the order of seats still has everything to do; the second is on the way.
WAYS = ({}, {"entry": READY, "exit": OPEN}, {"entry": READY, "exit": READY, "ticket": READY, "cover": READY})


def build(stage: Stage) -> None:
    workshop, rules = next_workshop(stage.programme, stage.now.date()), current_rules(stage.programme)
    if workshop is None or rules is None:
        return
    seen: dict[int, int] = {}
    for seat in list_seats(workshop):
        place = seen.get(seat.community.number, 0)
        seen[seat.community.number] = place + 1
        if place == 0:
            continue
        by, today = role_of(seat.account, "prepare.own", stage.programme.compartment), stage.now.date()
        sign_rules(seat, rules.version, by=by, today=today)
        answer_consents(
            seat,
            {product: product != Consent.Product.RESEARCH or place != 3 for product in Consent.Product.values},
            by=by,
            today=today,
        )
        way = {**WAYS[min(place, 2)]}
        if place == 4 and seat.community.number == 2:
            way["exit"] = BLOCKED
        say_readiness(seat, way, by=by, today=today)
