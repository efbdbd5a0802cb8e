"""Which sessions are proposed, and who is asked."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Proposal, ProposalPart


def access_proposals(programme: Programme) -> QuerySet[Proposal]:
    return Proposal.objects.filter(workshop__programme=programme).select_related("workshop__programme__compartment")


def list_proposals(workshop: Workshop) -> QuerySet[Proposal]:
    return workshop.proposals.prefetch_related("parts__seat__account", "parts__seat__community")


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
    return own.select_related("proposal__workshop", "seat")
