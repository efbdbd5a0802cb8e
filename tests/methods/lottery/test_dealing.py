"""Very many kinds: equally likely cohorts dealt all at once, checked as if nobody knew how they came about."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.methods.lottery.cast import brute_maximin, questions, two_sides, valid_cohorts
from tracktwo.methods.lottery import Lottery, Person, Question, Quota, ask, check_certificate, find_lottery
from tracktwo.methods.lottery import find as find_module
from tracktwo.methods.lottery.certificate import Certificate, marginals
from tracktwo.methods.lottery.kinds import gather_kinds
from tracktwo.methods.lottery.large import table as table_module
from tracktwo.methods.lottery.large.dealing import Dealt, deal_lottery
from tracktwo.methods.lottery.large.table import Table
from tracktwo.methods.lottery.start import find_reachable, relax
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits

SEATS = 60


def make_town(people: int, values: tuple[int, ...], seed: int = 3) -> Question:
    """Features of unlike frequency, and quotas of two seats around what one cohort of an even draw has."""
    chance = random.Random(seed)
    columns = [chance.choices(range(many), [1 + 2 * value for value in range(many)], k=people) for many in values]
    example = chance.sample(range(people), SEATS)
    quotas = []
    for place, column in enumerate(columns):
        counts = Counter(column[number] for number in example)
        # As many seats for the rare as for the frequent of the first feature, so that chances cannot be even.
        even = dict.fromkeys(range(values[0]), SEATS // values[0]) if place == 0 else counts
        quotas += [Quota(f"c{place}", f"v{v}", max(0, even[v] - 1), even[v] + 1) for v in sorted(set(column))]
    named = [
        Person(f"p{number:06}", {f"c{place}": f"v{column[number]}" for place, column in enumerate(columns)})
        for number in range(people)
    ]
    return ask(named, quotas, SEATS)


def deal(question: Question, limits: Limits | None = None) -> tuple[Dealt | None, float]:
    setting = gather_kinds(question)
    reachable = find_reachable(setting, Limits())
    if reachable is None:
        return None, 0.0
    relaxed = relax(setting, reachable, Limits())
    dealt = deal_lottery(setting, reachable, relaxed, limits or Limits())
    return dealt, relaxed.bound


def keeps(question: Question, cohort: tuple[str, ...], person_of: dict[str, Person]) -> bool:
    counts = Counter((name, value) for one in cohort for name, value in person_of[one].features.items())
    quotas = all(q.minimum <= counts[q.feature, q.value] <= q.maximum for q in question.quotas)
    return quotas and len(set(cohort)) == question.seats


def check_independently(question: Question, lottery: Lottery) -> None:
    person_of = {person.id: person for person in question.people}
    assert all(keeps(question, cohort, person_of) for cohort in lottery.cohorts)
    seated: Counter[str] = Counter()
    for cohort, weight in zip(lottery.cohorts, lottery.weights, strict=True):
        seated.update(dict.fromkeys(cohort, weight))
    total = sum(lottery.weights)
    assert {person: Fraction(seated[person], total) for person in person_of} == dict(lottery.probabilities)
    assert lottery.minimum_float == pytest.approx(min(seated.values()) / total, abs=1e-15)


@settings(deadline=None, max_examples=60)
@given(questions())
def test_what_is_dealt_is_a_valid_lottery_near_its_bound(question: Question) -> None:
    dealt, bound = deal(question)
    if dealt is None:
        return
    setting = gather_kinds(question)
    barred = tuple(sorted({*range(len(setting.kinds))} - {*(find_reachable(setting, Limits()) or ())}))
    certificate = Certificate(dealt.seatings, dealt.weights, (), barred, None)
    assert check_certificate(setting, certificate)[:2] == ("lottery", "levels")
    chances = marginals(setting, dealt.seatings, dealt.weights)
    assert dealt.level == min(chance for kind, chance in enumerate(chances) if kind not in barred)
    assert bound - 1e-6 <= dealt.level <= bound + 1e-9
    assert float(dealt.level) <= brute_maximin(valid_cohorts(question)) + 1e-9


def test_a_small_pool_is_dealt_in_few_cohorts() -> None:
    dealt, bound = deal(two_sides())
    assert dealt is not None
    assert float(dealt.level) == pytest.approx(bound)
    assert sum(dealt.weights) == 1
    assert len(dealt.seatings) <= 60


def test_a_town_of_very_many_kinds_comes_within_a_millionth() -> None:
    question = make_town(9_000, (2, 4, 5, 4, 4, 3))
    lottery = find_lottery(question, "maximin")
    assert len(lottery.setting.kinds) > 1_200
    assert 0 <= lottery.gap <= 1e-6
    assert lottery.exact is None
    assert lottery.proven == ("lottery", "levels", "barred")
    assert sum(lottery.weights) <= 20_000
    check_independently(question, lottery)
    chance = random.Random(5)
    people, quotas = list(question.people), list(question.quotas)
    chance.shuffle(people)
    chance.shuffle(quotas)
    assert find_lottery(ask(people, quotas, SEATS), "maximin") == lottery


def test_what_was_dealt_is_as_good_as_what_is_priced(monkeypatch: pytest.MonkeyPatch) -> None:
    question = make_town(400, (2, 3, 3))
    priced = find_lottery(question, "maximin")
    monkeypatch.setattr(find_module, "_MANY", {"maximin": 10, "leximin": 10**9})
    dealt = find_lottery(question, "maximin")
    assert dealt.certificate.stages == ()
    assert priced.minimum_float - 1e-6 <= dealt.minimum_float <= priced.minimum_float + 1e-12
    check_independently(question, dealt)


def test_where_mending_does_not_come_out_prices_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    question = make_town(400, (2, 3, 3))
    monkeypatch.setattr(table_module, "_STEPS", 0)
    dealt, _ = deal(question)
    assert dealt is None
    expected = find_lottery(question, "maximin")
    monkeypatch.setattr(find_module, "_MANY", {"maximin": 10, "leximin": 10**9})
    assert find_lottery(question, "maximin").minimum_float == pytest.approx(expected.minimum_float, abs=1e-7)


def test_exchanges_change_nobodys_number_of_seats() -> None:
    setting = gather_kinds(make_town(400, (2, 3, 3)))
    totals = np.array(setting.sizes) * SEATS
    table = Table(setting, totals, 400)
    table.mend(Limits())
    assert np.array(table.seatings()).sum(axis=0).tolist() == totals.tolist()


@pytest.mark.parametrize("seed", range(4))
def test_nobody_sits_twice_in_a_cohort(seed: int) -> None:
    setting = gather_kinds(make_town(90, (2, 3, 4, 3), seed))
    sizes = np.array(setting.sizes)
    table = Table(setting, sizes * SEATS, 90)
    table.mend(Limits())
    seatings = np.array(table.seatings())
    assert (seatings >= 0).all()
    assert (seatings <= sizes).all()


def test_dealing_stops_when_asked() -> None:
    with pytest.raises(Refusal, match=r"lottery\.stopped"):
        deal(make_town(400, (2, 3, 3)), Limits(stop=lambda: True))


def test_pairs_who_may_not_sit_together_do_not() -> None:
    question = make_town(400, (2, 3, 3))
    apart = [replace(one, groups=("house",)) if place < 5 else one for place, one in enumerate(question.people)]
    question = ask(apart, question.quotas, SEATS)
    dealt, _ = deal(question)
    assert dealt is not None
    setting = gather_kinds(question)
    house = [rule for rule in setting.rules if rule.quota is None][1]
    assert all(sum(seating[kind] for kind in house.kinds) <= 1 for seating in dealt.seatings)
