"""The certificate: what is true passes, and everything altered is refused."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import barred, questions, two_sides, valid_cohorts
from tracktwo.methods.lottery import Certificate, Lottery, Question, check_certificate, find_lottery
from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.kinds import Kind, Rule, Setting, gather_kinds
from tracktwo.methods.lottery.tree import Leaf, Split, check_tree, count_leaves
from tracktwo.methods.record import Refusal

ALL = ("lottery", "levels", "barred", "optimal")


@pytest.fixture(scope="module")
def lottery() -> Lottery:
    return find_lottery(two_sides(), "leximin")


@settings(deadline=None, max_examples=40)
@given(questions())
def test_its_fractions_add_up_for_whoever_lists_every_cohort(question: Question) -> None:
    """The four sums of the certificate, by enumeration and without one line of what made it."""
    found = find_lottery(question, "maximin")
    stage, kinds = found.certificate.stages[0], found.setting.kinds
    price = {person: stage.prices[place] for place, kind in enumerate(kinds) for person in kind.people}
    chances = dict.fromkeys(price, Fraction(0))
    for cohort, weight in zip(found.cohorts, found.weights, strict=True):
        for person in cohort:
            chances[person] += Fraction(weight, sum(found.weights))
    assert sum(found.certificate.weights) == 1
    assert min(chance for person, chance in chances.items() if person not in found.unselectable) == stage.level
    assert sum(price[person] for person in price if person not in found.unselectable) == 1
    assert max(sum(price[person] for person in cohort) for cohort in valid_cohorts(question)) == stage.level


def claim_denied(lottery: Lottery, altered: Certificate) -> str:
    with pytest.raises(Refusal) as caught:
        check_certificate(lottery.setting, altered)
    assert caught.value.code == "lottery.certificate"
    return str(caught.value.params["claim"])


def with_stage(lottery: Lottery, place: int, **changes: object) -> Certificate:
    stages = list(lottery.certificate.stages)
    stages[place] = replace(stages[place], **changes)
    return replace(lottery.certificate, stages=tuple(stages))


def test_a_true_certificate_passes(lottery: Lottery) -> None:
    assert check_certificate(lottery.setting, lottery.certificate) == ALL


def test_a_weight_too_much_is_seen(lottery: Lottery) -> None:
    first, *others = lottery.certificate.weights
    assert (
        claim_denied(lottery, replace(lottery.certificate, weights=(first + Fraction(1, 10**30), *others))) == "lottery"
    )


def test_weight_moved_from_one_cohort_to_another_is_seen(lottery: Lottery) -> None:
    first, second, *others = lottery.certificate.weights
    moved = (first + Fraction(1, 10**30), second - Fraction(1, 10**30), *others)
    assert claim_denied(lottery, replace(lottery.certificate, weights=moved)) == "levels"


def test_a_cohort_that_breaks_a_quota_is_seen(lottery: Lottery) -> None:
    first, *others = lottery.certificate.seatings
    assert (
        claim_denied(lottery, replace(lottery.certificate, seatings=((first[0] + 1, *first[1:]), *others))) == "lottery"
    )


def test_a_level_claimed_higher_is_seen(lottery: Lottery) -> None:
    altered = with_stage(lottery, 0, level=lottery.certificate.stages[0].level + Fraction(1, 10**30))
    assert claim_denied(lottery, altered) == "levels"


def test_altered_prices_are_seen(lottery: Lottery) -> None:
    first, second, *others = lottery.certificate.stages[0].prices
    altered = with_stage(lottery, 0, prices=(first + Fraction(1, 7), second, *others))
    assert claim_denied(lottery, altered) == "optimal"


def test_altered_multipliers_are_seen(lottery: Lottery) -> None:
    rules = len(lottery.setting.rules)
    assert claim_denied(lottery, with_stage(lottery, 0, tree=Leaf(1, (0,) * rules))) == "optimal"


def test_a_missing_tree_is_left_out_of_the_claims(lottery: Lottery) -> None:
    assert check_certificate(lottery.setting, with_stage(lottery, 0, tree=None)) == ALL[:3]


def test_a_worse_lottery_with_the_same_prices_is_not_called_best(lottery: Lottery) -> None:
    lone = replace(lottery.certificate, seatings=lottery.certificate.seatings[:1], weights=(Fraction(1),))
    assert claim_denied(lottery, lone) == "levels"


def test_people_barred_who_could_sit_are_seen() -> None:
    lottery = find_lottery(barred())
    assert check_certificate(lottery.setting, lottery.certificate) == ALL
    kinds = range(len(lottery.setting.kinds))
    free = next(kind for kind in kinds if kind not in lottery.certificate.barred)
    altered = replace(lottery.certificate, barred=(*lottery.certificate.barred, free))
    assert claim_denied(lottery, altered) in {"levels", "barred"}


@settings(deadline=None, max_examples=60)
@given(questions(), st.lists(st.integers(0, 9), min_size=8, max_size=8))
def test_a_tree_proves_the_best_worth_and_nothing_less(question: Question, worths: list[int]) -> None:
    setting = gather_kinds(question)
    prices = tuple(worths[: len(setting.kinds)])
    seatings = [x for x in product(*(range(size + 1) for size in setting.sizes)) if setting.allows(x)]
    best = max(sum(p * x for p, x in zip(prices, seating, strict=True)) for seating in seatings)
    tree = prove_at_most(setting, prices, best)
    assert check_tree(setting, tree, prices, best)
    assert not check_tree(setting, tree, prices, best - 1)
    with pytest.raises(Counterexample) as caught:
        prove_at_most(setting, prices, best - 1)
    assert setting.allows(caught.value.seating)


def triangle() -> Setting:
    """Three people of whom every two exclude each other: the relaxation seats one and a half of them."""
    pairs = tuple(Rule(pair, 0, 1) for pair in ((0, 1), (0, 2), (1, 2)))
    return Setting(tuple(Kind((name,)) for name in "abc"), (Rule((0, 1, 2), 0, 3), *pairs), 3)


def two_triangles() -> Setting:
    """Twice the same: the relaxation seats three, rounding down no longer helps, and the tree must branch."""
    pairs = tuple(Rule(pair, 0, 1) for pair in ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)))
    return Setting(tuple(Kind((name,)) for name in "abcdef"), (Rule(tuple(range(6)), 0, 6), *pairs), 6)


def test_rounding_down_closes_what_the_relaxation_leaves_open() -> None:
    assert count_leaves(prove_at_most(triangle(), (1, 1, 1), 1)) == 1


def test_a_tree_branches_where_rounding_is_not_enough() -> None:
    tree = prove_at_most(two_triangles(), (1,) * 6, 2)
    assert count_leaves(tree) > 1
    assert check_tree(two_triangles(), tree, (1,) * 6, 2)


def test_a_split_that_leaves_a_gap_proves_nothing() -> None:
    tree = prove_at_most(two_triangles(), (1,) * 6, 2)
    assert isinstance(tree, Split)
    assert not check_tree(two_triangles(), replace(tree, below=tree.above, above=tree.below), (1,) * 6, 2)


def test_growing_stops_at_its_allowance() -> None:
    setting = gather_kinds(two_sides())
    with pytest.raises(GivenUp):
        prove_at_most(setting, (1,) * len(setting.kinds), 4, leaves=0)


def test_prices_of_hundreds_of_digits_are_proven_to_the_last() -> None:
    setting = gather_kinds(two_sides())
    prices = tuple((kind + 2) * 10**200 + kind % 3 for kind in range(len(setting.kinds)))
    seatings = [x for x in product(*(range(size + 1) for size in setting.sizes)) if setting.allows(x)]
    best = max(sum(p * x for p, x in zip(prices, seating, strict=True)) for seating in seatings)
    tree = prove_at_most(setting, prices, best)
    assert check_tree(setting, tree, prices, best)
    assert not check_tree(setting, tree, prices, best - 1)
