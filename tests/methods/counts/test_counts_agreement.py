"""Krippendorff's alpha against the examples he published, by hand, and as properties."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.counts import INTERVAL, NOMINAL, ORDINAL, agreement
from tracktwo.methods.counts.agreement import LEVELS
from tracktwo.methods.record import Refusal


def units(*observers: str) -> list[list[int | None]]:
    """Columns of the published tables: one line an observer, a full stop where nothing was seen."""
    lines = [[None if sign == "." else ord(sign) for sign in line.replace(" ", "")] for line in observers]
    return [list(column) for column in zip(*lines, strict=True)]


# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C.
TWO_BINARY = units("0100000010", "1110010000")
TWO_NOMINAL = units("aabbdcccedda", "babbbccceddd")
FOUR_WITH_GAPS = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(("example", "scale", "alpha"), [
    (TWO_BINARY, NOMINAL, 0.095), (TWO_NOMINAL, NOMINAL, 0.692),
    (FOUR_WITH_GAPS, NOMINAL, 0.743), (FOUR_WITH_GAPS, ORDINAL, 0.815), (FOUR_WITH_GAPS, INTERVAL, 0.849),
])  # fmt: skip
def test_krippendorffs_own_examples(example: list[list[int | None]], scale: str, alpha: float) -> None:
    assert float(agreement(example, scale).alpha) == pytest.approx(alpha, abs=5e-4)


def test_a_unit_that_one_observer_saw_alone_is_not_counted() -> None:
    found = agreement(FOUR_WITH_GAPS)
    assert (found.units, found.values) == (11, 40)


def test_two_nominees_by_hand() -> None:
    """0,0 and 0,4: observed 2*16, expected 2*3*1*16, n = 4; 1 - 3 * 32 / 96."""
    assert agreement([[0, 0], [0, 4]], INTERVAL).alpha == Fraction(0)


def test_where_nothing_varies_there_is_no_alpha() -> None:
    assert (agreement([[3, 3]] * 8).alpha, agreement([]).alpha) == (None, None)


def test_complete_agreement_is_one_and_its_spread_says_nothing() -> None:
    found = agreement([[score, score] for score in (0, 1, 2, 3, 4, 2)])
    assert (found.alpha, found.low, found.high) == (1, None, None)


def test_fewer_than_five_units_have_no_interval() -> None:
    assert agreement([[0, 1], [3, 4], [1, 1], [2, 4]]).low is None


scores = st.lists(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=2, max_size=4), max_size=9)


@given(scores, st.sampled_from(LEVELS), st.randoms(use_true_random=False))
def test_neither_the_order_of_nominees_nor_that_of_assessors_matters(
    given_scores: list[list[int | None]], scale: str, shuffler: Random
) -> None:
    shuffled = [shuffler.sample(unit, len(unit)) for unit in shuffler.sample(given_scores, len(given_scores))]
    assert agreement(shuffled, scale).alpha == agreement(given_scores, scale).alpha


@given(scores, st.sampled_from(LEVELS))
def test_alpha_never_passes_one_and_lies_in_its_interval(given_scores: list[list[int | None]], scale: str) -> None:
    found = agreement(given_scores, scale)
    assert found.alpha is None or found.alpha <= 1
    if found.low is not None:
        assert found.low <= float(found.alpha) + 1e-9 and float(found.alpha) <= found.high + 1e-9 and found.high <= 1


@given(scores, st.integers(1, 5), st.integers(-3, 3))
def test_a_ruler_in_other_units_changes_nothing(given_scores: list[list[int | None]], factor: int, shift: int) -> None:
    moved = [[None if one is None else factor * one + shift for one in unit] for unit in given_scores]
    assert [agreement(moved, scale).alpha for scale in LEVELS] == [
        agreement(given_scores, scale).alpha for scale in LEVELS
    ]


@given(scores)
def test_only_the_order_of_values_matters_on_an_ordinal_scale(given_scores: list[list[int | None]]) -> None:
    stretched = [[None if one is None else one**3 for one in unit] for unit in given_scores]
    assert agreement(stretched, ORDINAL).alpha == agreement(given_scores, ORDINAL).alpha


@given(scores, st.sampled_from(LEVELS))
def test_what_was_not_scored_twice_says_nothing(given_scores: list[list[int | None]], scale: str) -> None:
    assert agreement([*given_scores, [2, None], [None, None]], scale) == agreement(given_scores, scale)


def test_the_interval_covers_as_often_as_it_says() -> None:
    """Two assessors, twenty nominees, alpha of the model 0.598 (twenty times 2,000 nominees): 60 rounds."""
    chance = Random(11)

    def scored(leaning: float) -> int:
        return min(4, max(0, round(leaning + 0.8 * chance.gauss(0, 1))))

    def a_round() -> bool:
        leanings = [2 + 1.1 * chance.gauss(0, 1) for _nominee in range(20)]
        found = agreement([[scored(one), scored(one)] for one in leanings])
        return found.low is not None and found.low <= 0.598 <= found.high

    covered = sum(a_round() for _round in range(60))
    assert covered >= 52  # 95 % of 60 is 57; three standard deviations below


@pytest.mark.parametrize(("scale", "level", "code"), [
    ("ratio", 0.95, "counts.not_a_scale"), (ORDINAL, 1.0, "counts.not_a_level"),
])  # fmt: skip
def test_what_it_cannot_answer_it_refuses(scale: str, level: float, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        agreement([[1, 2]], scale, level)
    assert refused.value.code == code
