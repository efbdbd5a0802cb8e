"""What may be known of programmes."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.queries import access_compartments
from tracktwo.methods.floor import order_of_sides
from tracktwo.steps.programme.models import AgendaTemplate, Community, GroundRules, Programme


def access_programmes(account: Account) -> QuerySet[Programme]:
    """The programmes in which the account stands; every other one is unknown to it."""
    return Programme.objects.filter(compartment__in=access_compartments(account)).order_by("id")


def list_communities(programme: Programme, today: date) -> list[Community]:
    """All communities in the order of the day: it turns daily, so that no side is always first."""
    communities = {community.number: community for community in programme.communities.all()}
    return [communities[number] for number in order_of_sides(today, len(communities))]


def current_rules(programme: Programme) -> GroundRules | None:
    return programme.rules.last()


def current_agenda(programme: Programme) -> AgendaTemplate | None:
    return programme.agendas.last()
