"""Wishes that contradict themselves, and wishes no calendar can keep."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.dates import KeepClear, Locked, NoPlan, Weights, add_months
from tracktwo.methods.record import Refusal


def refused(make_plan, *args, **more):
    with pytest.raises(Refusal) as caught:
        make_plan(*args, **more)
    return caught.value


def test_too_many_workshops_names_how_many_fit_and_which_rhythm_would_do(make_plan, edition, wishes):
    editions = [edition("2025-03-10"), edition("2025-06-10"), edition("2025-09-10")]

    refusal = refused(make_plan, editions, wishes(workshops=3))

    assert isinstance(refusal, NoPlan)
    assert (refusal.code, refusal.params["workshops"]) == ("plan.infeasible", 3)
    assert refusal.each == (Refusal("plan.loosen_workshops", most=2), Refusal("plan.loosen_months_min", months=3))


def test_too_tight_a_greatest_rhythm_names_the_least_that_would_do(make_plan, edition, wishes):
    editions = [edition("2025-03-10"), edition("2026-03-10")]

    refusal = refused(make_plan, editions, wishes(workshops=2, months_max=7))

    assert refusal.each == (Refusal("plan.loosen_workshops", most=1), Refusal("plan.loosen_months_max", months=12))


def test_years_that_end_too_early_name_the_day_that_would_do(make_plan, edition, wishes):
    editions = [edition("2025-03-10"), edition("2026-03-10")]

    refusal = refused(make_plan, editions, wishes(workshops=2, last_day=date(2025, 12, 31)))

    assert Refusal("plan.loosen_last_day", last_day=date(2026, 3, 10)) in refusal.each


def test_kept_days_that_leave_nothing_are_named(make_plan, edition, wishes):
    kept = KeepClear("North", "03-08", "a day", "national")

    refusal = refused(make_plan, [edition("2025-03-10")], wishes(workshops=1), keep_clear=[kept])

    assert refusal.each == (Refusal("plan.loosen_clear_days"),)


def test_closed_borders_that_leave_nothing_are_named(make_plan, edition, wishes, delegation):
    two = delegation(("North", "UA", "UA", 5))

    refusal = refused(make_plan, [edition("2025-03-10")], wishes(workshops=1), delegation=two)

    assert refusal.each == (Refusal("plan.loosen_entry"),)


def test_where_no_single_wish_helps_that_is_said(make_plan, edition, wishes):
    refusal = refused(make_plan, [edition("2025-03-10", status="cancelled")], wishes(workshops=1))

    assert refusal.each == (Refusal("plan.loosen_several"),)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"last_day": date(2024, 1, 1)}, "plan.years_backwards"),
        ({"last_day": date(2065, 1, 1)}, "plan.years_too_many"),
        ({"months_min": 6, "months_max": 5}, "plan.months_backwards"),
        ({"workshops": 0}, "plan.wish_out_of_range"),
        ({"months_min": 0}, "plan.wish_out_of_range"),
        ({"offset_days": 0}, "plan.wish_out_of_range"),
        ({"length_days": 22}, "plan.wish_out_of_range"),
        ({"slack_days": -1}, "plan.wish_out_of_range"),
    ],
)
def test_wishes_that_contradict_themselves_are_refused(make_plan, edition, wishes, said, code):
    assert refused(make_plan, [edition("2025-03-10")], wishes(**said)).code == code


def test_fewer_workshops_than_locked_ones_are_refused(make_plan, edition, wishes):
    editions = [edition("2025-03-10"), edition("2025-09-10")]
    locks = tuple(Locked(e.key, e.start, e.end) for e in editions)

    refusal = refused(make_plan, editions, wishes(locked=locks, workshops=1))

    assert refusal == Refusal("plan.fewer_than_locked", workshops=1, locked=2)


def test_a_lock_on_an_unknown_edition_is_refused(make_plan, edition, wishes):
    lock = Locked(("Nowhere", "Congress", "1"), date(2025, 3, 7), date(2025, 3, 9))

    refusal = refused(make_plan, [edition("2025-03-10")], wishes(locked=(lock,)))

    assert refusal == Refusal("plan.locked_unknown", association="Nowhere", edition="1")


def test_a_negative_weight_is_refused(make_plan, edition):
    refusal = refused(make_plan, [edition("2025-03-10")], weights=Weights(visa_case=-1))

    assert refusal == Refusal("plan.weight_out_of_range", weight="visa_case", value=-1, most=1000)


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"days": 0}, "plan.edition_backwards"), ({"status": "rumoured"}, "plan.status_unknown")],
)
def test_editions_that_cannot_be_are_refused(make_plan, edition, changed, code):
    assert refused(make_plan, [edition("2025-03-10", **changed)]).code == code


def test_an_edition_given_twice_is_refused(make_plan, edition):
    assert refused(make_plan, [edition("2025-03-10"), edition("2025-03-10")]).code == "plan.edition_twice"


def test_a_month_after_the_last_of_january_is_the_last_of_february():
    assert [add_months(date(2024, 1, 31), months) for months in (1, 13)] == [date(2024, 2, 29), date(2025, 2, 28)]


@given(
    st.dates(date(2000, 1, 1), date(2080, 1, 1)),
    st.dates(date(2000, 1, 1), date(2080, 1, 1)),
    st.integers(1, 120),
)
def test_adding_months_never_overtakes(first, second, months):
    earlier, later = sorted((first, second))
    assert add_months(earlier, months) <= add_months(later, months)
