"""Leximin person by person: against the vectors that were published or enumerated, and proven where there is none."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tracktwo.cli.app import app
from tracktwo.exchange.pools import read_question
from tracktwo.exchange.tables import read_table
from tracktwo.methods.lottery import Lottery, check_certificate, find_lottery

pytestmark = pytest.mark.oracle

# The pools that Nature 596 (2021) gives figures for and that are public: their names there.
PUBLISHED = {"example_small_20": "example_small", "example_large_200": "example_large"}
WITH_VECTOR = ("trap0_7", "couples_2", *PUBLISHED)
SEED = "00112233445566778899"
CLOSE = 1e-6


@pytest.fixture(scope="module")
def pools(oracle_data: Path) -> Path:
    return oracle_data / "selection"


def rows(place: Path) -> list[dict[str, str]]:
    with place.open(newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def seats_of(pools: Path) -> dict[str, int]:
    """Every feasible pool with its seats; the last part of a folder's name says how many."""
    names = sorted(place.parent.name for place in pools.glob("*/respondents.csv"))
    return {name: int(name.rpartition("_")[2]) for name in names if not name.startswith("infeasible")}


def leximin(pools: Path, name: str) -> Lottery:
    seats = seats_of(pools)[name]
    question = read_question(pools / name / "respondents.csv", pools / name / "categories.csv", seats)
    return find_lottery(question, "leximin")


def expected_vector(pools: Path, name: str) -> dict[str, Fraction]:
    """Enumerated where ``expected.json`` lists it; else the published minimum, which leaves one vector: chances add up
    to the seats, so where the lowest is seats / people, everybody has it.
    """
    listed = pools / name / "expected.json"
    if listed.exists():
        return {person: Fraction(chance) for person, chance in json.loads(listed.read_text())["probability"].items()}
    people = [row["id"] for row in rows(pools / name / "respondents.csv")]
    least = published_minimum(pools, name)
    assert least == Fraction(seats_of(pools)[name], len(people))
    return dict.fromkeys(people, least)


def published_minimum(pools: Path, name: str) -> Fraction:
    if name in PUBLISHED:
        found = {row["instance"]: row for row in rows(pools / "nature2021_published.csv")}[PUBLISHED[name]]
        assert found["gini_leximin"] == "0.0%"
        return Fraction(found["leximin_min"].removesuffix("%")) / 100
    return Fraction({row["pool"]: row["exact"] for row in rows(pools / "expected_minimum.csv")}[name])


@pytest.mark.parametrize("name", WITH_VECTOR)
def test_the_command_gives_everybody_the_chance_of_the_vector(pools: Path, tmp_path: Path, name: str) -> None:
    place, seats = pools / name, seats_of(pools)[name]
    files = ["--pool", str(place / "respondents.csv"), "--quotas", str(place / "categories.csv")]
    asked = ["select", *files, "--seats", str(seats), "--objective", "leximin", "--seed", SEED, "--out", str(tmp_path)]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 0, result.output
    stated = {row["id"]: float(row["probability"]) for row in read_table(tmp_path / "probabilities.csv").rows}
    expected = expected_vector(pools, name)
    assert sorted(stated) == sorted(expected)
    apart = {person: (stated[person], expected[person]) for person in sorted(stated)
             if abs(stated[person] - expected[person]) > CLOSE}  # fmt: skip
    assert apart == {}


@pytest.mark.parametrize("name", WITH_VECTOR)
def test_as_fractions_nothing_is_left_to_rounding(pools: Path, name: str) -> None:
    assert dict(leximin(pools, name).probabilities) == expected_vector(pools, name)


def test_every_vector_that_is_given_is_compared(pools: Path) -> None:
    listed = {place.parent.name for place in pools.glob("*/expected.json")}
    vectors = {name for name in listed if "probability" in json.loads((pools / name / "expected.json").read_text())}
    published = {row["instance"] for row in rows(pools / "nature2021_published.csv")}
    public = {name for name in seats_of(pools) if name.rpartition("_")[0] in published}
    assert vectors | public <= set(WITH_VECTOR)


def test_the_levels_of_the_trap_are_those_of_its_enumeration(pools: Path) -> None:
    """Level by level, how many keep it; levels that are equal are one to us, so they are added up."""
    expected = json.loads((pools / "trap0_7" / "expected.json").read_text())
    counted: dict[Fraction, int] = {}
    for level, people in expected["levels"]:
        counted[Fraction(level)] = counted.get(Fraction(level), 0) + people
    chances = list(leximin(pools, "trap0_7").probabilities.values())
    assert {level: chances.count(level) for level in sorted(set(chances))} == counted


@pytest.mark.parametrize("number", range(12))
def test_without_a_vector_every_level_is_proven_in_fractions(pools: Path, number: int) -> None:
    """That nobody could have more without somebody lower having less: checked without the solver, stage by stage."""
    name = list(seats_of(pools))[number]
    lottery = leximin(pools, name)
    assert check_certificate(lottery.setting, lottery.certificate) == ("lottery", "levels", "barred", "optimal")
    fixed = [kind for stage in lottery.certificate.stages for kind in stage.fixed]
    assert sorted([*fixed, *lottery.certificate.barred]) == list(range(len(lottery.setting.kinds)))
    assert sum(lottery.probabilities.values()) == lottery.seats
    assert set(lottery.levels) == set(lottery.probabilities.values()) - {0}


def test_each_pool_is_among_the_twelve(pools: Path) -> None:
    assert len(seats_of(pools)) == 12


def test_couples_are_enumerated_here(pools: Path) -> None:
    """Ten of either sex, two seats and no other limit: each pair is a cohort, and all pairs alike give a tenth."""
    people = [row["id"] for row in rows(pools / "couples_2" / "respondents.csv")]
    pairs = {frozenset(pair) for pair in product(people, repeat=2) if len(set(pair)) == 2}
    share = {person: Fraction(sum(person in pair for pair in pairs), len(pairs)) for person in people}
    assert share == dict(leximin(pools, "couples_2").probabilities)
