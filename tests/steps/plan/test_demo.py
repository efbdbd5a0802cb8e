"""The demonstration has a workshop under way on whatever day it is started."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracktwo.site.demo.plan import build
from tracktwo.site.demo.programme import build_stage
from tracktwo.steps.plan.actions import plan_again
from tracktwo.steps.plan.convert.stored import plan_value
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import happened_since, last_workshop, next_workshop, plan_in_force
from tracktwo.steps.programme.models import Programme

# Kept days of both tables (24 February, 24 August, 7 January, 9 May), both ends of the year, a leap day, and years
# after which nothing real is known any more.
STARTS = [
    datetime(2026, 2, 24, 7, 30, tzinfo=UTC),
    datetime(2026, 8, 24, 12, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 50, tzinfo=UTC),
    datetime(2027, 1, 1, 0, 5, tzinfo=UTC),
    datetime(2027, 5, 9, 9, 0, tzinfo=UTC),
    datetime(2028, 2, 29, 9, 0, tzinfo=UTC),
    datetime(2033, 10, 28, 9, 0, tzinfo=UTC),
]


@pytest.fixture(params=STARTS, ids=lambda start: start.date().isoformat())
def stage(request: pytest.FixtureRequest, keystore_place, db: None):
    made = build_stage(request.param)
    build(made)
    return made


def workshops(programme: Programme) -> list[Workshop]:
    return list(programme.workshops.order_by("number"))


def test_the_workshop_under_way_is_the_second_and_its_days_contain_today(stage) -> None:
    today = stage.now.date()
    under_way = next_workshop(stage.programme, stage.now)
    assert under_way is not None
    assert (under_way.number, under_way.city, under_way.country) == (2, "Istanbul", "TR")
    assert under_way.starts_on < today < under_way.ends_on


def test_the_workshop_before_lies_in_the_first_year_and_is_closed(stage) -> None:
    before = last_workshop(stage.programme, stage.now.date())
    assert before is not None
    assert (before.number, before.starts_on.year) == (1, stage.programme.first_year)
    assert before.closed_at is not None and before.closed_at <= stage.now


def test_the_later_workshops_lie_ahead_within_the_programme(stage) -> None:
    ahead = workshops(stage.programme)[2:]
    assert ahead != []
    assert all(stage.now.date() < one.starts_on for one in ahead)
    assert ahead[-1].ends_on.year <= stage.programme.last_year


def test_the_plan_in_force_is_proved_optimal_and_was_kept_before_its_first_workshop(stage) -> None:
    plan = plan_in_force(stage.programme)
    assert plan is not None and plan.kept_at is not None
    assert plan.result["bound"] == plan.result["objective"]
    assert plan.kept_at.date() < workshops(stage.programme)[0].starts_on


def test_only_invented_editions_say_invented_and_only_unannounced_ones_are_projected(stage) -> None:
    listed = stage.programme.editions
    assert {row.convention for row in listed.filter(convention__contains="(invented)")} == {
        "Borderland Studies Convention (invented)"
    }
    assert listed.filter(convention__contains="(invented)", note__startswith="invented").count() == 3
    assert listed.filter(status="projected").exists()
    assert not listed.filter(status="projected").exclude(country="").exists()


def test_the_last_convention_is_lost_and_the_least_change_moves_nothing_else(stage) -> None:
    programme, today = stage.programme, stage.now.date()
    kept = plan_in_force(programme)
    happened = happened_since(kept, today)
    assert [one.city for one in happened.gone] == ["Batumi"]
    stay = [(one.starts_on, one.city) for one in workshops(programme) if one.city != "Batumi"]
    again = plan_again(programme, by=stage.by("Heron", "plan.change"), now=stage.now)
    planned = [(one.first, one.edition.city) for one in plan_value(again.result).workshops]
    assert [first for first, _city in stay if first not in dict(planned)] == []
    assert "Batumi" not in dict(map(reversed, planned))
