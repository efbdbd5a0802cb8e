"""Exact binomial intervals against published ones and against their own definition."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import sentences
from tracktwo.methods.counts import binomial_tail, clopper_pearson, least_share
from tracktwo.methods.record import Refusal


@pytest.mark.parametrize(("hits", "trials", "low", "high"), [
    (81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776),
])  # fmt: skip
def test_newcombes_four_examples(hits: int, trials: int, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 5."""
    assert clopper_pearson(hits, trials) == pytest.approx((low, high), abs=5e-5)


def test_tail_of_ten_tosses_by_hand() -> None:
    """Nine or ten heads in ten tosses: (10 + 1) / 1024."""
    assert binomial_tail(9, 10) == Fraction(11, 1024)


@given(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))),
    st.sampled_from([0.8, 0.95]),
)
def test_each_end_is_where_the_observed_tail_has_the_stated_probability(pair: tuple[int, int], level: float) -> None:
    hits, trials = pair
    low, _ = clopper_pearson(hits, trials, level)
    assert float(binomial_tail(hits, trials, Fraction(low))) == pytest.approx((1 - level) / 2, rel=1e-6)
    bound = least_share(hits, trials, level)
    assert float(binomial_tail(hits, trials, Fraction(bound))) == pytest.approx(1 - level, rel=1e-6)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_counting_the_other_answer_mirrors_the_interval(pair: tuple[int, int]) -> None:
    hits, trials = pair
    low, high = clopper_pearson(hits, trials)
    assert clopper_pearson(trials - hits, trials) == pytest.approx((1 - high, 1 - low), abs=1e-9)
    assert low <= hits / trials <= high


@pytest.mark.parametrize(("hits", "trials", "level", "code"), [
    (3, 2, 0.95, "counts.not_a_share"), (-1, 2, 0.95, "counts.not_a_share"), (0, 0, 0.95,
    "counts.not_a_share"), (1, 2, 1.0, "counts.not_a_level"),
])  # fmt: skip
def test_what_is_no_share_is_refused(hits: int, trials: int, level: float, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        clopper_pearson(hits, trials, level)
    assert refused.value.code == code
    assert code in sentences()
