"""Every reference pool through the page: the CSV door, the quotas, the computation, the explanation."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.steps.select.given import coming_workshop, compute_on_page, practice_pool, url
from tracktwo.foundation.jobs.queries import latest
from tracktwo.steps.select.models import Cohort

pytestmark = [pytest.mark.oracle, pytest.mark.django_db]

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
SHUFFLED = [(name, seats) for name, seats, _ in POOLS if seats <= 24]


@pytest.fixture(scope="session")
def place(oracle_data: Path) -> Path:
    return oracle_data / "selection"


@pytest.fixture(scope="session")
def published(place: Path) -> dict[str, dict[str, str]]:
    with (place / "expected_minimum.csv").open(newline="") as stream:
        return {row["pool"]: row for row in csv.DictReader(stream)}


def files(place: Path, name: str) -> dict[str, bytes]:
    return {
        "pool": (place / name / "respondents.csv").read_bytes(),
        "quotas": (place / name / "categories.csv").read_bytes(),
    }


def on_page(cast: Cast, sent: dict[str, bytes], seats: int, objective: str = "maximin") -> Cohort:
    return compute_on_page(cast, practice_pool(cast, coming_workshop(cast), seats=seats, **sent), objective)


def shuffle(content: bytes, seed: int) -> bytes:
    """The same rows in another order; no cell of these files holds a line break."""
    header, *rows = content.decode("utf-8-sig").splitlines()
    random.Random(seed).shuffle(rows)  # noqa: S311 - an order, not a secret
    return "\n".join([header, *rows, ""]).encode()


def test_no_published_pool_is_left_out(published: dict[str, dict[str, str]]) -> None:
    assert [(name, str(seats)) for name, seats, _ in POOLS] == [(name, row["seats"]) for name, row in published.items()]


@pytest.mark.parametrize(("name", "seats", "tolerance"), POOLS)
def test_the_page_gives_the_published_minimum(
    cast: Cast, place: Path, published: dict[str, dict[str, str]], name: str, seats: int, tolerance: float
) -> None:
    cohort = on_page(cast, files(place, name), seats)
    expected, page = published[name], cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    assert cohort.result["min_probability"] == pytest.approx(
        float(expected["minimum_over_selectable"]), abs=tolerance or 1e-9
    )
    assert expected["exact"] in {"", cohort.result["exact"]}
    assert f"Least chance {expected['exact'] or ''}" in page
    assert len(cohort.result["cohort"]) == seats


@pytest.mark.parametrize(("name", "seats"), SHUFFLED)
def test_the_order_of_rows_changes_no_byte_of_the_proof(cast: Cast, place: Path, name: str, seats: int) -> None:
    sent = files(place, name)
    workshop = coming_workshop(cast)
    proofs = {
        compute_on_page(cast, practice_pool(cast, workshop, seats=seats, **each)).proof
        for each in (sent, {part: shuffle(content, seed) for seed, (part, content) in enumerate(sent.items())})
    }
    assert len(proofs) == 1


@pytest.mark.parametrize(("name", "seats"), [("track2s23_12", 12), ("track2s25_12", 12), ("trap0_7", 7)])
def test_the_expected_files_agree(cast: Cast, place: Path, name: str, seats: int) -> None:
    expected = json.loads((place / name / "expected.json").read_text())
    assert on_page(cast, files(place, name), seats).result["exact"] == expected["maximin"]


def test_the_trap_is_solved_person_by_person(cast: Cast, place: Path) -> None:
    expected = json.loads((place / "trap0_7" / "expected.json").read_text())
    cohort = on_page(cast, files(place, "trap0_7"), 7, "leximin")
    assert cohort.result["chances"] == expected["probability"]
    assert (cohort.result["exact"], cohort.result["unselectable"]) == (expected["maximin"], expected["unselectable"])


def test_whom_no_cohort_can_contain_is_said_before_the_draw(cast: Cast, place: Path) -> None:
    cohort = on_page(cast, files(place, "dvmxwide_60"), 60)
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    assert (len(cohort.result["unselectable"]), "1 person cannot be in any cohort" in page) == (1, True)


def test_the_infeasible_pool_is_refused_on_its_page_with_the_sums(cast: Cast, place: Path) -> None:
    cohort = on_page(cast, files(place, "infeasible_sum_22"), 22)
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    codes = [refusal.code for refusal in latest("select.compute_cohort", cohort.pk).refusal.each]
    assert codes == ["lottery.minima_exceed_seats", "lottery.repairs_together"]
    assert "The minima of geo_bucket add up to 24, which is more than the 22 seats" in page
