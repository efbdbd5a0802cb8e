"""Propose a session to the convention, ask everybody in it, hand it over."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.data.session_formats import FORMATS
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.actions.uses import stand_on_consents
from tracktwo.steps.transmit.convert import lacks
from tracktwo.steps.transmit.models import ConsentUse, Proposal, ProposalPart
from tracktwo.steps.transmit.queries import parts_at

MOST_PARTS = 12


@transaction.atomic
def begin_proposal(
    workshop: Workshop, *, association: str, kind: str, language: str, title: str, abstract: str
) -> Proposal:
    if (association, kind) not in {(one.association, one.kind) for one in FORMATS}:
        raise Refusal("transmit.format_unknown")
    if language not in dict(settings.LANGUAGES):
        raise Refusal("transmit.format_unknown")
    check_passage(title, abstract)
    return Proposal.objects.create(
        workshop=workshop, association=association, kind=kind, language=language, title=title, abstract=abstract
    )


@transaction.atomic
def write_proposal(proposal: Proposal, *, title: str, abstract: str) -> None:
    proposal = _open(proposal)
    check_passage(title, abstract)
    proposal.title, proposal.abstract = title, abstract
    proposal.save(update_fields=["title", "abstract"])


@transaction.atomic
def add_part(proposal: Proposal, *, role: str, alias: str, title: str) -> ProposalPart:
    """A place in the session; ``alias`` empty is somebody from outside the cohort. A seat is asked before it stands."""
    proposal = _open(proposal)
    check_passage(title)
    if proposal.parts.count() >= MOST_PARTS:
        raise Refusal("transmit.parts_full", most=MOST_PARTS)
    seat = None
    if alias:
        seat = Seat.objects.filter(workshop=proposal.workshop, account__alias=alias, withdrawn_on=None).first()
        if seat is None:
            raise Refusal("transmit.seat_unknown")
        if proposal.parts.filter(role=role, seat=seat).exists():
            raise Refusal("transmit.part_twice")
    return proposal.parts.create(role=role, seat=seat, title=title.strip())


@transaction.atomic
def remove_part(proposal: Proposal, number: int) -> None:
    _open(proposal).parts.filter(pk=number).delete()


@transaction.atomic
def answer_part(part: ProposalPart, *, agreed: bool, by: Standing, now: datetime) -> None:
    """The person whose seat it is says yes, or takes it back; then the session waits again, also a released one."""
    Proposal.objects.select_for_update().get(pk=part.proposal_id)
    part.agreed_on = now.date() if agreed else None
    part.save(update_fields=["agreed_on"])
    if not agreed:
        Proposal.objects.filter(pk=part.proposal_id).update(released_at=None)
        ConsentUse.objects.filter(kind=ConsentUse.Kind.PROPOSAL, number=part.proposal_id).delete()


@transaction.atomic
def release_proposal(proposal: Proposal, *, by: Standing, now: datetime) -> None:
    """Ready to be handed in: by the numbers of the association, with everybody's yes and the consents to carry."""
    proposal = _open(proposal)
    missing = lacks(proposal, parts_at(proposal))
    if missing:
        raise Refusal("transmit.proposal_lacks", count=len(missing))
    stand_on_consents(proposal.workshop, ConsentUse.Kind.PROPOSAL, proposal.pk, now.date())
    proposal.released_at = now
    proposal.save(update_fields=["released_at"])
    record(
        "transmit.proposal_released",
        book=proposal.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(proposal.workshop.number),
        at=now,
        association=proposal.association,
        number=proposal.parts.count(),
    )


def _open(proposal: Proposal) -> Proposal:
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if held.released_at is not None:
        raise Refusal("transmit.proposal_released")
    return held
