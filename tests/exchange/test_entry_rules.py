"""Entry rules in: the own TOML table, and the public passport table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data import tables
from tracktwo.data.refusals import say
from tracktwo.exchange.entry_rules import LeadDays, read_entry_rules, read_passport_index
from tracktwo.exchange.plan_rules import read_plan_rules
from tracktwo.methods.dates import EntryRule, KeepClear, Weights
from tracktwo.methods.record import Refusal, Refusals

ENTRY = """
[[entry]]
passport = "UA"
destination = "GB"
requirement = "visa"
source = "a page"
checked_on = 2025-01-31
"""
CHECKED = date(2025, 1, 31)


def refused(read, content: str) -> list[tuple[str, object, object]]:
    with pytest.raises(Refusal) as caught:
        read(content.encode())
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    assert all(say(one) for one in each)
    return [(one.code, one.params.get("place"), one.params.get("key")) for one in each]


def test_an_entry_becomes_a_dated_rule() -> None:
    text = ENTRY + "from = 2025-06-01\nuntil = 2025-12-31\nlead_days = 90\n"
    expected = EntryRule("UA", "GB", "visa", 90, date(2025, 6, 1), date(2025, 12, 31), "a page", CHECKED)
    assert read_entry_rules(text.encode()) == (expected,)


def test_the_hosts_assumption_fills_in_for_lead_days() -> None:
    text = '[lead_days]\nvisa = 45\nbasis = "ours"\n' + ENTRY
    assert read_entry_rules(text.encode())[0].lead_days == 45


@pytest.mark.parametrize(
    ("was", "becomes", "code", "key"),
    [
        ('"GB"', '"England"', "rules.country", "destination"),
        ('"visa"', '"maybe"', "rules.choice", "requirement"),
        ('"a page"', '""', "rules.words", "source"),
        ('source = "a page"\n', "", "rules.words", "source"),
        ("checked_on = 2025-01-31", "", "rules.day", "checked_on"),
        ("2025-01-31", '"yesterday"', "rules.day", "checked_on"),
        ("2025-01-31", "2025-01-31T10:00:00", "rules.day", "checked_on"),
        ("2025-01-31", "2025-01-31\nlead_days = -3", "rules.whole", "lead_days"),
        ("2025-01-31", "2025-01-31\nlead_days = true", "rules.whole", "lead_days"),
        ("2025-01-31", "2025-01-31\nfrom = 2025-02-02\nuntil = 2025-02-01", "rules.ends_before_start", "until"),
        ("2025-01-31", "2025-01-31\nvaild_from = 2025-02-02", "rules.key_unknown", "vaild_from"),
    ],
)
def test_a_bad_entry_is_refused_at_its_place_and_key(was: str, becomes: str, code: str, key: str) -> None:
    assert refused(read_entry_rules, ENTRY + ENTRY.replace(was, becomes)) == [(code, "entry 2", key)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("entry = 3", "rules.not_a_list"),
        ("entry = [3]", "rules.not_a_table"),
        ("[[entry", "rules.not_toml"),
        ("a = 1\n" * 2, "rules.not_toml"),
        ("# " + "x" * 1_000_000, "rules.too_large"),
    ],
)
def test_what_is_no_such_file_is_refused(content: str, code: str) -> None:
    assert [found[0] for found in refused(read_entry_rules, content)] == [code]


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        read_entry_rules(Path("nowhere.toml"))
    assert caught.value == Refusal("rules.unreadable")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read_plan_rules(content)
    except Refusal as refusal:
        assert refusal.code


@pytest.mark.parametrize(
    ("word", "requirement", "lead_days"),
    [
        ("90", "visa-free", 0),
        ("visa free", "visa-free", 0),
        ("visa on arrival", "e-visa", 0),
        ("eta", "e-visa", 7),
        ("e-visa", "e-visa", 7),
        ("visa required", "visa", 60),
        ("no admission", "barred", 0),
    ],
)
def test_each_word_of_the_passport_table_means_one_requirement(word: str, requirement: str, lead_days: int) -> None:
    found = read_passport_index(
        f"Passport,Destination,Requirement\nUA,GB,{word}\n".encode(),
        checked_on=CHECKED,
        source_name="a table",
        lead=LeadDays(visa=60, e_visa=7),
    )
    assert found == (EntryRule("UA", "GB", requirement, lead_days, None, None, "a table", CHECKED),)


def test_the_own_country_is_no_entry_and_other_passports_are_left_out() -> None:
    content = b"Passport,Destination,Requirement\nUA,UA,-1\nGE,GB,e-visa\nUA,PT,90\n"
    found = read_passport_index(content, checked_on=CHECKED, source_name="a table", passports={"UA"})
    assert [(rule.passport, rule.destination) for rule in found] == [("UA", "PT")]


def test_an_unknown_word_of_the_passport_table_is_refused_at_its_row() -> None:
    with pytest.raises(Refusals) as caught:
        content = b"Passport,Destination,Requirement\nUA,GB,perhaps\n"
        read_passport_index(content, checked_on=CHECKED, source_name="a table")
    each = [(one.code, one.params["row"], one.params["column"]) for one in caught.value.each]
    assert each == [("passport_index.requirement", 2, "requirement")]


def test_every_packaged_fact_has_its_source_and_day_and_no_other() -> None:
    found = read_entry_rules(tables.entry_rules_toml())
    assert {(rule.source, rule.checked_on) for rule in found} == {("Passport Index dataset, January 2025", CHECKED)}


@pytest.mark.oracle
def test_the_packaged_facts_are_what_the_public_table_says(oracle_data: Path) -> None:
    public = read_passport_index(
        oracle_data / "passport-index-tidy-iso2.csv", checked_on=CHECKED, source_name="x", passports={"UA", "RU"}
    )
    said = {(rule.passport, rule.destination): rule.requirement for rule in public}
    own = {(r.passport, r.destination): r.requirement for r in read_entry_rules(tables.entry_rules_toml())}
    assert own == {pair: said[pair] for pair in own}


def test_rules_hold_wishes_weights_and_kept_days() -> None:
    text = (
        "[wishes]\nfirst_day = 2026-01-01\nworkshops = 4\nhard_kinds = ['national']\n[weights]\nvisa_case = 9\n"
        "[[keep_clear]]\ncommunity='North'\nmonth_day='08-24'\nname='a day'\nkind='national'\n"
    )
    rules = read_plan_rules(text.encode())
    assert rules.wishes == {"first_day": date(2026, 1, 1), "workshops": 4, "hard_kinds": ("national",)}
    assert rules.weights == Weights(visa_case=9)
    assert rules.keep_clear == (KeepClear("North", "08-24", "a day", "national"),)


def test_rules_without_kept_days_say_none_rather_than_an_empty_list() -> None:
    assert read_plan_rules(b"").keep_clear is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[wihses]\nworkshops = 3", ("rules.key_unknown", "file", "wihses")),
        ("[wishes]\nworkshop = 3", ("rules.key_unknown", "wishes", "workshop")),
        ("[wishes]\nworkshops = 'three'", ("rules.whole", "wishes", "workshops")),
        ("[wishes]\nhard_kinds = 'national'", ("rules.list_of_words", "wishes", "hard_kinds")),
        ("[weights]\nvisa_case = 1.5", ("rules.whole", "weights", "visa_case")),
        ("[[keep_clear]]\nmonth_day='8-24'", ("rules.month_day", "keep_clear 1", "month_day")),
    ],
)
def test_a_misspelt_wish_is_never_silently_forgotten(content: str, expected: tuple[str, str, str]) -> None:
    assert refused(read_plan_rules, content) == [expected]


def test_the_documented_example_is_read() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "planning-files.md"
    example = page.read_text("utf-8").split("```toml\n")[1].split("```")[0]

    rules = read_plan_rules(example.encode())

    assert rules.weights == Weights()
    assert (rules.entry[0].lead_days, rules.entry[0].valid_until) == (90, date(2026, 12, 31))
    assert rules.keep_clear == (KeepClear("North", "08-24", "Independence Day", "national"),)
