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
from tracktwo.steps.prepare.models import PanelAsked
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.actions.uses import stand_on_consents
from tracktwo.steps.transmit.convert import lacks
from tracktwo.steps.transmit.models import ConsentUse, Proposal, ProposalPart
from tracktwo.steps.transmit.queries import halted, list_panels, parts_at, seats_behind

MOST_PARTS = 12


@transaction.atomic
def begin_proposal(
    workshop: Workshop, *, association: str, kind: str, language: str, title: str, abstract: str, panel: str = ""
) -> Proposal:
    if (association, kind) not in {(one.association, one.kind) for one in FORMATS}:
        raise Refusal("transmit.format_unknown")
    if language not in dict(settings.LANGUAGES):
        raise Refusal("transmit.format_unknown")
    check_passage(title, abstract)
    return Proposal.objects.create(
        workshop=workshop,
        association=association,
        kind=kind,
        language=language,
        title=title,
        abstract=abstract,
        panel=_asked(workshop, panel),
    )


def _asked(workshop: Workshop, number: str) -> PanelAsked | None:
    """The session of this workshop about which the cohort was asked under this number; none where it is empty."""
    if not number:
        return None
    found = next((one for one in list_panels(workshop) if str(one.number) == number), None)
    if found is None:
        raise Refusal("transmit.panel_unknown")
    return found


@transaction.atomic
def choose_panel(proposal: Proposal, number: str) -> None:
    """Say which of the sessions of step 4 this is. A yes to another of them is none to this one.

    Nor is the yes to a place in it: everybody is asked anew. Else trying one session after the other would tell, of
    whoever said yes to a place, the answer to each of them.
    """
    proposal, panel = _open(proposal), _asked(proposal.workshop, number)
    if panel == proposal.panel:
        return
    proposal.panel = panel
    proposal.save(update_fields=["panel"])
    proposal.parts.update(agreed_on=None)


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
    """The person whose seat it is says yes, or takes it back; then the session waits again, also a released one.

    The yes to a place needs one to the session, in step 4, and holds no longer than that.
    """
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("panel").get(pk=part.proposal_id)
    if agreed and proposal.panel is None:
        raise Refusal("transmit.part_no_session_yet")
    if agreed and part.seat_id not in seats_behind(proposal, now.date()):
        raise Refusal("transmit.part_without_session")
    part.agreed_on = now.date() if agreed else None
    part.save(update_fields=["agreed_on"])
    if not agreed:
        _open_again(proposal)


def _open_again(proposal: Proposal) -> None:
    Proposal.objects.filter(pk=proposal.pk).update(released_at=None)
    ConsentUse.objects.filter(kind=ConsentUse.Kind.PROPOSAL, number=proposal.pk).delete()


@transaction.atomic
def reopen_proposal(proposal: Proposal, now: datetime) -> None:
    """Make a draft again of a session that stopped because a consent is gone, so that somebody else can be asked."""
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if (ConsentUse.Kind.PROPOSAL, held.pk) not in halted(held.workshop, now.date()):
        raise Refusal("transmit.proposal_stands")
    _open_again(held)


@transaction.atomic
def release_proposal(proposal: Proposal, *, by: Standing, now: datetime) -> None:
    """Ready to be handed in: by the numbers of the association, with everybody's yes and the consents to carry."""
    proposal = _open(proposal)
    missing = lacks(proposal, parts_at(proposal), seats_behind(proposal, now.date()))
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
