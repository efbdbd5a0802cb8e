from datetime import date

from tests.cast import Cast
from tests.house.matrix import Row, only
from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.actions import open_matrix

SEE = only("convener", "rapporteur", "facilitator", "guarantor", "reader", "participant")
READ = only("convener", "rapporteur", "reader", "guarantor")
# The cast has nobody in the translator's role; a translator may do what the rapporteur may.


def a_cell(cast: Cast) -> dict[str, int]:
    workshop = Workshop.objects.create(
        programme=cast.programme,
        number=1,
        compartment=Compartment.objects.create(parent=cast.programme.compartment),
        city="Porto",
        country="PT",
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 3, 4),
    )
    return {"cell": open_matrix(workshop)[0].pk}


def a_language(cast: Cast) -> dict[str, object]:
    return a_cell(cast) | {"language": "en"}


ROWS = {
    "transmit:about": Row(get=SEE, post=only()),
    "transmit:cell": Row(get=only("convener"), post=only("convener"), kwargs=a_cell),
    "transmit:brief": Row(get=READ, post=only("convener", "rapporteur"), kwargs=a_cell),
    "transmit:approve": Row(get=READ, post=only(), kwargs=a_cell),
    "transmit:release": Row(get=READ, post=only(), kwargs=a_cell),
    "transmit:brief_file": Row(get=only(), kwargs=a_language),
}
