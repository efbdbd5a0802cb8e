"""Sessions proposed to the convention: a roundtable that waits for two answers."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit import actions

ABSTRACT = (
    "A room of scholars from two communities reports how it came to words about letters, archives and one journal: "
    "where brackets stood, who withdrew them and why, and what stayed open.\n\n"
    "The roundtable has no papers. Each speaker answers the same three questions, and the last "
    "half hour belongs to the floor."
)


def propose(stage: Stage, workshop: Workshop, now: datetime) -> None:
    proposal = actions.begin_proposal(
        workshop,
        association="ASEEES",
        kind="roundtable",
        language="en",
        title="What two communities at war could still say together",
        abstract=ABSTRACT,
    )
    actions.add_part(proposal, role="chair", alias="", title="")
    for side in (1, 2):
        seats = [seat for seat in list_seats(workshop).order_by("account__alias") if seat.community.number == side]
        for seat in seats[:2]:
            actions.add_part(proposal, role="speaker", alias=seat.account.alias, title="Three answers")
        part = proposal.parts.get(seat=seats[0])
        by = role_of(seats[0].account, "transmit.answer", stage.programme.compartment)
        actions.answer_part(part, agreed=True, by=by, now=now)
