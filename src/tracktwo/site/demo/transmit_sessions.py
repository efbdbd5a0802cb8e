"""Sessions proposed to the convention: a roundtable, about which the cohort was asked, waits for two answers."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.consents import SESSION
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.queries import seats_behind

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
        title=SESSION["en"],
        abstract=ABSTRACT,
        panel="1",
    )
    behind = seats_behind(proposal, now.date())
    actions.add_part(proposal, role="chair", alias="", title="")
    for side in (1, 2):
        # The first of each community, as whom a visitor signs in, has answered neither question.
        visitor, *others = [seat for seat in list_seats(workshop) if seat.community.number == side]
        willing = next(seat for seat in others if seat.pk in behind)
        for seat in (willing, visitor):
            actions.add_part(proposal, role="speaker", alias=seat.account.alias, title="Three answers")
        part = proposal.parts.get(seat=willing)
        by = role_of(willing.account, "transmit.answer", stage.programme.compartment)
        actions.answer_part(part, agreed=True, by=by, now=now)
