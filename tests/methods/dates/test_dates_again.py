"""Planning again: fewest workshops changed, then fewest days moved, then fewest points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.dates.test_dates_against_brute_force import (
    FIRST,
    LAST,
    PEOPLE,
    RULES,
    TODAY,
    all_plans,
    calendars,
    first_day,
    points,
)
from tracktwo.data import tables
from tracktwo.exchange.conventions import read_conventions
from tracktwo.methods.dates import (
    Delegation,
    DelegationLine,
    EntryRule,
    Locked,
    NoPlan,
    Promised,
    Wishes,
    plan,
)


def promised(made):
    return tuple(Promised(one.edition, one.first, one.last) for one in made.workshops)


def cities(made):
    return [one.edition.city for one in made.workshops]


def test_nothing_changes_where_nothing_has_happened(make_plan, edition):
    editions = [edition("2025-09-10"), edition("2026-03-10"), edition("2026-09-10")]
    made = make_plan(editions)

    again = make_plan(editions, before=promised(made))

    assert (again.workshops, again.changes.is_none, again.changes.stay) == (made.workshops, True, 3)


def test_a_cancelled_workshop_alone_is_replaced_by_the_nearest_edition(make_plan, edition, wishes):
    far = edition("2025-12-10", city="Far")
    near = edition("2025-10-10", city="Near", status="projected")
    kept = [edition("2025-03-10", city="Early"), edition("2026-09-10", city="Late")]
    lost = edition("2025-09-10", city="Lost")
    made = make_plan([*kept, lost, near, far], wishes(workshops=3))
    assert cities(made) == ["Early", "Lost", "Late"]

    again = make_plan([*kept, replace(lost, status="cancelled"), near, far], wishes(), before=promised(made))

    assert cities(again) == ["Early", "Near", "Late"]
    assert ([one.city for one in again.changes.leave], [one.city for one in again.changes.come]) == (["Lost"], ["Near"])
    assert (again.changes.stay, again.changes.days, again.is_optimal) == (2, 30, True)
    reasons = {left.edition.city: [reason.code for reason in left.reasons] for left in again.rejected}
    assert reasons["Far"][-1] == "plan.moves_more"


def test_where_nothing_can_replace_it_there_is_one_fewer(make_plan, edition):
    editions = [edition("2025-03-10"), edition("2025-09-10", city="Lost")]
    made = make_plan(editions)

    again = make_plan([editions[0], replace(editions[1], status="cancelled")], before=promised(made))

    assert (len(again.workshops), [one.city for one in again.changes.leave]) == (1, ["Lost"])


def test_a_convention_on_other_days_moves_its_workshop_and_no_other(make_plan, edition):
    editions = [edition("2025-03-10"), edition("2025-09-10", city="Shifted")]
    made = make_plan(editions)
    shifted = replace(editions[1], start=date(2025, 9, 17), end=date(2025, 9, 20))

    again = make_plan([editions[0], shifted], before=promised(made))

    assert [(one.edition.city, one.was, one.now) for one in again.changes.moved] == [
        ("Shifted", date(2025, 9, 7), date(2025, 9, 14))
    ]
    assert (again.changes.stay, again.changes.days) == (1, 7)


def test_a_changed_delegation_changes_only_what_it_can_no_longer_enter(make_plan, edition, delegation, rule):
    editions = [
        edition("2025-03-10", city="Lisbon"),
        edition("2025-09-10", city="Tallinn", country="EE"),
        edition("2025-10-10", city="Porto"),
    ]
    rules = [rule("UA", "PT", "visa-free"), rule("UA", "EE", "visa-free")]
    rules += [rule("RU", "PT", "visa"), rule("RU", "EE", "barred")]
    made = make_plan(editions, delegation=delegation(("North", "UA", "UA", 4)), rules=rules)
    assert cities(made) == ["Lisbon", "Tallinn"]

    both = delegation(("North", "UA", "UA", 4), ("South", "RU", "RU", 4))
    again = make_plan(editions, delegation=both, rules=rules, before=promised(made))

    assert (cities(again), again.changes.stay) == (["Lisbon", "Porto"], 1)
    assert {left.edition.city: left.reasons[0].code for left in again.rejected} == {"Tallinn": "plan.barred"}


def test_workshops_held_or_with_people_are_never_touched(make_plan, edition, wishes):
    held, next_, other = edition("2024-11-10"), edition("2025-09-10", city="Lost"), edition("2025-10-10")
    lock = Locked(held.key, date(2024, 11, 1), date(2024, 11, 3), held=True)
    made = make_plan([held, next_], wishes(locked=(lock,)))

    again = make_plan([held, replace(next_, status="cancelled"), other], wishes(locked=(lock,)), before=promised(made))

    assert (again.workshops[0].first, again.workshops[0].held) == (date(2024, 11, 1), True)
    assert again.changes.stay == 0
    assert [one.edition for one in again.changes.come] == ["2025-10-10"]


def test_isa_2020_in_honolulu_is_lost_and_the_rest_of_the_plan_stands():
    """The real list of the house: the Convention of 2020 was fixed years ahead, and cancelled."""
    today = date(2019, 1, 10)
    listed = read_conventions(tables.conventions_csv())
    listed = [one for one in listed if date(2019, 1, 1) <= one.start <= date(2023, 12, 31)]
    hopeful = [replace(one, status="confirmed") if one.city == "Honolulu" else one for one in listed]
    people = Delegation((DelegationLine("Ukraine", "UA", "UA", 8), DelegationLine("Russia", "RU", "RU", 8)))
    countries = {one.country for one in listed if one.country}
    rules = [
        EntryRule(passport, country, "visa", 120, None, None, "assumed for this test", today)
        for passport in ("UA", "RU")
        for country in sorted(countries)
    ]
    wishes = Wishes(date(2019, 1, 10), date(2023, 12, 31), months_min=5, months_max=None, workshops=5)
    made = plan(hopeful, people, rules, (), wishes, today)
    assert "Honolulu" in cities(made)

    again = plan(listed, people, rules, (), replace(wishes, workshops=None), today, before=promised(made))

    stayed = [one for one in cities(made) if one != "Honolulu"]
    assert [one for one in cities(again) if one in stayed] == stayed
    assert again.changes.stay == len(stayed)
    assert [one.city for one in again.changes.leave] == ["Honolulu"]
    lost = next(left for left in again.rejected if left.edition.city == "Honolulu")
    assert [reason.code for reason in lost.reasons] == ["plan.cancelled"]


def change_of(chosen, before):
    """(workshops changed, days moved, points) counted by hand."""
    firsts = {one.edition.key: one.first for one in before}
    changed = [e for e in chosen if firsts.get(e.key) != first_day(e)]

    def moved(e):
        near = [firsts[e.key]] if e.key in firsts else list(firsts.values())
        return min((abs((first_day(e) - day).days) for day in near), default=0)

    return len(changed), sum(map(moved, changed)), points(chosen)


@settings(max_examples=40, deadline=None)
@given(calendars(), st.integers(1, 6), st.data())
def test_no_plan_changes_less(editions, months_min, data):
    """Against every plan there is, on tiny calendars in which some editions fall away or shift."""
    wishes = Wishes(FIRST, LAST, months_min=months_min, months_max=None)
    made = plan(editions, PEOPLE, RULES, (), wishes, TODAY)
    before = promised(made)
    hit = data.draw(st.lists(st.sampled_from(editions), max_size=3, unique_by=lambda one: one.key))
    lost = {one.key for one in hit[:1]}
    shifted = {one.key: timedelta(days=data.draw(st.integers(1, 40))) for one in hit[1:]}
    now = [
        replace(one, status="cancelled")
        if one.key in lost
        else replace(one, start=one.start + shifted.get(one.key, timedelta()), end=one.end + timedelta(days=40))
        for one in editions
    ]
    try:
        again = plan(now, PEOPLE, RULES, (), wishes, TODAY, before=before)
    except NoPlan:
        pytest.fail("fewer workshops always fit")
    number = len(again.workshops)
    larger = range(number + 1, len(before) + 1)
    assert all(not all_plans(now, n, months_min, None) for n in larger)
    every = [change_of(chosen, before) for chosen in all_plans(now, number, months_min, None)]
    chosen = [one.edition for one in again.workshops]
    assert (change_of(chosen, before), again.is_optimal) == (min(every), True)
    assert again.objective == points(chosen)
