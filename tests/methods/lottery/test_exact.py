"""Exact linear algebra, the wrap-around spread, and the seeded draw."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import chances, two_sides, valid_cohorts
from tracktwo.methods.lottery import draw_alternates, draw_index, find_lottery, read_seed
from tracktwo.methods.lottery.draw import Stream
from tracktwo.methods.lottery.exact import solve_exactly
from tracktwo.methods.lottery.kinds import Kind, Setting
from tracktwo.methods.lottery.spread import spread_people
from tracktwo.methods.record import Refusal

matrices = st.integers(1, 6).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.integers(-40, 40), min_size=n, max_size=n), min_size=n, max_size=n),
        st.lists(st.integers(-(10**30), 10**30), min_size=n, max_size=n),
    )
)


@settings(deadline=None)
@given(matrices)
def test_a_system_is_solved_exactly_or_not_at_all(system: tuple[list[list[int]], list[int]]) -> None:
    matrix, right = system
    found = solve_exactly(np.array(matrix, dtype=np.int64), right)
    if abs(np.linalg.det(np.array(matrix, dtype=float))) > 1e-3:
        assert found is not None
    if found is not None:
        assert [sum(a * x for a, x in zip(row, found, strict=True)) for row in matrix] == right


def test_a_singular_system_has_no_solution() -> None:
    assert solve_exactly(np.array([[1, 2], [2, 4]]), [1, 2]) is None


def test_a_system_that_needs_more_digits_than_allowed_is_given_up() -> None:
    assert solve_exactly(np.array([[3]]), [10**80], digits=4) is None
    assert solve_exactly(np.array([[3]]), [10**80]) == [Fraction(10**80, 3)]


sized = st.lists(st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), min_size=1, max_size=4)


@given(sized)
def test_wrapping_around_gives_everybody_of_a_kind_the_same(kinds: list[tuple[int, int]]) -> None:
    people = tuple(Kind(tuple(f"{k}-{p}" for p in range(size))) for k, (size, _) in enumerate(kinds))
    setting = Setting(people, (), sum(seated for _, seated in kinds))
    cohorts, weights = spread_people(setting, (tuple(seated for _, seated in kinds),), (Fraction(1),))
    assert {len(set(cohort)) for cohort in cohorts} == {setting.seats}
    counted = chances(cohorts, weights)
    for kind, (size, seated) in zip(people, kinds, strict=True):
        assert {counted.get(person, Fraction(0)) for person in kind.people} == {Fraction(seated, size)}


def test_the_stream_is_the_documented_one() -> None:
    seed = bytes(range(16))
    first = hmac.new(seed, b"label" + (0).to_bytes(8, "big"), hashlib.sha256).digest()
    second = hmac.new(seed, b"label" + (1).to_bytes(8, "big"), hashlib.sha256).digest()
    stream = Stream(seed, "label")
    assert bytes(stream.below(256) for _ in range(64)) == first + second


def test_a_known_seed_draws_a_known_index() -> None:
    # Below 10 takes the low four bits of a byte at a time, passing over 10 to 15.
    block = hmac.new(b"12345678", b"tracktwo/draw/cohort" + bytes(8), hashlib.sha256).digest()
    tickets = [byte & 15 for byte in block if byte & 15 < 10]
    assert draw_index([1, 2, 3, 4], b"12345678") == ([0, 1, 1, 2, 2, 2, 3, 3, 3, 3][tickets[0]], tickets[0])


def test_one_cohort_alone_is_always_drawn() -> None:
    assert draw_index([1], b"12345678") == (0, 0)


def test_the_draw_is_as_frequent_as_the_weights() -> None:
    drawn = Counter(draw_index([1, 2, 5], seed.to_bytes(8, "big"))[0] for seed in range(4_000))
    # Four standard deviations of a binomial count.
    for index, share in enumerate((1 / 8, 2 / 8, 5 / 8)):
        assert drawn[index] == pytest.approx(4_000 * share, abs=4 * (4_000 * share * (1 - share)) ** 0.5)


@given(st.integers(1, 10**40), st.binary(min_size=8, max_size=32))
def test_an_index_stays_below_its_size(size: int, seed: bytes) -> None:
    assert 0 <= Stream(seed, "x").below(size) < size


@pytest.mark.parametrize("text", ["", "12", "xyz", "1234567", "12 34 56 78 12 34 56 78", "123456789012345"])
def test_short_odd_and_foreign_seeds_are_refused(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_seed(text)
    assert caught.value.code == "lottery.seed"


def test_a_seed_is_read_in_either_case() -> None:
    assert read_seed("00aaBB1122334455") == bytes.fromhex("00aabb1122334455")


def test_an_alternate_keeps_every_quota_of_the_one_replaced() -> None:
    lottery = find_lottery(two_sides())
    question = two_sides()
    side = {person.id: (person.features["side"], person.features["craft"]) for person in question.people}
    for cohort in lottery.cohorts:
        for leaving, coming in draw_alternates(lottery.setting, cohort, b"12345678"):
            if coming is not None:
                swapped = [side[p] for p in cohort if p != leaving] + [side[coming]]
                assert coming not in cohort
                assert sorted(s for s, _ in swapped) == ["1", "1", "2", "2"]
                assert [c for _, c in swapped].count("a") == 1


def test_every_fitting_alternate_is_drawn_by_some_seed() -> None:
    lottery = find_lottery(two_sides())
    cohort = lottery.cohorts[0]
    drawn = [
        {draw_alternates(lottery.setting, cohort, seed.to_bytes(8, "big"))[seat][1] for seed in range(40)}
        for seat in range(4)
    ]
    assert [len(names) for names in drawn] == [len(fitting(cohort, leaving)) or 1 for leaving in cohort]


def fitting(cohort: tuple[str, ...], leaving: str) -> list[str]:
    valid = {frozenset(other) for other in valid_cohorts(two_sides())}
    outside = {person.id for person in two_sides().people} - set(cohort)
    return [coming for coming in outside if frozenset(cohort) - {leaving} | {coming} in valid]
