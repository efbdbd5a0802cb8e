"""Exact tests and intervals against published figures, hand counts and brute force."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from itertools import product
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tracktwo.data.refusals import sentences
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import (
    hodges_lehmann,
    noticed_of_100,
    sign_flip_p,
    signed_rank_interval,
    smallest_p,
    standardised_change,
)
from tracktwo.methods.relations.signedrank import signed_rank_counts

# Heights of crossed less self-fertilised maize, eighths of an inch: C. Darwin 1876, as in Fisher 1935,
# section 17.
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
# Depression scores of nine patients before and after: Hollander and Wolfe 1973, section 3.1, table 1.
BEFORE = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]

differences = st.lists(st.integers(-40, 40), min_size=1, max_size=10)
decimals = st.lists(st.decimals(-9, 9, places=2).map(float), min_size=1, max_size=8)


def flipped(values: list[int]) -> Fraction:
    """Two-sided p by writing out every pattern of signs."""
    sums = [
        sum(sign * value for sign, value in zip(signs, values, strict=True))
        for signs in product((1, -1), repeat=len(values))
    ]
    return Fraction(sum(abs(total) >= abs(sum(values)) for total in sums), len(sums))


def test_fishers_count_of_darwins_maize() -> None:
    """863 of 32,768 patterns reach the total of 314 eighths, as many its opposite (Fisher 1935, section 21)."""
    assert sign_flip_p(DARWIN) == Fraction(2 * 863, 32768)


def test_three_pairs_by_hand() -> None:
    """Differences 1, 2, -4 sum to -1; of +-1+-2+-4 all eight sums are odd and so at least 1 in size."""
    assert sign_flip_p([1, 2, -4]) == 1
    assert sign_flip_p([1, 2, 4]) == Fraction(2, 8)


def test_hollander_and_wolfes_estimate_and_interval() -> None:
    """Section 3.2 and 3.3: estimate -0.46, interval of 96.1 % from -0.786 to -0.010."""
    changes = [Fraction(str(after)) - Fraction(str(before)) for before, after in zip(BEFORE, AFTER, strict=True)]
    interval = signed_rank_interval(changes)
    assert hodges_lehmann(changes) == Fraction("-0.46")
    assert interval is not None
    assert (interval.low, interval.high) == (Fraction("-0.786"), Fraction("-0.010"))
    assert interval.coverage == 1 - Fraction(2 * 10, 512)


def test_signed_rank_counts_of_four_pairs_by_hand() -> None:
    assert signed_rank_counts(4) == [1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1]


@pytest.mark.oracle
def test_students_sleep_figures(oracle_data: Path) -> None:
    folder = oracle_data / "relations"
    rows = list(csv.DictReader((folder / "sleep_student1908.csv").open(encoding="utf-8")))
    published = json.loads((folder / "published_share.json").read_text("utf-8"))["sleep"]["match"]
    changes = [Fraction(row["a"]) - Fraction(row["b"]) for row in rows]
    t = standardised_change(changes) * sqrt(len(changes))
    assert float(sign_flip_p(changes)) == published["exact sign-flip p"]
    assert t == pytest.approx(published["paired t"], abs=5e-5)
    assert 2 * stats.t.sf(abs(t), len(changes) - 1) == pytest.approx(published["p"], abs=5e-7)


@given(differences)
def test_p_equals_every_pattern_written_out(values: list[int]) -> None:
    assert sign_flip_p(values) == flipped(values)


@given(decimals)
def test_decimals_are_taken_as_written(values: list[float]) -> None:
    assert sign_flip_p(values) == flipped([round(value * 100) for value in values])


@given(differences, st.integers(1, 50))
def test_p_knows_neither_direction_nor_unit_nor_order(values: list[int], unit: int) -> None:
    assert sign_flip_p([-unit * value for value in reversed(values)]) == sign_flip_p(values)


@given(differences)
def test_no_p_is_below_the_smallest_attainable(values: list[int]) -> None:
    changed = sum(value != 0 for value in values)
    assert smallest_p(changed) <= sign_flip_p(values) <= 1
    assert sign_flip_p([abs(value) for value in values]) == smallest_p(changed)


def test_exchangeable_waves_give_p_below_a_twentieth_at_most_a_twentieth_of_the_time() -> None:
    sizes = [1, 2, 3, 5, 8, 13, 21, 34]
    patterns = [[sign * size for sign, size in zip(signs, sizes, strict=True)] for signs in product((1, -1), repeat=8)]
    assert sum(sign_flip_p(pattern) <= Fraction(1, 20) for pattern in patterns) * 20 <= len(patterns)


@given(st.lists(st.integers(-30, 30), min_size=6, max_size=14))
def test_exchanging_the_waves_mirrors_estimate_and_interval(values: list[int]) -> None:
    there, back = signed_rank_interval(values), signed_rank_interval([-value for value in values])
    assert there is not None
    assert back is not None
    assert (back.low, back.high, back.coverage) == (-there.high, -there.low, there.coverage)
    assert hodges_lehmann([-value for value in values]) == -hodges_lehmann(values)
    assert there.low <= hodges_lehmann(values) <= there.high


@pytest.mark.parametrize("centre", [0, 7])
def test_the_interval_covers_as_often_as_it_says(centre: int) -> None:
    """Over all 2**8 sign patterns around the true change, the share of intervals that contain it."""
    sizes = [1, 2, 4, 8, 16, 32, 64, 128]
    intervals = [
        signed_rank_interval([centre + s * size for s, size in zip(signs, sizes, strict=True)])
        for signs in product((1, -1), repeat=8)
    ]
    shown = [interval for interval in intervals if interval is not None]
    covering = sum(interval.low <= centre <= interval.high for interval in shown)
    assert {interval.coverage for interval in shown} == {Fraction(covering, 256)}


def test_up_to_five_pairs_there_is_no_interval() -> None:
    shown = [n for n in range(1, 9) if signed_rank_interval(list(range(1, n + 1))) is not None]
    assert shown == [6, 7, 8]


def test_five_pairs_can_never_reach_a_twentieth() -> None:
    assert [smallest_p(n) for n in (5, 6)] == [Fraction(1, 16), Fraction(1, 32)]


@pytest.mark.parametrize("pairs", [6, 12, 20])
def test_the_power_table_agrees_with_a_fresh_simulation(pairs: int) -> None:
    chance = np.random.default_rng(7)
    draws = chance.normal(0.8, 1, (40_000, pairs))
    ranks = np.argsort(np.argsort(np.abs(draws), axis=1), axis=1) + 1
    statistic = (ranks * (draws > 0)).sum(axis=1)
    tail = np.cumsum(signed_rank_counts(pairs)) / 2**pairs
    critical = int(np.flatnonzero(2 * tail <= 0.05).max())
    top = pairs * (pairs + 1) // 2
    share = 100 * float(np.mean((statistic <= critical) | (statistic >= top - critical)))
    assert noticed_of_100(pairs) == pytest.approx(share - 0.5, abs=1.3)


def test_twelve_pairs_notice_a_large_change_in_66_of_100() -> None:
    assert [noticed_of_100(pairs) for pairs in (5, 12, 40, 400)] == [0, 66, 99, 99]


def test_more_people_never_notice_less() -> None:
    noticed = [noticed_of_100(pairs) for pairs in range(50)]
    assert noticed == sorted(noticed)


def test_twenty_irregular_pairs_are_still_exact() -> None:
    sizes = [3**k for k in range(20)]
    assert sign_flip_p(sizes) == Fraction(2, 2**20)


@pytest.mark.parametrize(
    ("values", "code"), [([], "relations.no_pairs"), ([3**k for k in range(21)], "relations.too_fine")]
)
def test_what_cannot_be_computed_exactly_is_refused(values: list[int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        sign_flip_p(values)
    assert refused.value.code == code
    assert code in sentences()


def test_a_change_without_spread_has_no_standardised_size() -> None:
    assert standardised_change([0, 0, 0]) == 0.0
    with pytest.raises(Refusal) as refused:
        standardised_change([2, 2, 2])
    assert refused.value == Refusal("relations.alike", pairs=3)
