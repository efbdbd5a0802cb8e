"""A plan is kept: its workshops come to be, each in a compartment of its own; one that is over is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import count

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Compartment, Standing
from tracktwo.methods import dates
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.stored import edition_of, plan_value
from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.plan.queries import is_settled, newest_plan
from tracktwo.steps.plan.queries.going import called_off
from tracktwo.steps.plan.queries.plans import standing_workshops
from tracktwo.steps.programme.actions import screen_programme
from tracktwo.steps.programme.models import Programme

# Numbers are moved out of the way before they are given anew: no two workshops share one at any moment.
ASIDE = 10_000


@transaction.atomic
def keep_plan(plan: Plan, *, by: Standing, now: datetime) -> list[Workshop]:
    """Make the programme's workshops those of this plan.

    A workshop that has begun, or that people already hang on, is never touched: a plan that would move, drop or
    renumber one is refused (``plan.touches_settled``), and so is one that was overtaken by a newer plan.
    """
    programme = plan.programme
    if newest_plan(programme) != plan:
        raise Refusal("plan.not_newest")
    made = _numbered(programme, plan_value(plan.result))
    rows = list(standing_workshops(programme))
    settled = [row for row in rows if is_settled(row, now.date())]
    _check_settled(settled, made)
    free = {edition_of(row).key: row for row in rows if row not in settled}
    wanted = [each for each in made.workshops if each.number not in {row.number for row in settled}]
    _put_aside(programme, free, {each.edition.key for each in wanted})
    kept = [_write(programme, each, free.get(each.edition.key)) for each in wanted]
    plan.kept_at = now
    plan.save(update_fields=["kept_at"])
    record(
        "plan.kept",
        book=programme.compartment.book,
        role=by.role,
        at=now,
        kind="plan",
        key=str(plan.version),
        workshops=len(made.workshops),
        digest=plan.digest,
    )
    screen_programme(programme, by=by, now=now)
    return sorted([*settled, *kept], key=lambda row: row.number)


def _numbered(programme: Programme, made: dates.Plan) -> dates.Plan:
    """A number that a called-off workshop bears is not given again: papers and the record know it."""
    taken = {workshop.number for workshop in called_off(programme)}
    free = (number for number in count(1) if number not in taken)
    return replace(made, workshops=tuple(replace(each, number=next(free)) for each in made.workshops))


def _check_settled(settled: list[Workshop], made: dates.Plan) -> None:
    """Each has to stand in the plan under its number and on its days."""
    planned = {each.number: each for each in made.workshops}
    for row in settled:
        each = planned.get(row.number)
        if each is None or (each.edition.key, each.first, each.last) != (
            edition_of(row).key,
            row.starts_on,
            row.ends_on,
        ):
            raise Refusal("plan.touches_settled", number=row.number, city=row.city)


def _put_aside(programme: Programme, free: dict[dates.EditionKey, Workshop], wanted: set[dates.EditionKey]) -> None:
    for key, row in free.items():
        if key in wanted:
            Workshop.objects.filter(pk=row.pk).update(number=row.number + ASIDE)
        else:
            compartment = row.compartment
            row.delete()
            compartment.delete()


def _write(programme: Programme, each: dates.Workshop, row: Workshop | None) -> Workshop:
    """A workshop that was planned before keeps its compartment; a new one gets its own."""
    association, convention, edition = each.edition.key
    row = row or Workshop(programme=programme, compartment=Compartment.objects.create(parent=programme.compartment))
    row.number = each.number
    row.edition = programme.editions.filter(association=association, convention=convention, edition=edition).first()
    if row.edition is None:
        raise Refusal("plan.edition_gone", association=association, edition=edition)
    row.city = "" if each.edition.venue_is_open else each.edition.city
    if row.pk and (row.starts_on, row.ends_on) != (each.first, each.last):
        row.changes += 1
    row.country, row.starts_on, row.ends_on = each.edition.country, each.first, each.last
    row.projected = each.edition.status == "projected"
    row.save()
    return row


@transaction.atomic
def close_workshop(workshop: Workshop, *, by: Standing, now: datetime) -> Workshop:
    """Close a workshop whose last day has passed. It stays as it was, for good."""
    if workshop.closed_at is not None:
        raise Refusal("plan.workshop_closed_already", number=workshop.number)
    if workshop.ends_on >= now.date():
        raise Refusal("plan.workshop_not_over", number=workshop.number)
    workshop.closed_at = now
    workshop.save(update_fields=["closed_at"])
    book = workshop.programme.compartment.book
    record("plan.workshop_closed", book=book, role=by.role, at=now, kind="workshop", key=str(workshop.number))
    return workshop
