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
from tracktwo.methods.lottery.exact import solve_both, solve_exactly
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


@pytest.mark.parametrize("size", [1, 63, 64, 65, 150])
def test_values_and_duals_come_from_one_inverse_however_many_blocks_it_takes(size: int) -> None:
    place = np.arange(size)
    matrix = np.eye(size, dtype=np.int64)[(place * 7 + 3) % size if size % 7 else place] * 2
    matrix[:, -1] += place % 5 + 1
    found = solve_both(matrix, list(range(size)), [1] * size)
    assert found is not None
    values, duals = found
    rows, columns = matrix.tolist(), matrix.T.tolist()
    assert [sum(a * x for a, x in zip(row, values, strict=True)) for row in rows] == list(range(size))
    assert [sum(a * y for a, y in zip(column, duals, strict=True)) for column in columns] == [1] * size


def test_of_a_singular_matrix_neither_values_nor_duals_come() -> None:
    assert solve_both(np.ones((70, 70), dtype=np.int64), [1] * 70, [1] * 70) is None


def test_a_system_that_needs_more_digits_than_allowed_is_given_up() -> None:
    assert solve_exactly(np.array([[3]]), [10**80], digits=4) is None
    assert solve_exactly(np.array([[3]]), [10**80]) == [Fraction(10**80, 3)]


@st.composite
def lotteries(draw: st.DrawFn) -> tuple[Setting, tuple[tuple[int, ...], ...], tuple[Fraction, ...]]:
    """Kinds of one to seven people, and a lottery over a few ways to seat half of them."""
    sizes = draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))
    people = tuple(Kind(tuple(f"{k}-{p}" for p in range(size))) for k, size in enumerate(sizes))
    everybody = [k for k, size in enumerate(sizes) for _ in range(size)]
    setting = Setting(people, (), len(everybody) // 2)
    orders = draw(st.lists(st.permutations(everybody), min_size=1, max_size=5))
    seatings = tuple(tuple(order[: setting.seats].count(k) for k in range(len(sizes))) for order in orders)
    parts = draw(st.lists(st.integers(1, 9), min_size=len(orders), max_size=len(orders)))
    return setting, seatings, tuple(Fraction(part, sum(parts)) for part in parts)


@given(lotteries())
def test_everybody_of_a_kind_sits_as_often_and_no_seating_is_made_up(
    lottery: tuple[Setting, tuple[tuple[int, ...], ...], tuple[Fraction, ...]],
) -> None:
    setting, seatings, shares = lottery
    cohorts, weights = spread_people(setting, seatings, shares)
    assert {len(set(cohort)) for cohort in cohorts} == {setting.seats}
    assert {seat(setting, cohort) for cohort in cohorts} == set(seatings)
    counted = chances(cohorts, weights)
    for place, kind in enumerate(setting.kinds):
        mean = sum(share * seating[place] for share, seating in zip(shares, seatings, strict=True))
        assert {counted.get(person, Fraction(0)) for person in kind.people} == {mean / kind.size}


@given(lotteries())
def test_there_are_no_more_cohorts_than_seatings_and_people(
    lottery: tuple[Setting, tuple[tuple[int, ...], ...], tuple[Fraction, ...]],
) -> None:
    setting, seatings, shares = lottery
    assert len(spread_people(setting, seatings, shares)[0]) <= len(seatings) + sum(setting.sizes)


def seat(setting: Setting, cohort: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(len(set(kind.people).intersection(cohort)) for kind in setting.kinds)


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
