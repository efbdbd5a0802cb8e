from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.exchange.conventions import read_conventions
from tracktwo.methods.dates import Edition, find_pattern, project_editions


def numbered(number, start, days=4, **more):
    named = {"city": "Lisbon", "country": "PT", "status": "held", **more}
    return Edition("Society", "Congress", number, start=start, end=start + timedelta(days=days - 1), **named)


# Second Thursdays of September, two years running.
YEARLY = [numbered("10", date(2024, 9, 12)), numbered("11", date(2025, 9, 11))]


def test_a_yearly_convention_returns_in_its_month_week_and_weekday():
    found = project_editions(YEARLY, [2026, 2027])

    assert [(e.start, e.end, e.edition) for e in found] == [
        (date(2026, 9, 10), date(2026, 9, 13), "12"),
        (date(2027, 9, 9), date(2027, 9, 12), "13"),
    ]


def test_a_projection_invents_no_city_and_says_where_it_comes_from():
    found = project_editions(YEARLY, [2026])[0]

    assert (found.city, found.country, found.status, found.venue_is_open) == ("city open", "", "projected", True)
    assert found.note == "projected from 10 (2024), 11 (2025): second Thursday of September, every year"


def test_missing_rows_of_a_numbered_series_do_not_stretch_its_interval():
    """ISA numbers 57 and 63 are six years apart: one a year."""
    assert find_pattern([numbered("57", date(2016, 3, 16)), numbered("63", date(2022, 3, 30))]).interval == 1


def test_a_convention_every_second_year_is_projected_every_second_year():
    every_other = [numbered("26", date(2021, 7, 10)), numbered("27", date(2023, 7, 15))]
    assert [e.start.year for e in project_editions(every_other, range(2023, 2030))] == [2025, 2027, 2029]


def test_a_year_in_which_an_edition_is_known_is_never_projected():
    cancelled = numbered("12", date(2026, 9, 10), status="cancelled")
    assert [e.start.year for e in project_editions([*YEARLY, cancelled], [2026, 2027])] == [2027]


def test_a_fifth_weekday_becomes_the_last_where_a_month_has_four():
    fifth = [numbered("1", date(2024, 8, 29)), numbered("2", date(2025, 8, 28))]
    pattern = find_pattern([replace(fifth[0], start=date(2023, 8, 31), end=date(2023, 9, 2)), fifth[0]])
    assert (pattern.nth, pattern.opening(2025)) == (5, date(2025, 8, 28))


@pytest.mark.parametrize("known", [[], YEARLY[:1], [YEARLY[0], replace(YEARLY[1], status="cancelled")]])
def test_one_edition_is_no_pattern(known):
    assert (find_pattern(known), project_editions(known, [2027])) == (None, ())


@given(
    st.lists(st.dates(date(2010, 1, 1), date(2025, 12, 25)), min_size=2, max_size=6, unique_by=lambda day: day.year),
    st.lists(st.integers(2026, 2035), max_size=5),
)
def test_projected_days_keep_the_most_frequent_month_and_weekday(starts, years):
    known = [numbered(str(day.year), day) for day in starts]

    months = {day.month for day in starts}
    weekdays = {day.weekday() for day in starts}
    for found in project_editions(known, years):
        assert found.start.year in years
        assert (found.start.month in months, found.start.weekday() in weekdays) == (True, True)


@pytest.mark.oracle
def test_the_real_conventions_project_their_known_rhythm(oracle_data):
    found = project_editions(read_conventions(oracle_data / "conventions.csv"), [2027])

    assert [(e.association, e.edition, e.start.isoformat()) for e in found] == [
        ("ISA", "68", "2027-03-17"),
        ("IPSA", "29", "2027-07-10"),
        ("APSA", "2027", "2027-09-09"),
        ("ASEEES", "59", "2027-11-18"),
    ]
