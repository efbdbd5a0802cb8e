"""Who may know of which meeting: its community and the third party, nobody else."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.people.policies import THIRD_PARTY, standings
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.plan.queries.going import workshops_ahead
from tracktwo.steps.prepare.models import Meeting
from tracktwo.steps.programme.models import Community, Programme


def access_meetings(account: Account, programme: Programme) -> QuerySet[Meeting]:
    """The third party sees all, a guarantor those of the own community, a participant those of the own seats."""
    found = Meeting.objects.filter(workshop__programme=programme).select_related("workshop", "community", "facilitator")
    held = standings(account, programme.compartment)
    if any(standing.role in THIRD_PARTY for standing in held):
        return found
    vouched = {standing.side for standing in held if standing.role == Role.GUARANTOR}
    return found.filter(_own(account) | Q(community__number__in=vouched))


def _own(account: Account) -> Q:
    """Of workshops in which this account has a seat for the community that meets."""
    seats = account.seats.filter(withdrawn_on=None).values_list("workshop_id", "community_id")
    own = Q(pk__in=[])
    for workshop, community in seats:
        own |= Q(workshop=workshop, community=community)
    return own


def workshops_met(programme: Programme, now: datetime) -> list[Workshop]:
    """The workshop under way or next, and all ahead: their communities can meet by themselves before."""
    first = next_workshop(programme, now)
    return list(dict.fromkeys([*([first] if first else []), *workshops_ahead(programme, now.date())]))


def communities_unmet(workshop: Workshop) -> list[Community]:
    """Communities without a meeting that stands."""
    met = workshop.meetings.filter(called_off_on=None).values("community")
    return list(workshop.programme.communities.exclude(pk__in=met))


def facilitators_of(programme: Programme) -> QuerySet[Account]:
    found = Account.objects.filter(standings__compartment=programme.compartment, standings__role=Role.FACILITATOR)
    return found.distinct().order_by("alias")
