"""How the way of one seat stands, and how those of a workshop do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tracktwo.methods.dates import Borders, Papers, Task, journey_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop, rules_in_force
from tracktwo.steps.prepare.convert import Line, Need, journey_line, needs
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import EntryClass, Seat
from tracktwo.steps.select.queries import access_rosters, entry_of, list_seats, rosters_ahead


def needs_of(seat: Seat) -> list[Need]:
    """What is needed on the way; nothing where the seat is taken from afar."""
    if seat.is_remote:
        return []
    said = {row.item: row for row in seat.readiness.all()}
    return needs(said, tasks_of([seat])[seat])


def tasks_of(seats: Iterable[Seat]) -> dict[Seat, tuple[Task, ...]]:
    """What the rules say to each of these seats of one workshop; the rules are read once."""
    seats = list(seats)
    if not seats:
        return {}
    workshop = seats[0].workshop
    told = {one.seat_id: one for one in EntryClass.objects.filter(seat__in=seats)}
    borders = _borders(workshop.programme, {one.passport for one in told.values()})
    return {seat: _tasks(workshop, told.get(seat.pk), borders) for seat in seats}


def _tasks(workshop: Workshop, told: EntryClass | None, borders: Borders) -> tuple[Task, ...]:
    papers = Papers(told.passport, told.residence) if told else None
    return journey_of(papers, workshop.country, workshop.starts_on, borders)


def _borders(programme: Programme, passports: set[str]) -> Borders:
    rules = rules_in_force(programme, passports)
    return Borders(rules.entry, rules.transit, rules.exits)


def has_told_papers(seat: Seat) -> bool:
    return entry_of(seat) is not None


def journey_lines(workshop: Workshop) -> list[Line]:
    """Every seat that travels, in the order of communities and aliases."""
    seats = (
        list_seats(workshop)
        .filter(is_remote=False)
        .prefetch_related("readiness")
        .order_by("community__number", "account__alias")
    )
    return [journey_line(seat) for seat in seats]


def remote_seats(workshop: Workshop) -> list[Seat]:
    """Those that are taken from afar, in the same order."""
    return list(list_seats(workshop).filter(is_remote=True).order_by("community__number", "account__alias"))


def workshops_travelled(programme: Programme, now: datetime) -> list[Workshop]:
    """The workshop under way or next, and those further ahead whose cohort stands."""
    first = next_workshop(programme, now)
    here = list(access_rosters(programme).filter(pk=first.pk)) if first else []
    return here + [one for one in rosters_ahead(programme, now) if one not in here]
