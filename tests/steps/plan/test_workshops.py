"""Keeping a plan makes workshops; what has begun or has people is never touched."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.cast import NOW, Cast
from tests.steps.plan.given import EARLY, a_plan, a_workshop, convener, wishes
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Compartment, Role
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.plan.path import state, waiting
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.programme.path import Walker


def keep(cast: Cast, plan: Plan, now=NOW) -> list[Workshop]:
    return actions.keep_plan(plan, by=convener(cast), now=now)


def again(cast: Cast, now=NOW, **changed: object) -> Plan:
    plan = actions.request_plan(cast.programme, wishes(cast, **changed), by=convener(cast), now=now)
    assert plan is not None
    return plan


def rows(cast: Cast) -> list[tuple[int, str, date, date]]:
    return list(cast.programme.workshops.values_list("number", "city", "starts_on", "ends_on"))


def test_keeping_makes_one_workshop_for_each_with_a_compartment_of_its_own(cast: Cast) -> None:
    plan = a_plan(cast, workshops=4)
    kept = keep(cast, plan)
    assert [(one.number, one.starts_on.isoformat(), one.ends_on.isoformat()) for one in kept] == [
        (one["number"], one["first"], one["last"]) for one in plan.result["workshops"]
    ]
    assert {one.compartment.parent for one in kept} == {cast.programme.compartment}
    assert len({one.compartment_id for one in kept}) == 4
    assert [one.projected for one in kept] == [
        one["edition"]["status"] == "projected" for one in plan.result["workshops"]
    ]


def test_a_workshop_that_stays_in_a_new_plan_keeps_its_compartment_and_others_go_with_theirs(cast: Cast) -> None:
    before = {one.edition_id: one.compartment_id for one in keep(cast, a_plan(cast, workshops=4))}
    after = {one.edition_id: one.compartment_id for one in keep(cast, again(cast, workshops=2))}
    stayed = before.keys() & after.keys()
    assert stayed != set()
    assert {edition: before[edition] for edition in stayed} == {edition: after[edition] for edition in stayed}
    assert Compartment.objects.filter(parent=cast.programme.compartment).count() == 2


def test_a_workshop_that_has_begun_stays_where_it_is_in_every_later_plan(cast: Cast) -> None:
    first = keep(cast, a_plan(cast, now=EARLY, workshops=5), now=EARLY)[0]
    during = EARLY.replace(year=first.starts_on.year, month=first.starts_on.month, day=first.starts_on.day)
    kept = keep(cast, again(cast, now=during, workshops=3), now=during)
    assert (kept[0].pk, kept[0].starts_on, kept[0].ends_on) == (first.pk, first.starts_on, first.ends_on)
    assert len(kept) == 3


def test_a_plan_made_before_a_workshop_began_cannot_move_it_afterwards(cast: Cast) -> None:
    a_workshop(cast, number=1, first=date(2026, 4, 1), last=date(2026, 4, 4))
    plan = a_plan(cast, workshops=3)
    before = rows(cast)
    with pytest.raises(Refusal) as refused:
        keep(cast, plan, now=NOW + timedelta(days=25))
    assert (refused.value.code, refused.value.params["number"]) == ("plan.touches_settled", 1)
    assert rows(cast) == before
    assert cast.programme.plans.get().kept_at is None


def test_a_workshop_with_people_is_kept_although_it_lies_ahead(cast: Cast) -> None:
    second = keep(cast, a_plan(cast, workshops=4))[1]
    grant(cast.participants[1][0], second.compartment, Role.RAPPORTEUR)
    plan = again(cast, workshops=2, first_day="2027-01-01")
    with pytest.raises(Refusal) as refused:
        keep(cast, plan)
    assert refused.value.code == "plan.touches_settled"
    assert Workshop.objects.get(pk=second.pk).starts_on == second.starts_on


def test_what_later_steps_hang_on_a_workshop_settles_it(cast: Cast) -> None:
    first = keep(cast, a_plan(cast, workshops=3))[0]
    first.seats.create(account=cast.participants[1][0], community=cast.programme.communities.get(number=1))
    kept = keep(cast, again(cast, workshops=4))
    assert (kept[0].pk, kept[0].starts_on) == (first.pk, first.starts_on)


def test_only_the_newest_plan_can_be_kept(cast: Cast) -> None:
    old = a_plan(cast, workshops=4)
    again(cast, workshops=2)
    with pytest.raises(Refusal) as refused:
        keep(cast, old)
    assert refused.value.code == "plan.not_newest"
    assert rows(cast) == []


def test_a_plan_for_an_edition_that_is_gone_is_refused_whole(cast: Cast) -> None:
    plan = a_plan(cast, workshops=4)
    cast.programme.editions.all().delete()
    with pytest.raises(Refusal) as refused:
        keep(cast, plan)
    assert refused.value.code == "plan.edition_gone"
    assert rows(cast) == []
    assert Compartment.objects.filter(parent=cast.programme.compartment).count() == 0


def test_the_workshop_under_way_is_the_next_one_until_its_last_day_has_passed(cast: Cast) -> None:
    one = a_workshop(cast, 1, date(2026, 3, 1), date(2026, 3, 4))
    two = a_workshop(cast, 2, date(2026, 9, 1), date(2026, 9, 4))
    found = {
        day: (next_workshop(cast.programme, datetime.combine(day, time(12), UTC)), last_workshop(cast.programme, day))
        for day in (date(2026, 3, 4), date(2026, 3, 5), date(2026, 9, 5))
    }
    assert found == {
        date(2026, 3, 4): (one, None),
        date(2026, 3, 5): (two, one),
        date(2026, 9, 5): (None, two),
    }


def test_a_workshop_is_closed_once_and_only_when_it_is_over(cast: Cast) -> None:
    workshop = a_workshop(cast, 1, date(2026, 3, 7), date(2026, 3, 10))
    with pytest.raises(Refusal) as early:
        actions.close_workshop(workshop, by=convener(cast), now=NOW)
    actions.close_workshop(workshop, by=convener(cast), now=NOW + timedelta(days=1))
    with pytest.raises(Refusal) as twice:
        actions.close_workshop(workshop, by=convener(cast), now=NOW + timedelta(days=2))
    assert (early.value.code, twice.value.code) == ("plan.workshop_not_over", "plan.workshop_closed_already")
    assert Workshop.objects.get().closed_at == NOW + timedelta(days=1)


def test_the_rail_and_what_waits_follow_the_plan(cast: Cast) -> None:
    walker = Walker(cast.programme, cast.convener, frozenset({("convener", None)}), NOW)

    def told() -> tuple[str, list[tuple[str, bool]]]:
        return state(walker).state, [(one.deed, one.mine) for one in waiting(walker)]

    seen = [told()]
    plan = a_plan(cast, workshops=4)
    seen.append(told())
    keep(cast, plan)
    seen.append(told())
    assert seen == [
        ("not-begun", [("Import conventions", True)]),
        ("waiting", [("Look at it", True)]),
        ("done", [("Look at the calendar", True), ("Bring the list up to date", True)]),
    ]
