"""Every reference pool, through the CSV door and through the command, against its published minimum."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tracktwo.cli.app import app
from tracktwo.exchange.pools import read_question
from tracktwo.exchange.tables import read_table
from tracktwo.methods.lottery import check_certificate, find_lottery
from tracktwo.methods.record import Refusal, Refusals

pytestmark = pytest.mark.oracle

# pool, seats, tolerance of the published figure where no fraction is given
POOLS = [
    ("couples_2", 2, 0.0),
    ("example_small_20", 20, 0.0),
    ("example_large_200", 200, 0.0),
    ("sfixture_22", 22, 0.0),
    ("opendlpmon_30", 30, 0.0),
    ("dvmxwide_60", 60, 0.0),
    ("synmass_24", 24, 0.0),
    ("synsfd_40", 40, 1e-7),
    ("synsfc_44", 44, 1e-6),
    ("track2s23_12", 12, 0.0),
    ("track2s25_12", 12, 0.0),
]
SEED = "00112233445566778899"


@pytest.fixture(scope="session")
def pools(oracle_data: Path) -> Path:
    return oracle_data / "selection"


@pytest.fixture(scope="session")
def published(pools: Path) -> dict[str, dict[str, str]]:
    with (pools / "expected_minimum.csv").open(newline="") as stream:
        return {row["pool"]: row for row in csv.DictReader(stream)}


def files(pools: Path, name: str) -> tuple[Path, Path]:
    return pools / name / "respondents.csv", pools / name / "categories.csv"


def test_no_published_pool_is_left_out(published: dict[str, dict[str, str]]) -> None:
    assert [(name, str(seats)) for name, seats, _ in POOLS] == [(name, row["seats"]) for name, row in published.items()]


@pytest.mark.parametrize(("name", "seats", "tolerance"), POOLS)
def test_the_minimum_is_the_published_one(
    pools: Path, published: dict[str, dict[str, str]], name: str, seats: int, tolerance: float
) -> None:
    lottery = find_lottery(read_question(*files(pools, name), seats), "maximin")
    if published[name]["exact"]:
        assert lottery.minimum == Fraction(published[name]["exact"])
    assert lottery.minimum_float == pytest.approx(
        float(published[name]["minimum_over_selectable"]), abs=tolerance or 1e-9
    )
    assert check_certificate(lottery.setting, lottery.certificate) == ("lottery", "levels", "barred", "optimal")


@pytest.mark.parametrize(("name", "seats", "tolerance"), POOLS)
def test_the_command_writes_the_published_minimum(
    pools: Path, published: dict[str, dict[str, str]], tmp_path: Path, name: str, seats: int, tolerance: float
) -> None:
    pool, quotas = files(pools, name)
    asked = ["select", "--pool", str(pool), "--quotas", str(quotas), "--seats", str(seats), "--objective", "maximin"]
    result = CliRunner().invoke(app, [*asked, "--seed", SEED, "--out", str(tmp_path), "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    expected = float(published[name]["minimum_over_selectable"])
    assert told["min_probability"] == pytest.approx(expected, abs=tolerance or 1e-9)
    assert published[name]["exact"] in ("", told["exact"])
    stated = [float(row["probability"]) for row in read_table(tmp_path / "probabilities.csv").rows]
    assert min(chance for chance in stated if chance) == pytest.approx(expected, abs=tolerance or 1e-9)
    assert sum(stated) == pytest.approx(seats)
    assert len(read_table(tmp_path / "cohort.csv").rows) == seats


def test_one_person_of_the_wide_pool_can_never_sit(pools: Path) -> None:
    assert len(find_lottery(read_question(*files(pools, "dvmxwide_60"), 60)).unselectable) == 1


@pytest.mark.parametrize(("name", "seats"), [("track2s23_12", 12), ("track2s25_12", 12), ("trap0_7", 7)])
def test_expected_files_agree(pools: Path, name: str, seats: int) -> None:
    expected = json.loads((pools / name / "expected.json").read_text())
    lottery = find_lottery(read_question(*files(pools, name), seats), "maximin")
    assert str(lottery.minimum) == expected["maximin"]


def test_the_trap_is_solved_to_every_level(pools: Path) -> None:
    expected = json.loads((pools / "trap0_7" / "expected.json").read_text())
    lottery = find_lottery(read_question(*files(pools, "trap0_7"), 7), "leximin")
    assert {person: str(chance) for person, chance in lottery.probabilities.items()} == expected["probability"]
    assert str(lottery.minimum) == expected["maximin"]
    assert list(lottery.unselectable) == expected["unselectable"]


def test_the_infeasible_pool_is_refused_with_its_reason(pools: Path) -> None:
    with pytest.raises(Refusals) as caught:
        find_lottery(read_question(*files(pools, "infeasible_sum_22"), 22))
    assert caught.value.each[0] == Refusal("lottery.minima_exceed_seats", feature="geo_bucket", total=24, seats=22)
    assert [refusal.code for refusal in caught.value.each[1:]] == ["lottery.repairs_together"]
