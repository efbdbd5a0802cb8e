"""Asking for a plan and computing it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from tracktwo.exchange.plans import write_plan_json
from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods import dates
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Plan, PlanWishes
from tracktwo.steps.plan.queries import (
    Inputs,
    communities_without_people,
    newest_plan,
    planning_inputs,
    promised_before,
    wishes_said,
)
from tracktwo.steps.programme.models import Programme

# Up to here an answer takes a fraction of a second.
MOST_INLINE = 60


@transaction.atomic
def request_plan(programme: Programme, said: dict[str, Any], *, by: Standing, now: datetime) -> Plan | None:
    """Keep the wishes and plan: at once where the list is short (returns the plan), else as a job (returns None).

    Where planning at once refuses, the wishes of before stay.
    """
    _check_years(programme, said)
    _check_ready(programme)
    PlanWishes.objects.update_or_create(programme=programme, defaults={"said": said})
    if _in_years(programme, said) <= MOST_INLINE:
        return compute_plan(programme, by=by, now=now)
    enqueue("plan.compute", programme.pk, by.pk)
    return None


def _check_years(programme: Programme, said: dict[str, Any]) -> None:
    first, last = (date.fromisoformat(said[name]) for name in ("first_day", "last_day"))
    if first.year < programme.first_year:
        raise Refusal("plan.before_programme", first_year=programme.first_year)
    if last.year > programme.last_year:
        raise Refusal("plan.after_programme", last_year=programme.last_year)


def _check_ready(programme: Programme) -> None:
    if not programme.editions.exists():
        raise Refusal("plan.no_editions")
    if communities_without_people(programme):
        raise Refusal("plan.no_delegation")


def compute_plan(
    programme: Programme,
    *,
    by: Standing,
    now: datetime,
    again: bool = False,
    report: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Plan:
    """The best plan for the wishes kept, as of the day of ``now``; the newest one again where nothing has changed.

    ``again``: the plan that changes least of the programme's workshops.

    The answer is looked for outside any transaction, so that nobody waits for it with the database locked. Raises what
    the planner refuses, and ``plan.no_editions`` or ``plan.no_delegation`` before it is asked.
    """
    _check_ready(programme)
    said = wishes_said(programme)
    inputs = planning_inputs(programme, said, now.date())
    before = promised_before(programme, now.date()) if again else None
    made = _ask(inputs, now.date(), before=before, progress=report, stop=stop)
    return _store(programme, _told(said, inputs), write_plan_json(made), made, by, now)


def try_plan(
    programme: Programme, said: dict[str, Any], *, without: Collection[dates.EditionKey] = (), now: datetime
) -> tuple[dates.Plan, dict[str, Any]]:
    """The plan that these wishes would give, as if the editions ``without`` were cancelled, and what went into it.

    Nothing is kept. Raises what the planner refuses, and ``plan.too_long_to_try`` for a list that would wait for a job.
    """
    _check_years(programme, said)
    _check_ready(programme)
    if _in_years(programme, said) > MOST_INLINE:
        raise Refusal("plan.too_long_to_try", most=MOST_INLINE)
    inputs = planning_inputs(programme, said, now.date())
    editions = tuple(replace(one, status="cancelled") if one.key in without else one for one in inputs.editions)
    return _ask(replace(inputs, editions=editions), now.date()), _told(said, inputs)


def plan_again(programme: Programme, *, by: Standing, now: datetime) -> Plan | None:
    """Plan with the least change to the workshops there are: at once, or as a job where the list is long."""
    _check_ready(programme)
    if not programme.workshops.exists():
        raise Refusal("plan.nothing_to_plan_again")
    if _in_years(programme, wishes_said(programme)) <= MOST_INLINE:
        return compute_plan(programme, again=True, by=by, now=now)
    enqueue("plan.compute_again", programme.pk, by.pk)
    return None


def _in_years(programme: Programme, said: dict[str, Any]) -> int:
    return programme.editions.filter(start__range=(said["first_day"], said["last_day"])).count()


def _ask(inputs: Inputs, today: date, **how: Any) -> dates.Plan:
    return dates.plan(
        inputs.editions,
        inputs.delegation,
        inputs.rules,
        inputs.keep_clear,
        inputs.wishes,
        today,
        transit=inputs.transit,
        exits=inputs.exits,
        means=inputs.means,
        weights=inputs.weights,
        **how,
    )


def _told(said: dict[str, Any], inputs: Inputs) -> dict[str, Any]:
    """What went in, so that the plan can be computed again elsewhere."""
    lines = inputs.delegation.lines
    return {
        **said,
        "weights": asdict(inputs.weights),
        "delegation": [[line.community, line.passport, line.residence, line.count] for line in lines],
        "keep_clear": [[day.community, day.month_day, day.name, day.kind] for day in inputs.keep_clear],
    }


@transaction.atomic
def _store(
    programme: Programme, told: dict[str, Any], content: bytes, made: dates.Plan, by: Standing, now: datetime
) -> Plan:
    digest, newest = sha256(content).hexdigest(), newest_plan(programme)
    if newest is not None and (newest.digest, newest.wishes) == (digest, told):
        return newest
    row = Plan.objects.create(
        programme=programme,
        version=newest.version + 1 if newest else 1,
        wishes=told,
        result=json.loads(content),
        digest=digest,
        computed_at=now,
    )
    record(
        "plan.computed",
        book=programme.compartment.book,
        role=by.role,
        at=now,
        kind="plan",
        key=str(row.version),
        digest=digest,
        objective=made.objective,
        bound=made.bound,
    )
    return row
