"""Ten and twenty thousand draws: no quota is ever broken, and people are drawn as often as stated."""

from __future__ import annotations

from collections import Counter

import pytest
from scipy.stats import chi2

from tests.methods.lottery.cast import barred, two_sides
from tracktwo.methods.lottery import Lottery, Question, check_cohort, draw_index, find_lottery, round_uniform

# A fixed list of seeds: the test says the same today and tomorrow.
SEEDS = [number.to_bytes(8, "big") for number in range(20_000)]


@pytest.fixture(scope="module")
def lottery() -> Lottery:
    return find_lottery(two_sides(), "leximin")


@pytest.fixture(scope="module")
def drawn(lottery: Lottery) -> Counter[int]:
    return Counter(draw_index(lottery.weights, seed)[0] for seed in SEEDS)


@pytest.mark.parametrize(("question", "objective"), [(two_sides(), "nash"), (barred(), "leximin")])
def test_ten_thousand_draws_never_break_a_quota(question: Question, objective: str) -> None:
    found = find_lottery(question, objective)
    drawn = {draw_index(found.weights, seed)[0] for seed in SEEDS[:10_000]}
    assert drawn
    assert [check_cohort(question, found.cohorts[index]) for index in sorted(drawn)] == [[]] * len(drawn)


def test_a_uniform_list_never_breaks_a_quota(lottery: Lottery) -> None:
    assert not any(check_cohort(two_sides(), cohort) for cohort in round_uniform(lottery, 1_000).cohorts)


def test_cohorts_are_drawn_as_often_as_they_weigh(lottery: Lottery, drawn: Counter[int]) -> None:
    total = sum(lottery.weights)
    expected = [len(SEEDS) * weight / total for weight in lottery.weights]
    distance = sum((drawn[index] - mean) ** 2 / mean for index, mean in enumerate(expected))
    assert distance < chi2.ppf(0.999, len(expected) - 1)


def test_people_are_drawn_as_often_as_stated(lottery: Lottery, drawn: Counter[int]) -> None:
    counted: Counter[str] = Counter()
    for index, times in drawn.items():
        counted.update(dict.fromkeys(lottery.cohorts[index], times))
    for person, chance in lottery.probabilities.items():
        mean, spread = len(SEEDS) * chance, (len(SEEDS) * chance * (1 - chance)) ** 0.5
        assert abs(counted[person] - mean) <= 4 * spread


def test_the_test_would_see_a_wrong_draw(lottery: Lottery) -> None:
    counted = Counter(int.from_bytes(seed, "big") % len(lottery.weights) for seed in SEEDS)
    total = sum(lottery.weights)
    expected = [len(SEEDS) * weight / total for weight in lottery.weights]
    distance = sum((counted[index] - mean) ** 2 / mean for index, mean in enumerate(expected))
    assert distance > chi2.ppf(0.999, len(expected) - 1)
