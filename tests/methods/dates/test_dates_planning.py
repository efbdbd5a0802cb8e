"""Small calendars whose right answer is known by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tracktwo.methods.dates import KeepClear, Locked, Reason, Weights
from tracktwo.methods.record import Refusal

INDEPENDENCE = KeepClear("North", "08-24", "Independence Day", "national")
DEFENDERS = KeepClear("South", "02-23", "Defenders Day", "national")
INVASION = KeepClear("both", "02-24", "anniversary", "anniversary")


def days(plan):
    return [(workshop.first.isoformat(), workshop.last.isoformat()) for workshop in plan.workshops]


def reasons(plan, city):
    return next(left.reasons for left in plan.rejected if left.edition.city == city)


def test_a_workshop_of_three_days_ends_the_day_before_the_convention_opens(make_plan, edition):
    assert days(make_plan([edition("2025-09-10")])) == [("2025-09-07", "2025-09-09")]


def test_the_offset_is_data(make_plan, edition, wishes):
    plan = make_plan([edition("2025-09-10")], wishes(offset_days=3, length_days=2))

    assert days(plan) == [("2025-09-06", "2025-09-07")]


@pytest.mark.parametrize(
    ("start", "kept"), [("2025-08-25", INDEPENDENCE), ("2026-02-25", DEFENDERS), ("2026-02-26", INVASION)]
)
def test_no_workshop_crosses_a_national_day_or_an_anniversary_of_any_community(make_plan, edition, start, kept):
    plan = make_plan([edition(start, city="Somewhere")], keep_clear=[kept])

    day = kept.day_in(int(start[:4]))
    expected = Reason("plan.kept_clear", {"day": day, "name": kept.name, "community": kept.community})
    assert (plan.workshops, reasons(plan, "Somewhere")) == ((), (expected,))


def test_a_workshop_that_ends_the_day_before_a_kept_day_stands(make_plan, edition):
    plan = make_plan([edition("2025-08-24")], keep_clear=[INDEPENDENCE])

    assert days(plan) == [("2025-08-21", "2025-08-23")]


def test_a_margin_keeps_the_day_before_clear_too(make_plan, edition, wishes):
    plan = make_plan([edition("2025-08-24")], wishes(clear_before=1), keep_clear=[INDEPENDENCE])

    assert plan.workshops == ()


def test_slack_moves_a_workshop_off_a_kept_day_and_weighs_a_point_a_day(make_plan, edition, wishes):
    plan = make_plan([edition("2025-08-25")], wishes(slack_days=2), keep_clear=[INDEPENDENCE])

    assert (days(plan), plan.objective) == ([("2025-08-21", "2025-08-23")], 1 + 8)


def test_the_third_community_counts_like_the_first_two(make_plan, edition, delegation):
    day = KeepClear("East", "09-08", "Founding Day", "national")
    three = delegation(("North", "PT", "PT", 4), ("South", "PT", "PT", 4), ("East", "PT", "PT", 4))

    plan = make_plan([edition("2025-09-10", city="Somewhere")], keep_clear=[day], delegation=three)

    assert [reason.params["community"] for reason in reasons(plan, "Somewhere")] == ["East"]


def test_a_holy_day_during_the_convention_is_remarked_and_weighs_but_does_not_forbid(make_plan, edition):
    """BASEES 2026 ended on Orthodox Easter."""
    easter = KeepClear("both", "orthodox-easter", "Orthodox Easter", "religious")
    basees = edition("2026-04-10", city="Birmingham", country="GB", days=3)

    plan = make_plan([basees], keep_clear=[easter])

    remark = Reason("plan.day_touched", {"day": date(2026, 4, 12), "name": "Orthodox Easter", "community": "both"})
    assert ([one.remarks for one in plan.workshops], plan.objective) == ([(remark,)], Weights().day_touched)


def test_a_cancelled_edition_is_left_with_its_source(make_plan, edition):
    """ISA 2020 in Honolulu."""
    plan = make_plan([edition("2025-03-25", city="Honolulu", country="US", status="cancelled")])

    assert reasons(plan, "Honolulu") == (Reason("plan.cancelled", {"source": "the association"}),)


def test_moved_and_online_editions_are_left(make_plan, edition):
    moved = edition("2025-08-04", city="Montreal", country="CA", status="moved")
    online = edition("2026-07-10", city="online", country="")

    plan = make_plan([moved, online])

    assert [left.reasons[0].code for left in plan.rejected] == ["plan.moved", "plan.online"]


def test_an_edition_whose_workshop_would_have_begun_is_past(make_plan, edition):
    plan = make_plan([edition("2025-09-10", city="Somewhere")], today=date(2025, 9, 8))

    expected = Reason("plan.past", {"workshop_day": date(2025, 9, 7), "today": date(2025, 9, 8)})
    assert reasons(plan, "Somewhere") == (expected,)


def test_an_edition_outside_the_years_says_which_years(make_plan, edition, wishes):
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    plan = make_plan([edition("2026-01-10", city="Late")], wishes(first_day=first, last_day=last))

    assert reasons(plan, "Late") == (Reason("plan.outside_years", {"first_day": first, "last_day": last}),)


def test_a_workshop_that_would_begin_before_the_years_is_told_apart(make_plan, edition, wishes):
    plan = make_plan([edition("2025-06-03", city="Early")], wishes(first_day=date(2025, 6, 1)))

    expected = {"workshop_day": date(2025, 5, 31), "first_day": date(2025, 6, 1), "offset": 1}
    assert reasons(plan, "Early") == (Reason("plan.starts_too_early", expected),)


def test_no_workshop_where_one_side_is_barred_and_the_count_is_said(make_plan, edition, delegation, rule):
    two = delegation(("North", "UA", "UA", 5), ("South", "RU", "RU", 4), ("South", "RU", "AM", 2))
    rules = [rule("UA", "EE", "visa-free"), rule("RU", "EE", "barred")]

    plan = make_plan([edition("2025-09-10", city="Tallinn", country="EE")], delegation=two, rules=rules)

    expected = {"count": 6, "community": "South", "passport": "RU", "country": "EE"}
    assert reasons(plan, "Tallinn") == (Reason("plan.barred", expected),)


def test_a_lead_time_counts_back_from_the_first_day_of_the_workshop(make_plan, edition, delegation, rule):
    one = delegation(("North", "UA", "UA", 5))
    editions = [edition("2025-09-10", city="Boston", country="US")]
    rules = [rule("UA", "US", "visa", 100)]

    in_time = make_plan(editions, delegation=one, rules=rules, today=date(2025, 5, 30))
    too_late = make_plan(editions, delegation=one, rules=rules, today=date(2025, 6, 1))

    assert [workshop.apply_by for workshop in in_time.workshops] == [date(2025, 5, 30)]
    assert [(r.code, r.params["days_short"]) for r in reasons(too_late, "Boston")] == [("plan.lead_time_short", 2)]


def test_where_nobody_looked_up_entry_the_edition_is_left_and_says_so(make_plan, edition, delegation):
    plan = make_plan([edition("2025-09-10", city="Seoul")], delegation=delegation(("North", "UA", "UA", 5)))

    assert [reason.code for reason in reasons(plan, "Seoul")] == ["plan.entry_unknown"]


def test_who_lives_at_the_venue_needs_no_rule(make_plan, edition, delegation):
    plan = make_plan([edition("2025-09-10", country="AM")], delegation=delegation(("South", "RU", "AM", 2)))

    assert len(plan.workshops) == 1


def test_an_open_venue_is_allowed_marked_and_weighed(make_plan, edition, delegation):
    projected = edition("2025-09-10", city="city open", country="", status="projected")

    plan = make_plan([projected], delegation=delegation(("North", "UA", "UA", 5)))

    assert [remark.code for remark in plan.workshops[0].remarks] == ["plan.is_projected", "plan.venue_open"]
    assert plan.objective == Weights().projected + Weights().venue_open


@pytest.mark.parametrize(("second", "held"), [("2026-02-10", 2), ("2026-02-09", 1)])
def test_the_least_rhythm_counts_calendar_months_from_first_day_to_first_day(make_plan, edition, second, held):
    plan = make_plan([edition("2025-09-10"), edition(second)])

    assert len(plan.workshops) == held


def test_the_greatest_rhythm_leaves_no_longer_gap_and_says_so(make_plan, edition, wishes):
    near = [edition("2025-03-10"), edition("2025-09-10")]
    far = edition("2027-09-10", city="Far")

    plan = make_plan([*near, far], wishes(workshops=2, months_max=12))

    assert reasons(plan, "Far") == (Reason("plan.breaks_rhythm", {"workshops": 2, "months_max": 12}),)


def test_an_edition_too_near_names_the_workshop_it_is_near_to(make_plan, edition, delegation, rule):
    near = edition("2025-10-10", city="Near", country="US")
    one, rules = delegation(("North", "UA", "UA", 1)), [rule("UA", "US", "visa"), rule("UA", "PT", "visa-free")]

    plan = make_plan([edition("2025-09-10", city="Lisbon"), near], delegation=one, rules=rules)

    assert reasons(plan, "Near") == (
        Reason("plan.too_close", {"days": 30, "number": 1, "city": "Lisbon", "months_min": 5}),
        Reason("plan.costs_more", {"points": 4, "leaves": "Lisbon"}),
    )


def test_an_equal_edition_is_called_as_good(make_plan, edition, wishes):
    plan = make_plan([edition("2025-09-10", city="First"), edition("2026-09-10", city="Second")], wishes(workshops=1))

    left = plan.rejected[0]
    assert [reason.code for reason in left.reasons] == ["plan.just_as_good"]


def test_each_repetition_beyond_the_first_weighs(make_plan, edition):
    starts = ("2025-03-10", "2025-09-10", "2026-03-10")
    editions = [edition(start, city="Lisbon", association="One") for start in starts]

    plan = make_plan(editions)

    weights = Weights()
    assert plan.objective == 2 * (weights.same_association + weights.same_city + weights.same_continent)
    assert [cost.count for cost in plan.shared_costs] == [2, 2, 2]


def test_another_continent_is_preferred_when_all_else_is_equal(make_plan, edition, wishes):
    editions = [
        edition("2025-03-10", city="Lisbon", country="PT"),
        edition("2025-09-10", city="Rome", country="IT"),
        edition("2025-09-11", city="Seoul", country="KR"),
    ]

    plan = make_plan(editions, wishes(workshops=2))

    assert [workshop.edition.city for workshop in plan.workshops] == ["Lisbon", "Seoul"]


def test_a_locked_workshop_stays_on_its_days_whatever_speaks_against_it(make_plan, edition, wishes):
    lost = edition("2025-09-10", status="cancelled")
    lock = Locked(lost.key, date(2025, 9, 1), date(2025, 9, 2))

    plan = make_plan([lost], wishes(locked=(lock,)))

    assert (days(plan), plan.workshops[0].locked) == ([("2025-09-01", "2025-09-02")], True)
    assert [remark.code for remark in plan.workshops[0].remarks] == ["plan.cancelled"]


def test_a_held_workshop_counts_for_rhythm_and_number_and_costs_nothing_more(make_plan, edition, wishes):
    past = edition("2024-11-20", status="provisional")
    lock = Locked(past.key, date(2024, 11, 17), date(2024, 11, 19), held=True)
    near, later = edition("2025-03-10", city="Near"), edition("2025-05-10")

    plan = make_plan([past, near, later], wishes(locked=(lock,), workshops=2))

    assert [workshop.edition.edition for workshop in plan.workshops] == ["2024-11-20", "2025-05-10"]
    assert (plan.workshops[0].costs, plan.workshops[0].remarks) == ((), ())


def test_workshops_already_held_keep_a_distance_the_rhythm_would_not_allow(make_plan, edition, wishes):
    first, second = edition("2022-06-10"), edition("2024-11-20")
    locks = tuple(Locked(e.key, e.start, e.end, held=True) for e in (first, second))

    plan = make_plan([first, second, edition("2025-06-10")], wishes(locked=locks, months_max=12))

    assert len(plan.workshops) == 3


def test_the_plan_is_proved_and_counts_what_it_read(make_plan, edition):
    plan = make_plan([edition("2025-03-10"), edition("2025-09-10")])

    assert (plan.is_optimal, plan.gap, plan.bound, plan.editions) == (True, 0.0, plan.objective, 2)


def test_alternatives_come_in_order_of_cost(make_plan, edition, wishes, delegation, rule):
    one = delegation(("North", "UA", "UA", 1))
    rules = [rule("UA", "PT", "visa-free"), rule("UA", "KR", "e-visa"), rule("UA", "US", "visa")]
    editions = [
        edition("2025-09-10", city="Boston", country="US"),
        edition("2025-09-11", city="Lisbon", country="PT"),
        edition("2025-09-12", city="Seoul", country="KR"),
    ]

    plan = make_plan(editions, wishes(workshops=1), delegation=one, rules=rules)

    assert [([e.city for e in other.come], other.costs_more) for other in plan.alternatives] == [
        (["Seoul"], 1),
        (["Boston"], 4),
    ]


def test_an_empty_calendar_gives_an_empty_plan(make_plan):
    plan = make_plan([])

    assert (plan.workshops, plan.rejected, plan.objective) == ((), (), 0)


def test_progress_is_told_between_solves(make_plan, edition):
    told = []
    make_plan([edition("2025-09-10"), edition("2025-09-11")], progress=lambda *args: told.append(args))

    assert told == [(1, 4)]


def test_stopping_refuses_instead_of_giving_half_an_answer(make_plan, edition):
    editions = [edition(f"20{25 + i // 12}-{i % 12 + 1:02}-{10 + i % 7}") for i in range(36)]

    with pytest.raises(Refusal) as refused:
        make_plan(editions, stop=lambda: True)

    assert refused.value == Refusal("plan.stopped")
