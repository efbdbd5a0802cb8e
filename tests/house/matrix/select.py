from datetime import date
from uuid import uuid4

from tests.cast import NOW, Cast
from tests.house.matrix import PUBLIC, Row, only
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.steps.select.models import Assignment, Cohort, Nomination, Objection, Pool, Round

ENTER = only("convener", "facilitator", "assessor", "guarantor", "nominee", "participant")
SEE = only("convener", "facilitator", "assessor", "guarantor")
CHANGE = only("convener")
ROUND = only("convener", "guarantor")
WHO = only("assessor", "officer", "guarantor")


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


def a_round(cast: Cast) -> Round:
    return Round.objects.create(programme=cast.programme, number=1, opened_at=NOW, objections_until=date(2030, 3, 1))


def a_nominee(cast: Cast) -> Nomination:
    return Nomination.objects.create(
        programme=cast.programme,
        community=cast.programme.communities.get(number=1),
        person=uuid4(),
        account=cast.nominees[1],
        state="consented",
        proposed_on=NOW.date(),
    )


def a_sheet(cast: Cast) -> dict[str, int]:
    assigned = Assignment.objects.create(round=a_round(cast), nomination=a_nominee(cast), assessor=cast.assessor)
    return {"assignment": assigned.pk}


def an_objection(cast: Cast) -> dict[str, int]:
    objection = Objection.objects.create(
        round=a_round(cast),
        nomination=a_nominee(cast),
        guarantor=cast.guarantors[1],
        reason="danger",
        note=uuid4(),
        made_on=NOW.date(),
    )
    return {"objection": objection.pk}


ROWS = {
    "select:about": Row(get=ENTER),
    "select:propose": Row(get=CHANGE, post=CHANGE),
    "select:soundings": Row(get=CHANGE, post=CHANGE),
    "select:nominations": Row(get=CHANGE, post=CHANGE),
    "select:file": Row(get=CHANGE, post=CHANGE),
    "select:passes": Row(get=CHANGE, post=CHANGE),
    "nominators:propose": Row(get=PUBLIC, post=PUBLIC),
    "select:round": Row(get=ROUND, post=CHANGE),
    "select:objections": Row(get=ROUND, post=only("guarantor")),
    "select:objection_words": Row(get=ROUND, post=ROUND),
    "select:answer_objection": Row(get=CHANGE, post=CHANGE, kwargs=an_objection),
    "select:desk": Row(get=only("assessor")),
    "select:practise": Row(get=only("assessor"), post=only("assessor")),
    "select:sheet": Row(get=only("assessor"), post=only("assessor"), kwargs=a_sheet),
    "select:who": Row(get=WHO, post=WHO),
    "select:answer": Row(get=only("nominee", "participant"), post=only("nominee", "participant")),
    "select:withdraw": Row(get=only("nominee", "participant"), post=only("nominee", "participant")),
    "select:gather": Row(get=CHANGE, post=CHANGE),
    "select:practice": Row(get=CHANGE, post=CHANGE),
    "select:pool": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:compute": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:rules": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:weigh": Row(get=SEE, post=CHANGE, kwargs=a_pool),
    "select:by_hand": Row(get=CHANGE, post=CHANGE, kwargs=a_pool),
    "select:roster": Row(get=SEE, post=CHANGE, kwargs=a_roster),
    "select:seat": Row(get=only("nominee", "participant"), post=frozenset()),
    "select:chance": Row(get=only("nominee", "participant")),
    "select:cohort": Row(get=SEE, post=CHANGE, kwargs=a_cohort),
    "select:proof": Row(get=CHANGE, kwargs=a_cohort),
}
