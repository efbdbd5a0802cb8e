"""Ways there, ways out, and what the host has: small calendars whose right answer is known by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tracktwo.methods.dates import Away, ExitRule, Facilitator, KeepClear, Means, Price, Reason, TransitRule, clear_days

SINCE = date(2022, 3, 1)


@pytest.fixture
def two(delegation):
    return delegation(("North", "UA", "UA", 5), ("South", "RU", "RU", 4))


def way(*via, residence="RU", destination="PT", airside=False, **dated):
    named = {"valid_from": SINCE, "valid_until": None, **dated}
    return TransitRule(residence, destination, via, airside, **named, source="a page", checked_on=SINCE)


def leave(kind, residence="UA", passport="UA"):
    return ExitRule(passport, residence, kind, SINCE, None, "a page", SINCE)


def free(rule, *passports, to="PT"):
    return [rule(passport, to, "visa-free") for passport in passports]


def test_whoever_must_pass_a_country_that_does_not_admit_them_cannot_come(make_plan, edition, two, rule):
    rules = [*free(rule, "UA", "RU"), rule("RU", "LV", "barred"), rule("RU", "EE", "barred")]

    plan = make_plan([edition("2025-09-10")], delegation=two, rules=rules, transit=[way("LV", "EE")])

    who = {"count": 4, "community": "South", "passport": "RU", "country": "PT", "via": "LV, EE"}
    assert [left.reasons for left in plan.rejected] == [(Reason("plan.transit_barred", who),)]
    assert plan.rejected[0].may_enter == 5


def test_where_nobody_looked_up_the_way_it_is_said(make_plan, edition, two, rule):
    plan = make_plan([edition("2025-09-10")], delegation=two, rules=free(rule, "UA", "RU"), transit=[way("TR")])

    assert [reason.code for left in plan.rejected for reason in left.reasons] == ["plan.transit_unknown"]


def test_the_easiest_country_on_the_way_is_taken_and_its_lead_counts(make_plan, edition, two, rule):
    rules = [*free(rule, "UA", "RU"), rule("RU", "LV", "visa", 90), rule("RU", "TR", "e-visa", 10)]

    plan = make_plan([edition("2025-09-10")], delegation=two, rules=rules, transit=[way("LV", "TR")])

    workshop = plan.workshops[0]
    assert [(one.via, one.via_requirement) for one in workshop.entry] == [("", ""), ("TR", "e-visa")]
    assert workshop.apply_by == date(2025, 8, 28)
    assert [(cost.kind, cost.count, cost.points) for cost in workshop.costs] == [("transit_visa", 4, 8)]
    assert [remark.code for remark in workshop.remarks] == ["plan.transit_papers"]


def test_changing_planes_without_passing_the_border_asks_nothing(make_plan, edition, two, rule):
    plan = make_plan(
        [edition("2025-09-10")],
        delegation=two,
        rules=[*free(rule, "UA", "RU"), rule("RU", "LV", "barred")],
        transit=[way("LV", airside=True)],
    )

    assert (plan.workshops[0].apply_by, plan.objective) == (None, 0)


@pytest.mark.parametrize("until", [date(2025, 9, 6), None])
def test_a_way_counts_only_while_its_rule_holds(make_plan, edition, two, rule, until):
    rules = [*free(rule, "UA", "RU"), rule("RU", "LV", "barred")]

    plan = make_plan([edition("2025-09-10")], delegation=two, rules=rules, transit=[way("LV", valid_until=until)])

    assert len(plan.workshops) == (1 if until else 0)


def test_an_exit_rule_is_a_hint_that_forbids_nothing_and_weighs_nothing(make_plan, edition, two, rule):
    rules = free(rule, "UA", "RU")
    plan = make_plan([edition("2025-09-10")], delegation=two, rules=rules, exits=[leave("service-age")])

    told = {"count": 5, "community": "North", "residence": "UA", "source": "a page", "checked_on": SINCE}
    assert (plan.workshops[0].remarks, plan.objective) == ((Reason("plan.exit_service_age", told),), 0)


def test_nobody_leaves_a_country_for_a_workshop_in_it(make_plan, edition, delegation):
    home = delegation(("North", "UA", "UA", 5))
    plan = make_plan([edition("2025-09-10", country="UA")], delegation=home, exits=[leave("permit")])

    assert plan.workshops[0].remarks == ()


def test_one_side_that_cannot_apply_in_time_keeps_the_edition_out_and_days_are_counted(make_plan, edition, two, rule):
    rules = [rule("UA", "GB", "visa-free"), rule("RU", "GB", "visa", 90)]
    plan = make_plan([edition("2025-09-10", country="GB")], delegation=two, rules=rules, today=date(2025, 7, 1))

    late = {"count": 4, "community": "South", "passport": "RU", "country": "GB", "lead_days": 90, "days_short": 22}
    assert [left.reasons for left in plan.rejected] == [(Reason("plan.lead_time_short", late),)]


def test_no_workshop_on_days_when_the_house_is_away(make_plan, edition):
    away = Away("host office", date(2025, 9, 9), date(2025, 9, 30))
    means = Means(away=(away,))

    plan = make_plan([edition("2025-09-10"), edition("2026-09-10")], means=means)

    told = {"who": "host office", "first": away.first, "last": away.last}
    assert [left.reasons for left in plan.rejected] == [(Reason("plan.away", told),)]


def test_enough_facilitators_must_be_free(make_plan, edition):
    both = (Facilitator("Hazel", 2), Facilitator("Alder", 2))
    away = (Away("Alder", date(2025, 9, 1), date(2025, 9, 7)),)
    one = make_plan([edition("2025-09-10")], means=Means(away, both, 1))
    two = make_plan([edition("2025-09-10")], means=Means(away, both, 2))

    short = {"day": date(2025, 9, 7), "present": 1, "needed": 2}
    assert (len(one.workshops), two.rejected[0].reasons) == (1, (Reason("plan.too_few_facilitators", short),))


def test_a_year_beyond_what_facilitators_carry_weighs(make_plan, edition, wishes):
    means = Means(facilitators=(Facilitator("Hazel", 1),))
    editions = [edition("2025-03-10"), edition("2025-09-10"), edition("2026-03-10", country="KR")]

    three = make_plan(editions, means=means)
    two = make_plan(editions, wishes(workshops=2), means=means)

    assert [(cost.kind, cost.count) for cost in three.shared_costs] == [("facilitator_load", 1), ("same_continent", 1)]
    assert [one.edition.edition for one in two.workshops][1] == "2026-03-10"


def test_the_cheaper_place_is_taken_when_all_else_is_equal(make_plan, edition, wishes, delegation, rule):
    prices = (Price("PT", 900, 4000, "a quote", SINCE), Price("IT", 300, 1000, "a quote", SINCE))
    editions = [edition("2025-09-10", city="Lisbon"), edition("2025-09-11", city="Rome", country="IT")]
    people = delegation(("North", "UA", "UA", 10))
    rules = [rule("UA", "PT", "visa-free"), rule("UA", "IT", "visa-free")]

    plan = make_plan(editions, wishes(workshops=1), delegation=people, rules=rules, means=Means(prices=prices))

    assert [(one.edition.city, one.costs[0].count) for one in plan.workshops] == [("Rome", 4)]
    assert [(cost.kind, cost.count) for cost in plan.alternatives[0].worse] == [("money", 9)]


def test_a_day_of_one_year_is_kept_in_that_year_only():
    mourning = KeepClear("North", "2026-03-05", "a day of mourning", "national")
    assert [day.day for day in clear_days([mourning], date(2025, 1, 1), date(2028, 1, 1))] == [date(2026, 3, 5)]


def test_alternatives_say_what_is_worse_and_what_is_better(make_plan, edition, wishes, delegation, rule):
    one = delegation(("North", "UA", "UA", 2))
    rules = [rule("UA", "PT", "visa-free"), rule("UA", "US", "visa")]
    editions = [edition("2025-09-10", status="provisional"), edition("2025-09-11", country="US", city="Boston")]

    plan = make_plan(editions, wishes(workshops=1), delegation=one, rules=rules)

    other = plan.alternatives[0]
    assert other.costs_more == 3
    assert [(cost.kind, cost.count, cost.points) for cost in other.worse] == [("visa_case", 2, 8)]
    assert [(cost.kind, cost.count, cost.points) for cost in other.better] == [("provisional", 1, 5)]
