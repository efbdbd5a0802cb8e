"""What stands around a lottery: uniform lists, replacements, cohorts by hand, the price of quotas."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import barred, brute_maximin, questions, two_sides, valid_cohorts
from tracktwo.methods.lottery import (
    Person,
    Question,
    Quota,
    Returning,
    ask,
    ask_replacement,
    can_complete,
    check_cohort,
    find_lottery,
    list_addable,
    price_quotas,
    round_uniform,
)
from tracktwo.methods.record import Refusal, Refusals


@settings(deadline=None, max_examples=40)
@given(questions(), st.sampled_from([1, 7, 100]))
def test_a_uniform_list_holds_valid_cohorts_and_states_its_change(question: Question, m: int) -> None:
    lottery = find_lottery(question, "leximin")
    uniform = round_uniform(lottery, m)
    counted = Counter(person for cohort in uniform.cohorts for person in cohort)
    assert len(uniform.cohorts) == m
    assert set(uniform.cohorts) <= set(valid_cohorts(question))
    assert uniform.probabilities == {person: Fraction(counted[person], m) for person in lottery.probabilities}
    changes = [abs(uniform.probabilities[p] - chance) for p, chance in lottery.probabilities.items()]
    assert uniform.largest_change == max(changes)
    assert uniform.largest_change <= Fraction(4, m)


def test_a_uniform_list_of_a_multiple_changes_nothing() -> None:
    question = ask([Person(name, {"side": "1"}) for name in "abcd"], [Quota("side", "1", 0, 2)], 2)
    assert round_uniform(find_lottery(question), 100).largest_change == 0


@settings(deadline=None, max_examples=40)
@given(questions(), st.data())
def test_a_replacement_keeps_the_confirmed_and_every_rule(question: Question, data: st.DataObject) -> None:
    cohort = data.draw(st.sampled_from(valid_cohorts(question)))
    movable = [person for person in cohort if person not in question.fixed]
    assume(movable)
    gone = data.draw(st.sampled_from(movable))
    staying = [person for person in cohort if person != gone]
    left = [one for one in valid_cohorts(question) if set(staying) <= set(one) and gone not in one]
    try:
        lottery = find_lottery(ask_replacement(question, staying, [gone]), "leximin")
    except Refusals:
        assert not left
        return
    assert set(lottery.cohorts) <= set(left)
    assert all(lottery.probabilities[person] == 1 for person in staying)
    assert float(lottery.minimum) == pytest.approx(brute_maximin(left))


def test_with_one_seat_left_everybody_who_fits_has_the_same_chance() -> None:
    lottery = find_lottery(ask_replacement(two_sides(), ["auk", "dunlin", "fulmar"], ["crane"]), "leximin")
    open_chances = {person: chance for person, chance in lottery.probabilities.items() if 0 < chance < 1}
    assert open_chances == {"gannet": Fraction(1, 2), "heron": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("confirmed", "gone", "code"),
    [
        (["auk"], ["auk"], "lottery.confirmed_gone"),
        (["wren"], [], "lottery.person_unknown"),
        (["auk", "bittern", "crane", "dunlin", "eider"], [], "lottery.confirmed_too_many"),
        ([], ["auk", "bittern", "crane", "dunlin", "eider"], "lottery.seats"),
    ],
)
def test_a_replacement_that_cannot_be_asked_is_refused(confirmed: list[str], gone: list[str], code: str) -> None:
    with pytest.raises(Refusal) as caught:
        ask_replacement(two_sides(), confirmed, gone)
    assert caught.value.code == code


@settings(deadline=None, max_examples=60)
@given(questions(), st.data())
def test_a_cohort_by_hand_has_no_unmet_rule_exactly_when_it_is_valid(question: Question, data: st.DataObject) -> None:
    names = [person.id for person in question.people]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True))
    assert (not check_cohort(question, chosen)) == (tuple(sorted(chosen)) in set(valid_cohorts(question)))


@settings(deadline=None, max_examples=40)
@given(questions(), st.data())
def test_whoever_may_be_added_by_hand_is_in_a_valid_cohort_with_the_chosen(
    question: Question, data: st.DataObject
) -> None:
    names = [person.id for person in question.people]
    chosen = set(data.draw(st.lists(st.sampled_from(names), unique=True, max_size=3)))
    completed = [set(cohort) for cohort in valid_cohorts(question) if chosen <= set(cohort)]
    assert can_complete(question, chosen) == bool(completed)
    assert set(list_addable(question, chosen)) == set().union(*completed) - chosen


def test_unmet_rules_are_named_one_by_one() -> None:
    people = [Person(name, {"side": "1"}, ("nest",) if name in "ab" else ()) for name in "abcd"]
    quotas = [Quota("side", "1", 3, 4)]
    question = ask(people, quotas, 3, pairs=[("b", "a"), ("b", "c")], fixed=["d"])
    assert check_cohort(question, ["a", "b"]) == [
        Refusal("lottery.unmet_seats", seated=2, seats=3),
        Refusal("lottery.unmet_minimum", feature="side", value="1", seated=2, minimum=3),
        Refusal("lottery.unmet_group", people="a, b"),
        Refusal("lottery.unmet_fixed", people="d"),
    ]


@settings(deadline=None, max_examples=25)
@given(questions())
def test_the_price_of_a_quota_is_what_loosening_it_gives(question: Question) -> None:
    cohorts = valid_cohorts(question)
    before = {person for cohort in cohorts for person in cohort}
    for price in price_quotas(question):
        wider = (
            replace(price.quota, minimum=price.quota.minimum - 1)
            if price.side == "min"
            else replace(price.quota, maximum=price.quota.maximum + 1)
        )
        quotas = tuple(wider if quota == price.quota else quota for quota in question.quotas)
        looser = valid_cohorts(replace(question, quotas=quotas))
        kept = [tuple(person for person in cohort if person in before) for cohort in looser]
        assert float(price.after) == pytest.approx(brute_maximin(kept), abs=1e-9)
        assert set(price.freed) == {person for cohort in looser for person in cohort} - before
        assert price.rise >= 0


def test_the_dearest_quota_stands_first() -> None:
    rises = [price.rise for price in price_quotas(two_sides())]
    assert rises[0] > 0
    assert rises == sorted(rises, reverse=True)


def test_a_quota_that_bars_somebody_says_whom_it_would_free() -> None:
    freed = {price.freed for price in price_quotas(barred())}
    assert ("fulmar",) in freed


def test_crossed_features_are_derived_in_either_spelling() -> None:
    people = [Person(name, {"side": side, "craft": craft}) for name, side, craft in ("a1x", "b1y", "c2x", "d2y")]
    plain = [Quota("side", "1", 1, 1), Quota("side", "2", 1, 1)]
    for feature, value in (("side & craft", "1 & x"), ("side × craft", "1 × x"), ("side×craft", "1&x")):
        question = ask(people, [*plain, Quota(feature, value, 1, 1)], 2)
        assert valid_cohorts(question) == [("a", "c"), ("a", "d")]


def test_returning_members_keep_their_limits() -> None:
    people = [Person(name, {"side": "1"}) for name in "abcd"]
    question = ask(people, [Quota("side", "1", 0, 2)], 2, returning=Returning(frozenset("ab"), 1, 1))
    assert all(len({"a", "b"} & set(cohort)) == 1 for cohort in find_lottery(question).cohorts)


def test_people_apart_never_sit_together() -> None:
    people = [Person(name, {"side": "1"}) for name in "abcd"]
    question = ask(people, [Quota("side", "1", 0, 2)], 2, pairs=[("a", "b"), ("b", "a")])
    assert not any({"a", "b"} <= set(cohort) for cohort in find_lottery(question, "leximin").cohorts)


def test_a_pair_with_a_stranger_is_refused() -> None:
    with pytest.raises(Refusals) as caught:
        ask([Person("a", {"side": "1"})], [Quota("side", "1", 0, 1)], 1, pairs=[("a", "z")])
    assert caught.value.each == (Refusal("lottery.person_unknown"),)
