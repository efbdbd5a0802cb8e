"""A register against a programme's organisations: found across alphabets, never found by chance words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.screening import CLOSE, LAW, PART, SAME, UNDESIRABLE, Designation, Match, screen

TODAY = date(2026, 3, 10)


def line(name: str, *others: str, kind: str = UNDESIRABLE, **more: object) -> Designation:
    return Designation("Register", kind, name, others, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("designated", "ours", "degree"),
    [
        ("Общество дуба и цапли", "Obshchestvo duba i tsapli", SAME),
        ("АНО «Свободный берег»", "Svobodnyi bereg", SAME),
        ("Alder College", "Alder College Berlin", PART),
        ("Institute of Reeds and Rushes", "Institute of Reeds", PART),
        ("Institute of Reeds and Rushes", "Institut of Reeds and Rushes", CLOSE),
        ("Centre for Reeds and Rushes (CERR)", "CERR", SAME),
    ],
)
def test_a_match_says_how_sure_it_is(designated: str, ours: str, degree: str) -> None:
    assert screen([line(designated)], [ours], TODAY) == (Match(0, 0, degree),)
    assert screen([line(ours)], [designated], TODAY) == (Match(0, 0, degree),)


@pytest.mark.parametrize(
    ("designated", "ours"),
    [
        ("Alder College", "Rowan College"),
        ("University of Reeds", "University of Rushes"),
        ("Общество дуба", "Общество цапли"),
        ("Alder", "Alder Society of Porto"),
        ("Wren", "Wrens"),
    ],
)
def test_a_shared_word_of_everybodys_is_no_match(designated: str, ours: str) -> None:
    assert screen([line(designated)], [ours], TODAY) == ()


def test_other_names_of_a_line_count_like_its_first() -> None:
    assert screen([line("Oak Society", "Общество дуба")], ["Obschestvo Duba"], TODAY) == (Match(0, 0, SAME),)


def test_what_was_lifted_matches_nothing_and_what_begins_later_does() -> None:
    lifted, coming = line("Alder Society", until=date(2026, 3, 9)), line("Alder Society", since=date(2026, 9, 1))
    assert screen([lifted, coming], ["Alder Society"], TODAY) == (Match(1, 0, SAME),)


def test_a_law_is_never_matched_with_an_organisation() -> None:
    assert screen([line("Alder Society", kind=LAW)], ["Alder Society"], TODAY) == ()


WORDS = ["alder", "rowan", "heron", "society", "institute", "берег", "река", "фонд", "мост", "college"]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True).map(" ".join)


@given(names)
def test_every_name_matches_itself(name: str) -> None:
    assert screen([line(name)], [name], TODAY) == (Match(0, 0, SAME),)


@given(names, names)
def test_matching_knows_no_direction(one: str, other: str) -> None:
    assert screen([line(one)], [other], TODAY) == screen([line(other)], [one], TODAY)


@given(st.lists(names, max_size=4), st.lists(names, max_size=4), names)
def test_another_organisation_takes_no_match_away(register: list[str], ours: list[str], more: str) -> None:
    lines = [line(name) for name in register]
    assert set(screen(lines, ours, TODAY)) <= set(screen(lines, [*ours, more], TODAY))
