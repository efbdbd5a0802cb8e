from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.dates import CONTINENT, EntryClass, EntryTable, KeepClear, clear_days, is_country
from tracktwo.methods.dates.clear import orthodox_easter


@pytest.mark.parametrize(
    ("year", "day"),
    [(2023, "2023-04-16"), (2024, "2024-05-05"), (2025, "2025-04-20"), (2026, "2026-04-12"), (2027, "2027-05-02")],
)
def test_orthodox_easter_as_published(year, day):
    assert orthodox_easter(year) == date.fromisoformat(day)


@given(st.integers(1900, 2099))
def test_orthodox_easter_is_a_sunday_in_spring(year):
    easter = orthodox_easter(year)
    assert (easter.weekday(), date(year, 4, 3) <= easter <= date(year, 5, 10)) == (6, True)


def test_a_leap_day_is_kept_in_leap_years_only():
    day = KeepClear("North", "02-29", "a day", "national")
    found = clear_days([day], date(2023, 1, 1), date(2025, 12, 31))
    assert [kept.day for kept in found] == [date(2024, 2, 29)]


def test_days_are_found_on_both_ends_and_in_order():
    days = [KeepClear("North", "12-31", "b", "national"), KeepClear("South", "01-01", "a", "national")]
    found = clear_days(days, date(2025, 1, 1), date(2025, 12, 31))
    assert [kept.name for kept in found] == ["a", "b"]


@pytest.mark.parametrize("word", ["both", "all"])
def test_a_day_of_all_belongs_to_each(word):
    assert KeepClear(word, "01-01", "a", "national").belongs_to("East")


def test_of_two_rules_that_hold_the_one_checked_last_speaks(rule):
    table = EntryTable(
        [rule("UA", "GB", "visa"), rule("UA", "GB", "e-visa", checked_on=date(2025, 6, 1))],
    )
    assert table.rule_for("UA", "GB", date(2026, 1, 1)).requirement == "e-visa"


def test_a_rule_speaks_only_while_it_holds(rule):
    table = EntryTable([rule("UA", "GB", "visa", valid_from=date(2025, 6, 1), valid_until=date(2025, 6, 30))])
    asked = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [table.rule_for("UA", "GB", day) is not None for day in asked] == [False, True, True, False]


def test_counts_are_added_by_community_and_passport(rule, delegation):
    people = delegation(("South", "RU", "RU", 4), ("South", "RU", "GE", 2), ("North", "UA", "UA", 3))
    table = EntryTable([rule("RU", "GB", "visa", 90), rule("UA", "GB", "e-visa", 10)])

    assert table.classes(people, "GB", date(2026, 1, 1)) == (
        EntryClass("North", "UA", 3, "e-visa", 10),
        EntryClass("South", "RU", 6, "visa", 90),
    )


def test_country_codes_are_the_assigned_ones():
    assert (len(CONTINENT), is_country("PT"), is_country("XX"), is_country("pt")) == (250, True, False, False)


@pytest.mark.oracle
def test_every_destination_of_the_public_table_is_a_country_we_know(oracle_data):
    lines = (oracle_data / "passport-index-tidy-iso2.csv").read_text("utf-8").splitlines()[1:]
    assert {line.split(",")[1] for line in lines} - set(CONTINENT) == set()
