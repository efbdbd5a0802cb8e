from datetime import date

from tests.cast import NOW, Cast
from tests.house.matrix import Row, only
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.steps.select.models import Cohort, Pool

ENTER = only("convener", "facilitator", "assessor", "guarantor", "nominee", "participant")
SEE = only("convener", "facilitator", "assessor", "guarantor")
CHANGE = only("convener")


def a_pool(cast: Cast) -> dict[str, int]:
    workshop = a_workshop(cast, date(2030, 3, 1))
    return {"pool": Pool.objects.create(workshop=workshop, kind="practice", seats=2, made_at=NOW).pk}


def a_cohort(cast: Cast) -> dict[str, int]:
    cohort = Cohort.objects.create(
        pool_id=a_pool(cast)["pool"],
        seats=2,
        objective="maximin",
        number="00" * 8,
        own_number=True,
        asked_at=NOW,
        proof="{}",
    )
    return {"cohort": cohort.pk}


def a_roster(cast: Cast) -> dict[str, int]:
    workshop = a_workshop(cast, date(2030, 3, 1))
    seat_everybody(cast, workshop)
    return {"workshop": workshop.number}


ROWS = {
    "select:about": Row(get=ENTER),
    "select:propose": Row(get=CHANGE, post=CHANGE),
    "select:answer": Row(get=only("nominee", "participant"), post=only("nominee", "participant")),
    "select:withdraw": Row(get=only("nominee", "participant"), post=only("nominee", "participant")),
    "select:gather": Row(get=CHANGE, post=CHANGE),
    "select:practice": Row(get=CHANGE, post=CHANGE),
    "select:pool": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:compute": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:rules": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:roster": Row(get=SEE, post=CHANGE, kwargs=a_roster),
    "select:seat": Row(get=only("nominee", "participant"), post=frozenset()),
    "select:chance": Row(get=only("nominee", "participant")),
    "select:cohort": Row(get=SEE, post=CHANGE, kwargs=a_cohort),
    "select:proof": Row(get=CHANGE, kwargs=a_cohort),
}
