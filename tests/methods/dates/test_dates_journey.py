"""A traveller's checklist: the same kinds for everybody, what stands in them by the dated rules, days counted back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.dates import (
    REQUIREMENTS,
    Borders,
    EntryRule,
    ExitRule,
    Papers,
    Said,
    TransitRule,
    journey_of,
    kinds_due,
    sources_of,
)
from tracktwo.methods.dates.journey import DAYS_BEFORE, FINDINGS, LETTER_AHEAD

ARRIVAL, SINCE = date(2027, 9, 13), date(2022, 3, 1)
HERE = Papers("UA", "UA")
CODES = st.sampled_from(["UA", "RU", "PT", "TR", "PL"])


def by_kind(papers, borders, venue="PT"):
    return {task.kind: task for task in journey_of(papers, venue, ARRIVAL, borders)}


def entry(passport, destination, requirement, lead=0):
    return EntryRule(passport, destination, requirement, lead, None, None, "a page", SINCE)


def way(*via, airside=False):
    return TransitRule("UA", "PT", via, airside, SINCE, None, "another page", SINCE)


def leave(kind, **dated):
    return ExitRule("UA", "UA", kind, dated.get("since", SINCE), dated.get("until"), "a law", SINCE)


def test_a_visa_is_applied_for_by_its_lead_and_the_letter_is_in_hand_before_that():
    found = by_kind(HERE, Borders([entry("UA", "PT", "visa", 120)]))
    apply_by = ARRIVAL - timedelta(days=120)
    assert (found["entry"].begin_by, found["entry"].due) == (apply_by, ARRIVAL - timedelta(days=45))
    assert (found["letter"].finding, found["letter"].due) == ("asked-for", apply_by - timedelta(days=LETTER_AHEAD))


def test_whoever_enters_freely_applies_for_nothing_and_gets_a_letter_on_wish():
    found = by_kind(HERE, Borders([entry("UA", "PT", "visa-free")]))
    assert (found["entry"].begin_by, found["letter"].finding) == (None, "on-wish")


def test_what_is_applied_for_late_cannot_be_due_before_it_is_applied_for():
    found = by_kind(HERE, Borders([entry("UA", "PT", "e-visa", 21)]))
    assert found["entry"].due == found["entry"].begin_by == ARRIVAL - timedelta(days=21)


def test_the_easiest_country_on_the_way_is_named_with_what_it_asks():
    rules = [entry("UA", "PT", "visa-free"), entry("UA", "PL", "visa", 60), entry("UA", "RO", "e-visa", 10)]
    transit = by_kind(HERE, Borders(rules, [way("PL", "RO")]))["transit"]
    assert (transit.finding, transit.via, transit.begin_by) == ("e-visa", "RO", ARRIVAL - timedelta(days=10))
    assert transit.said == (Said("another page", SINCE), Said("a page", SINCE))


def test_planes_changed_ask_for_nothing_on_the_way():
    transit = by_kind(HERE, Borders([entry("UA", "PT", "visa-free")], [way("TR", "AM", airside=True)]))["transit"]
    assert (transit.finding, transit.via, transit.begin_by) == ("airside", "TR AM", None)


def test_rules_of_leaving_are_hints_that_hold_on_the_day():
    rules = [leave("service-age"), leave("secrets", until=date(2026, 1, 1))]
    found = by_kind(HERE, Borders([entry("UA", "PT", "visa-free")], exits=rules))["exit"]
    assert (found.finding, found.hints) == ("hints", ("service-age",))


@pytest.mark.parametrize(
    ("papers", "venue", "finding"),
    [(None, "PT", "untold"), (HERE, "", "no-place"), (HERE, "UA", "at-home"), (HERE, "PT", "unknown")],
)
def test_what_nobody_has_said_or_looked_up_is_said_so(papers, venue, finding):
    assert by_kind(papers, Borders(), venue)["entry"].finding == finding


def test_a_day_that_has_passed_counts_until_the_thing_is_begun_or_settled():
    tasks = journey_of(HERE, "PT", ARRIVAL, Borders([entry("UA", "PT", "visa", 120)]))
    today = ARRIVAL - timedelta(days=110)
    late = [kinds_due(tasks, settled, begun, today) for settled, begun in (([], []), (["letter"], ["entry"]))]
    assert late == [["letter", "entry"], []]


@st.composite
def _borders(draw):
    """Rules of any kind that name these countries, with any lead and any days on which they hold."""
    days = st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 31))
    named = (draw(days), draw(days), "a page", SINCE)
    entries = draw(
        st.lists(st.tuples(CODES, CODES, st.sampled_from(REQUIREMENTS), st.integers(0, 400)), max_size=8, unique=True)
    )
    ways = draw(st.lists(st.tuples(CODES, CODES, st.lists(CODES, min_size=1, max_size=3), st.booleans()), max_size=4))
    exits = draw(st.lists(st.tuples(CODES, CODES, st.sampled_from(["summons", "permit"])), max_size=4))
    return Borders(
        tuple(EntryRule(*one, *named) for one in entries),
        tuple(TransitRule(home, to, tuple(via), airside, *named) for home, to, via, airside in ways),
        tuple(ExitRule(*one, *named) for one in exits),
    )


@given(st.none() | st.builds(Papers, CODES, CODES), CODES | st.just(""), _borders())
def test_everybody_has_every_kind_once_and_nothing_is_due_after_arrival(papers, venue, borders):
    tasks = journey_of(papers, venue, ARRIVAL, borders)
    assert sorted(task.kind for task in tasks) == sorted(DAYS_BEFORE)
    assert {task.finding for task in tasks} <= FINDINGS | {""}
    assert all((task.begin_by or task.due) <= task.due <= ARRIVAL for task in tasks)
    days = [task.next_day(begun=False) for task in tasks]
    assert (days, list(sources_of(tasks))) == (sorted(days), list(dict.fromkeys(sources_of(tasks))))


@given(st.none() | st.builds(Papers, CODES, CODES), _borders())
def test_the_letter_is_in_hand_before_every_application(papers, borders):
    tasks = journey_of(papers, "PT", ARRIVAL, borders)
    letter = next(task for task in tasks if task.kind == "letter")
    begins = [task.begin_by for task in tasks if task.begin_by]
    assert all(letter.due <= day - timedelta(days=LETTER_AHEAD) for day in begins)
