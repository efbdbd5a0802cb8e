"""What tests of planning begin from: the cast's programme with a list, a delegation, days and wishes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.cast import NOW, Cast
from tracktwo.data import tables
from tracktwo.exchange.conventions import read_conventions
from tracktwo.foundation.people.models import Compartment, Standing
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.plan.queries import wishes_said

EARLY = datetime(2025, 1, 2, 9, tzinfo=UTC)
PASSPORTS = {1: "UA", 2: "RU", 3: "GE"}


def convener(cast: Cast) -> Standing:
    return cast.by(cast.convener, "plan.change")


def fill(cast: Cast, *, now: datetime = NOW) -> None:
    """Conventions of the house with projections, eight people a side, and whose days each side keeps."""
    programme, by = cast.programme, convener(cast)
    actions.import_conventions(programme, read_conventions(tables.conventions_csv()), by=by, now=now)
    communities = programme.communities.all()
    lines = [(one, PASSPORTS[one.number], PASSPORTS[one.number], 8) for one in communities]
    actions.write_delegation(programme, lines, by=by, now=now)
    actions.choose_kept_days(programme, {1: "Ukraine", 2: "Russia"}, by=by, now=now)


def wishes(cast: Cast, **changed: Any) -> dict[str, Any]:
    return {**wishes_said(cast.programme), **changed}


def a_plan(cast: Cast, *, now: datetime = NOW, **changed: Any) -> Plan:
    fill(cast, now=now)
    plan = actions.request_plan(cast.programme, wishes(cast, **changed), by=convener(cast), now=now)
    assert plan is not None
    return plan


def a_workshop(cast: Cast, number: int = 1, first: date = date(2026, 2, 1), last: date = date(2026, 2, 4)) -> Workshop:
    compartment = Compartment.objects.create(parent=cast.programme.compartment)
    return Workshop.objects.create(
        programme=cast.programme,
        number=number,
        compartment=compartment,
        city="Porto",
        country="PT",
        starts_on=first,
        ends_on=last,
    )


def kept_plan_for(cast: Cast, delegation: list[list[object]]) -> Plan:
    """A plan in force that was made for these counts, without asking the planner."""
    told = {"objective": 0, "bound": 0, "workshops": [], "rejected": [], "alternatives": []}
    return Plan.objects.create(
        programme=cast.programme,
        version=1,
        wishes={"delegation": delegation},
        result=told,
        digest="0" * 64,
        computed_at=NOW,
        kept_at=NOW,
    )
