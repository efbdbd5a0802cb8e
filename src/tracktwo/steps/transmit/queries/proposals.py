"""Which sessions are proposed, and who is asked."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent, PanelAsked
from tracktwo.steps.prepare.queries import consents_in_force
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Proposal, ProposalPart


def access_proposals(programme: Programme) -> QuerySet[Proposal]:
    found = Proposal.objects.filter(workshop__programme=programme)
    return found.select_related("workshop__programme__compartment", "panel")


def list_proposals(workshop: Workshop) -> QuerySet[Proposal]:
    return workshop.proposals.prefetch_related("parts__seat__account", "parts__seat__community")


def list_panels(workshop: Workshop) -> list[PanelAsked]:
    """The sessions about which the cohort of a workshop was asked."""
    return list(PanelAsked.objects.filter(workshop=workshop))


def seats_behind(proposal: Proposal, today: date | None = None) -> set[int]:
    """The seats whose yes to the session, as it was asked in step 4, holds on this day."""
    if proposal.panel is None:
        return set()
    return {one.seat_id for one in consents_in_force(proposal.workshop, Consent.Product.PANEL, today, proposal.panel)}


def parts_at(proposal: Proposal) -> list[ProposalPart]:
    """The places of every session proposed to the same convention after the same workshop."""
    found = ProposalPart.objects.filter(
        proposal__workshop=proposal.workshop, proposal__association=proposal.association
    )
    return list(found.select_related("proposal"))


def access_own_parts(account: Account, programme: Programme) -> QuerySet[ProposalPart]:
    """The places in which this account is asked to stand, in seats that it still has."""
    own = ProposalPart.objects.filter(
        seat__account=account, seat__withdrawn_on=None, proposal__workshop__programme=programme
    )
    return own.select_related("proposal__workshop__programme", "proposal__panel", "seat")


def has_refused(part: ProposalPart) -> bool:
    """Whether the seat's last word on the session is no: then its place in it asks nobody any further."""
    panel = part.proposal.panel
    last = Consent.objects.filter(seat=part.seat, panel=panel).order_by("id").last() if panel else None
    return last is not None and not last.given
