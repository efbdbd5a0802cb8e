"""What may be known of programmes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.queries import access_compartments
from tracktwo.methods.floor import order_of_sides
from tracktwo.steps.programme.convert import Sheet, sheet_of, sheet_of_template, template_sheet
from tracktwo.steps.programme.models import (
    AgendaDraft,
    AgendaTemplate,
    Community,
    GroundRules,
    OwnTemplate,
    Programme,
)

Row = TypeVar("Row")


def access_programmes(account: Account) -> QuerySet[Programme]:
    """The programmes in which the account stands; every other one is unknown to it."""
    return Programme.objects.filter(compartment__in=access_compartments(account)).order_by("id")


def list_communities(programme: Programme, today: date) -> list[Community]:
    """All communities in the order of the day: it turns daily, so that no side is always first."""
    communities = {community.number: community for community in programme.communities.all()}
    return [communities[number] for number in order_of_sides(today, len(communities))]


def in_order_of_day(
    programme: Programme, rows: Iterable[Row], today: date, side: Callable[[Row], int | None]
) -> list[Row]:
    """Rows by community as ``list_communities`` has them, otherwise as they came; first those of no community."""
    place: dict[int | None, int] = {one.number: at for at, one in enumerate(list_communities(programme, today))}
    return sorted(rows, key=lambda row: place.get(side(row), -1))


def current_rules(programme: Programme) -> GroundRules | None:
    return programme.rules.last()


def current_agenda(programme: Programme) -> AgendaTemplate | None:
    return programme.agendas.last()


def list_agendas(programme: Programme) -> QuerySet[AgendaTemplate]:
    """Every version that was adopted, latest first."""
    return programme.agendas.order_by("-version")


def list_own_templates(programme: Programme) -> QuerySet[OwnTemplate]:
    return programme.own_templates.all()


def sheet_on_desk(programme: Programme) -> tuple[Sheet, int]:
    """The draft and its revision; without one the version in force, else Kelman's agenda, and nought."""
    draft = AgendaDraft.objects.filter(programme=programme).first()
    if draft is not None:
        return sheet_of(draft.phases, draft.words, draft.origin), draft.revision
    agenda = current_agenda(programme)
    return (sheet_of_template(agenda) if agenda else template_sheet("kelman")), 0


def has_draft(programme: Programme) -> bool:
    return AgendaDraft.objects.filter(programme=programme).exists()
