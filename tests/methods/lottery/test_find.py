"""The lottery: as fair as trying everything says, whatever the order of rows, refused with reasons otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import (
    BIRDS,
    barred,
    brute_leximin,
    brute_maximin,
    chances,
    contradiction,
    excluding,
    pose,
    questions,
    two_sides,
    valid_cohorts,
)
from tracktwo.data.refusals import say
from tracktwo.methods.lottery import OBJECTIVES, Lottery, Person, Question, ask, find_lottery
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.methods.solver import Limits


@settings(deadline=None, max_examples=80)
@given(questions())
def test_maximin_agrees_with_trying_every_cohort(question: Question) -> None:
    cohorts = valid_cohorts(question)
    lottery = find_lottery(question, "maximin")
    assert float(lottery.minimum) == pytest.approx(brute_maximin(cohorts), abs=1e-9)
    assert lottery.proven == ("lottery", "levels", "barred", "optimal")
    assert set(lottery.cohorts) <= set(cohorts)


@settings(deadline=None, max_examples=25)
@given(questions())
def test_leximin_agrees_with_trying_every_cohort(question: Question) -> None:
    cohorts = valid_cohorts(question)
    lottery = find_lottery(question, "leximin")
    found = sorted(float(chance) for chance in lottery.probabilities.values() if chance)
    assert found == pytest.approx(brute_leximin(cohorts), abs=1e-6)
    assert lottery.proven == ("lottery", "levels", "barred", "optimal")


@settings(deadline=None, max_examples=25)
@given(questions())
def test_whoever_is_in_no_valid_cohort_is_named(question: Question) -> None:
    cohorts = valid_cohorts(question)
    sitting = {person for cohort in cohorts for person in cohort}
    everybody = {person.id for person in question.people}
    assert set(find_lottery(question).unselectable) == everybody - sitting


@settings(deadline=None, max_examples=25)
@given(questions())
def test_the_printed_list_gives_everybody_the_stated_chance(question: Question) -> None:
    lottery = find_lottery(question, "leximin")
    counted = chances(lottery.cohorts, lottery.weights)
    assert {person: counted.get(person, 0) for person in lottery.probabilities} == dict(lottery.probabilities)


@settings(deadline=None, max_examples=25)
@given(questions())
def test_people_alike_have_the_same_chance(question: Question) -> None:
    lottery = find_lottery(question, "maximin")
    for kind in lottery.setting.kinds:
        assert len({lottery.probabilities[person] for person in kind.people}) == 1


@settings(deadline=None, max_examples=25)
@given(questions(answerable=False))
def test_an_empty_choice_is_refused_and_a_repair_named_holds(question: Question) -> None:
    assume(not valid_cohorts(question))
    with pytest.raises(Refusals) as caught:
        find_lottery(question)
    assert all(say(refusal) for refusal in caught.value.each)
    for refusal in caught.value.each:
        if refusal.code == "lottery.repair":
            assert valid_cohorts(repaired(question, refusal))


def repaired(question: Question, refusal: Refusal) -> Question:
    minimum, maximum = map(int, str(refusal.params["change"]).split("–"))
    quotas = [
        replace(quota, minimum=minimum, maximum=maximum) if quota.said() == refusal.params["quota"] else quota
        for quota in question.quotas
    ]
    return ask(question.people, quotas, question.seats)


def test_the_trap_of_the_relaxation_is_seen() -> None:
    lottery = find_lottery(excluding(), "leximin")
    assert lottery.levels == (Fraction(1, 3), Fraction(1))
    assert lottery.proven == ("lottery", "levels", "barred", "optimal")


def test_levels_rise() -> None:
    levels = find_lottery(two_sides(), "leximin").levels
    assert list(levels) == sorted(levels)
    assert len(levels) > 1


def test_somebody_who_can_never_sit_does_not_lower_the_minimum() -> None:
    lottery = find_lottery(barred())
    assert lottery.unselectable == (BIRDS[5],)
    assert lottery.minimum == Fraction(1, 3)


def test_a_household_sits_once() -> None:
    question = pose([{"side": "1"}] * 4, [("side", "1", 0, 4)], 2, auk="nest", bittern="nest")
    lottery = find_lottery(question)
    assert not any({"auk", "bittern"} <= set(cohort) for cohort in lottery.cohorts)
    assert lottery.minimum == Fraction(1, 2)


def test_a_contradiction_names_its_quotas_and_each_repair() -> None:
    with pytest.raises(Refusals) as caught:
        find_lottery(contradiction())
    assert caught.value.each == (
        Refusal("lottery.quotas_conflict", quotas="craft = b: 2–4; side = 1: 3–4"),
        Refusal("lottery.repair", quota="craft = b: 2–4", change="1–4"),
        Refusal("lottery.repair", quota="side = 1: 3–4", change="2–4"),
    )


def test_minima_beyond_the_seats_are_counted_out_first() -> None:
    question = pose([{"side": "1"}, {"side": "2"}], [("side", "1", 1, 1), ("side", "2", 1, 1)], 1)
    with pytest.raises(Refusals) as caught:
        find_lottery(question)
    assert caught.value.each[0] == Refusal("lottery.minima_exceed_seats", feature="side", total=2, seats=1)


def test_a_household_too_many_is_said() -> None:
    question = pose([{"side": "1"}] * 2, [("side", "1", 0, 2)], 2, auk="nest", bittern="nest")
    with pytest.raises(Refusals) as caught:
        find_lottery(question)
    assert caught.value.each == (Refusal("lottery.groups_conflict", seats=2),)


def test_flexibility_limits_the_repairs() -> None:
    question = contradiction()
    quotas = [replace(quota, least=quota.minimum if quota.value == "1" else 0, most=4) for quota in question.quotas]
    with pytest.raises(Refusals) as caught:
        find_lottery(ask(question.people, quotas, question.seats))
    assert caught.value.each[1:] == (Refusal("lottery.repair", quota="craft = b: 2–4", change="1–4"),)


def test_an_unknown_objective_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        find_lottery(two_sides(), "fairest")
    assert caught.value.code == "lottery.objective"


def test_a_stop_is_obeyed() -> None:
    with pytest.raises(Refusal) as caught:
        find_lottery(two_sides(), limits=Limits(stop=lambda: True))
    assert caught.value.code == "lottery.stopped"


def test_work_used_up_leaves_a_true_lottery_with_its_gap() -> None:
    lottery = find_lottery(two_sides(), rounds=0)
    assert lottery.minimum is None
    assert lottery.minimum_float + lottery.gap == pytest.approx(lottery.bound)
    assert lottery.bound >= brute_maximin(valid_cohorts(two_sides())) - 1e-9
    counted = chances(lottery.cohorts, lottery.weights)
    assert float(min(counted.values())) == lottery.minimum_float


def test_leximin_left_open_is_refused_rather_than_passed_off() -> None:
    with pytest.raises(Refusal) as caught:
        find_lottery(two_sides(), "leximin", rounds=0)
    assert caught.value == Refusal("lottery.leximin_open", stages=0)


def scored(question: Question) -> Question:
    """Everybody with a score, for the objective that asks for one."""
    people = [replace(one, score=Fraction(place % 5)) for place, one in enumerate(question.people)]
    return replace(question, people=tuple(people))


def find_by(objective: str, question: Question) -> Lottery:
    if objective != "suitability":
        return find_lottery(question, objective)
    return find_lottery(question, objective, floor=Fraction(0))


@pytest.mark.parametrize("objective", OBJECTIVES)
@settings(deadline=None, max_examples=10)
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(objective: str, question: Question, chance: object) -> None:
    question = scored(question)
    people, quotas = list(question.people), list(question.quotas)
    chance.shuffle(people)
    chance.shuffle(quotas)
    shuffled = ask(people, quotas, question.seats, fixed=question.fixed)
    assert find_by(objective, shuffled) == find_by(objective, question)


def test_other_names_have_the_same_chances() -> None:
    question = two_sides()
    trees = dict(
        zip(BIRDS, ("yew", "rowan", "pine", "oak", "maple", "larch", "holly", "elm", "beech", "alder"), strict=True)
    )
    renamed = ask([Person(trees[person.id], person.features) for person in question.people], question.quotas, 4)
    first, second = find_lottery(question, "leximin"), find_lottery(renamed, "leximin")
    assert {trees[person]: chance for person, chance in first.probabilities.items()} == dict(second.probabilities)


def test_another_hash_seed_gives_the_same_bytes_for_every_objective() -> None:
    told = "import sys; sys.path[:0] = sys.argv[1:]; from tests.methods.lottery.cast import two_sides;"
    told += "from tests.methods.lottery.test_find import OBJECTIVES, find_by, scored;"
    told += "found = [find_by(one, scored(two_sides())) for one in OBJECTIVES];"
    told += "print([(x.cohorts, x.weights, x.certificate) for x in found])"
    outputs = [
        subprocess.run(
            [sys.executable, "-c", told, *(path for path in sys.path if path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    ]
    assert len(outputs[0]) > 100
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.parametrize("seats", [0, -1, 9])
def test_impossible_numbers_of_seats_are_refused(seats: int) -> None:
    with pytest.raises(Refusals) as caught:
        ask(two_sides().people, two_sides().quotas, seats)
    assert caught.value.each == (Refusal("lottery.seats", seats=seats, people=8),)


def test_every_fault_of_a_question_is_told_at_once() -> None:
    auk = Person("auk", {"side": "3"})
    with pytest.raises(Refusals) as caught:
        pose([{"side": "1"}], [("side", "1", 2, 1), ("side", "1", 0, 1), ("age", "x", 0, 1)], 1)
    assert [refusal.code for refusal in caught.value.each] == [
        "lottery.feature_missing",
        "lottery.quota_reversed",
        "lottery.quota_repeated",
    ]
    with pytest.raises(Refusals) as caught:
        ask([auk, auk], two_sides().quotas[-2:], 1)
    assert [refusal.code for refusal in caught.value.each] == ["lottery.person_repeated", "lottery.value_without_quota"]
