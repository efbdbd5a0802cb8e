"""Nash and suitability agree with trying every cohort, and say what they reached."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import (
    barred,
    brute_nash,
    brute_suitability,
    chances,
    questions,
    two_sides,
    valid_cohorts,
)
from tracktwo.methods.lottery import Person, Question, Quota, ask, check_certificate, find_lottery
from tracktwo.methods.record import Refusal

ALL = ("lottery", "levels", "barred", "optimal")


@settings(deadline=None, max_examples=25)
@given(questions())
def test_nash_agrees_with_trying_every_cohort(question: Question) -> None:
    lottery = find_lottery(question, "nash")
    best = brute_nash(valid_cohorts(question))
    assert lottery.value == pytest.approx(best, rel=1e-5)
    assert lottery.value <= lottery.bound <= lottery.value * (1 + 1e-7)
    assert best <= lottery.bound * (1 + 1e-12)
    assert lottery.proven == ("lottery", "levels", "barred", "bound")


@settings(deadline=None, max_examples=40)
@given(questions(), st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 3), Fraction(2, 3)]))
def test_suitability_agrees_with_trying_every_cohort(question: Question, floor: Fraction) -> None:
    best = brute_suitability(question, valid_cohorts(question), float(floor))
    try:
        lottery = find_lottery(question, "suitability", floor=floor)
    except Refusal as refusal:
        assert (refusal.code, best) == ("lottery.floor_too_high", None)
        return
    assert best is not None
    assert float(lottery.exact) == pytest.approx(best, abs=1e-7)
    assert lottery.proven == ALL
    assert all(
        chance >= floor for person, chance in lottery.probabilities.items() if person not in lottery.unselectable
    )


@settings(deadline=None, max_examples=30)
@given(questions(), st.sampled_from(["nash", "suitability"]))
def test_the_printed_list_gives_the_stated_chances(question: Question, objective: str) -> None:
    lottery = find_lottery(question, objective, floor=Fraction(0) if objective == "suitability" else None)
    counted = chances(lottery.cohorts, lottery.weights)
    assert set(lottery.cohorts) <= set(valid_cohorts(question))
    assert {person: counted.get(person, 0) for person in lottery.probabilities} == dict(lottery.probabilities)


def test_nash_lifts_those_whom_maximin_leaves_low() -> None:
    low, fair = find_lottery(two_sides(), "maximin"), find_lottery(two_sides(), "nash")
    assert fair.minimum_float <= low.minimum_float + 1e-9
    assert fair.minimum is None


def scored() -> Question:
    people = [
        Person(name, {"side": side}, (), Fraction(score))
        for name, side, score in (
            ("auk", "1", 5),
            ("crane", "1", 1),
            ("heron", "2", 2),
            ("ibis", "2", 4),
            ("jay", "2", 0),
        )
    ]
    return ask(people, [Quota("side", "1", 1, 1), Quota("side", "2", 1, 1)], 2)


def test_without_a_floor_the_best_scores_sit() -> None:
    lottery = find_lottery(scored(), "suitability", floor=Fraction(0))
    assert (lottery.cohorts, lottery.exact) == ((("auk", "ibis"),), 9)


def test_the_floor_is_paid_for_by_the_best_scored() -> None:
    lottery = find_lottery(scored(), "suitability", floor=Fraction(1, 10))
    assert lottery.probabilities == {
        "auk": Fraction(9, 10),
        "crane": Fraction(1, 10),
        "heron": Fraction(1, 10),
        "ibis": Fraction(4, 5),
        "jay": Fraction(1, 10),
    }
    assert lottery.exact == Fraction(45 + 1 + 2 + 32, 10)


def test_a_floor_nobody_can_promise_is_refused_with_the_highest() -> None:
    with pytest.raises(Refusal) as caught:
        find_lottery(scored(), "suitability", floor=Fraction(1, 2))
    assert caught.value == Refusal("lottery.floor_too_high", floor="1/2", most="0.333333")


def test_a_missing_score_is_refused() -> None:
    people = (replace(scored().people[0], score=None), *scored().people[1:])
    with pytest.raises(Refusal) as caught:
        find_lottery(replace(scored(), people=people), "suitability", floor=Fraction(0))
    assert caught.value == Refusal("lottery.score_missing", people=1)


@pytest.mark.parametrize(("objective", "claim"), [("nash", "bound"), ("suitability", "optimal")])
def test_altered_prices_of_a_goal_are_seen(objective: str, claim: str) -> None:
    lottery = find_lottery(scored(), objective, floor=Fraction(1, 10) if objective == "suitability" else None)
    goal = lottery.certificate.goal
    assert goal is not None
    dearer = replace(goal, prices=tuple(price * 2 + 1 for price in goal.prices))
    with pytest.raises(Refusal) as caught:
        check_certificate(lottery.setting, replace(lottery.certificate, goal=dearer))
    assert caught.value == Refusal("lottery.certificate", claim=claim)


def test_a_floor_claimed_higher_than_kept_is_seen() -> None:
    lottery = find_lottery(scored(), "suitability", floor=Fraction(1, 10))
    goal = replace(lottery.certificate.goal, floor=Fraction(1, 5))
    with pytest.raises(Refusal) as caught:
        check_certificate(lottery.setting, replace(lottery.certificate, goal=goal))
    assert caught.value == Refusal("lottery.certificate", claim="levels")


@pytest.mark.parametrize("objective", ["maximin", "nash"])
def test_work_used_up_leaves_a_stated_gap(objective: str) -> None:
    lottery = find_lottery(two_sides(), objective, rounds=0)
    assert lottery.bound >= lottery.value
    assert lottery.gap == lottery.bound - lottery.value
    assert find_lottery(two_sides(), objective).value <= lottery.bound + 1e-9


def test_nash_leaves_out_whoever_cannot_sit() -> None:
    lottery = find_lottery(barred(), "nash")
    assert lottery.value == pytest.approx((1 / 3 * 1 / 3 * 1 / 3 * 1 * 1) ** (1 / 5))
