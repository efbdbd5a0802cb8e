"""Leximin of very many kinds, all levels at once: the same lottery as stage by stage, proven the same way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.methods.lottery.cast import brute_leximin, excluding, questions, two_sides, valid_cohorts
from tests.methods.lottery.test_dealing import check_independently, make_town
from tracktwo.methods.lottery import Lottery, Question, ask, find_lottery
from tracktwo.methods.lottery import find as find_module
from tracktwo.methods.lottery.certificate import marginals
from tracktwo.methods.lottery.kinds import gather_kinds
from tracktwo.methods.lottery.large import leximin as leximin_module
from tracktwo.methods.lottery.large import settling as settling_module
from tracktwo.methods.lottery.large.evening import even_out, make_whole
from tracktwo.methods.lottery.large.face import find_face
from tracktwo.methods.lottery.large.gathering import gather_seatings
from tracktwo.methods.lottery.large.leximin import Reaching, reach_leximin
from tracktwo.methods.lottery.large.rising import Risen, rise
from tracktwo.methods.lottery.large.settling import settle
from tracktwo.methods.lottery.start import find_reachable
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits

WHOLLY = ("lottery", "levels", "barred", "optimal")
# Some 200 kinds: enough to be worth it, few enough to be found stage by stage too.
TOWN = make_town(1_500, (2, 4, 5, 6))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Every question is tried at once; whether that came out, one after another."""
    came_out: list[bool] = []
    real = find_module.reach_leximin

    def watched(*given: object) -> Reaching | None:
        reaching = real(*given)  # type: ignore[arg-type]
        came_out.append(reaching is not None)
        return reaching

    monkeypatch.setattr(find_module, "_MANY", {"maximin": 10**9, "leximin": 0})
    monkeypatch.setattr(find_module, "reach_leximin", watched)
    return came_out


def risen_of(question: Question) -> Risen:
    setting = gather_kinds(question)
    reachable = find_reachable(setting, Limits())
    assert reachable is not None
    risen = rise(setting, reachable, Limits())
    assert risen is not None
    return risen


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=questions())
def test_it_agrees_with_trying_every_cohort(at_once: list[bool], question: Question) -> None:
    lottery = find_lottery(question, "leximin")
    found = sorted(float(chance) for chance in lottery.probabilities.values() if chance)
    assert found == pytest.approx(brute_leximin(valid_cohorts(question)), abs=1e-6)
    assert lottery.proven == WHOLLY


def test_a_small_pool_can_come_out_at_once(at_once: list[bool]) -> None:
    lottery = find_lottery(two_sides(), "leximin")
    assert at_once == [True]
    chances = sorted(float(chance) for chance in lottery.probabilities.values())
    assert chances == pytest.approx(brute_leximin(valid_cohorts(two_sides())))


def test_a_town_at_once_has_the_chances_it_has_stage_by_stage(at_once: list[bool]) -> None:
    lottery = find_lottery(TOWN, "leximin")
    assert at_once == [True]
    check_independently(TOWN, lottery)
    assert lottery.proven == WHOLLY
    find_module._MANY["leximin"] = 10**9
    stage_by_stage = find_lottery(TOWN, "leximin")
    assert at_once == [True]
    assert dict(lottery.probabilities) == dict(stage_by_stage.probabilities)


def test_the_same_town_in_another_order_has_the_same_lottery(at_once: list[bool]) -> None:
    people = list(TOWN.people)
    random.Random(5).shuffle(people)
    shuffled = ask(people, TOWN.quotas, TOWN.seats)
    first, second = find_lottery(TOWN, "leximin"), find_lottery(shuffled, "leximin")
    assert at_once == [True, True]
    assert (first.cohorts, first.weights) == (second.cohorts, second.weights)


def test_its_weights_have_few_digits(at_once: list[bool]) -> None:
    """What a list of thousands of cohorts must carry with every one of them."""
    assert len(str(sum(find_lottery(TOWN, "leximin").weights))) < 60


def test_levels_of_broken_seats_are_never_below_those_of_whole_ones() -> None:
    """Three who exclude each other have 1/2 with broken seats and 1/3 in truth: then it does not come out."""
    setting = gather_kinds(excluding())
    risen = risen_of(excluding())
    true = find_lottery(excluding(), "leximin")
    assert risen.stages[0].level > true.levels[0]
    assert reach_leximin(setting, tuple(range(len(setting.kinds))), Limits(), lambda stages: None) is None


def test_where_it_does_not_come_out_the_stages_are_found_one_by_one(at_once: list[bool]) -> None:
    lottery = find_lottery(excluding(), "leximin")
    assert at_once == [False]
    assert lottery.proven == WHOLLY


@settings(deadline=None, max_examples=60)
@given(questions())
def test_levels_rise_and_fix_everybody_in_reach_once(question: Question) -> None:
    setting = gather_kinds(question)
    reachable = find_reachable(setting, Limits())
    risen = rise(setting, reachable, Limits()) if reachable else None
    if risen is None:
        return
    levels = [stage.level for stage in risen.stages]
    assert levels == sorted(levels)
    assert levels[-1] <= 1
    fixed = [kind for stage in risen.stages for kind in stage.fixed]
    assert sorted(fixed) == list(reachable or ())
    counts = [sum((risen.seats[kind] for kind in rule.kinds), Fraction(0)) for rule in setting.rules]
    assert all(rule.lower <= count <= rule.upper for rule, count in zip(setting.rules, counts, strict=True))


def test_a_false_level_would_not_pass(at_once: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the linear program says is not believed: a certificate with a lower level is refused."""
    real = leximin_module.rise

    def lowered(*given: object) -> Risen | None:
        risen = real(*given)  # type: ignore[arg-type]
        assert risen is not None
        first = replace(risen.stages[0], level=risen.stages[0].level * Fraction(999, 1000))
        return replace(risen, stages=(first, *risen.stages[1:]))

    monkeypatch.setattr(leximin_module, "rise", lowered)
    with pytest.raises(Refusal, match=r"lottery\.certificate"):
        find_lottery(TOWN, "leximin")


def test_the_face_keeps_what_stands_at_a_limit() -> None:
    setting = gather_kinds(TOWN)
    seats = risen_of(TOWN).seats
    face = find_face(setting, seats)
    seatings = gather_seatings(face.setting, np.array([float(seat) for seat in face.seats]), Limits())
    assert seatings is not None
    assert all(setting.allows(face.complete(tuple(seating))) for seating in seatings.tolist())
    at_limit = [
        (rule, count)
        for rule in setting.rules
        if (count := sum(seats[kind] for kind in rule.kinds)) in (rule.lower, rule.upper)
    ]
    assert at_limit
    for seating in seatings[:50].tolist():
        whole = face.complete(tuple(seating))
        assert all(sum(whole[kind] for kind in rule.kinds) == count for rule, count in at_limit)


@st.composite
def mixtures(draw: st.DrawFn) -> tuple[np.ndarray, list[Fraction]]:
    """Seatings of four seats among six kinds, and a mean of theirs that needs every one of them."""
    rows = draw(st.lists(st.permutations((2, 1, 1, 0, 0, 0)), min_size=4, max_size=20))
    seatings = np.array([*rows, *np.roll(np.eye(6, dtype=int) * 3 + np.eye(6, k=1, dtype=int), 0, axis=0)])
    seatings[len(rows) + 5, 0] += 1
    shares = draw(st.lists(st.integers(1, 9), min_size=len(seatings), max_size=len(seatings)))
    total = sum(shares)
    means = [
        Fraction(sum(s * int(x) for s, x in zip(shares, column, strict=True)), total) for column in seatings.T.tolist()
    ]
    return seatings.astype(np.int64), means


@settings(deadline=None, max_examples=80)
@given(mixtures())
def test_even_weights_give_what_is_wanted_and_are_never_zero(mixture: tuple[np.ndarray, list[Fraction]]) -> None:
    seatings, means = mixture
    even = even_out(seatings, np.array([float(mean) for mean in means]))
    assert even is not None
    assert even.weights.min() > 0
    assert even.weights @ seatings == pytest.approx([float(mean) for mean in means], rel=1e-8)


def test_what_lies_outside_the_seatings_is_not_reached() -> None:
    seatings = np.array([[2, 1, 1], [1, 2, 1]], dtype=np.int64)
    assert even_out(seatings, np.array([1.5, 1.5, 1.0])) is not None
    assert even_out(seatings, np.array([1.0, 1.0, 2.0])) is None


@pytest.fixture(params=["dealt", "solved"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """How the last seats are settled."""
    if request.param == "solved":
        monkeypatch.setattr(settling_module, "_deal_rest", lambda *given: None)
    else:
        monkeypatch.setattr(settling_module, "_MOST", 0)
    yield request.param


def test_the_last_seats_are_settled_exactly_either_way(way: str) -> None:
    face = find_face(gather_kinds(TOWN), risen_of(TOWN).seats)
    seats = np.array([float(seat) for seat in face.seats])
    seatings = gather_seatings(face.setting, seats, Limits())
    assert seatings is not None
    even = even_out(seatings, seats)
    assert even is not None
    total = 2**20
    for seat in face.seats:
        total *= seat.denominator // np.gcd.reduce([seat.denominator, total], dtype=object)
    whole = make_whole(even, seatings, [int(seat * total) for seat in face.seats], total)
    assert whole is not None
    shares = settle(face.setting, seatings, *whole, Limits())
    assert shares is not None
    chances = marginals(face.setting, tuple(shares), tuple(shares.values()))
    wanted = [seat / size for seat, size in zip(face.seats, face.setting.sizes, strict=True)]
    assert chances == wanted
    assert all(face.setting.allows(seating) for seating in shares)
    assert min(shares.values()) > 0


def test_fewer_new_cohorts_than_units_still_have_a_seat_for_everybody_over() -> None:
    """Of the first kind nearly every seating has its one person: twelve cohorts fewer would have one too many."""
    seatings = np.array([[1, 0, 2]] * 38 + [[0, 1, 2]] * 2, dtype=np.int64)
    sizes, missing = np.array([1, 1, 9]), np.array([-6, 0, -30])
    more = int(missing.sum()) // 3
    for room in (1, 3, 8):
        given = settling_module._give_up(seatings, sizes, missing, more, room)
        rest, cohorts = given @ seatings + missing, int(given.sum()) + more
        assert (rest >= 0).all()
        assert (rest <= cohorts * sizes).all()
        assert rest.sum() == cohorts * 3


def test_it_can_be_stopped(at_once: list[bool]) -> None:
    with pytest.raises(Refusal, match=r"lottery\.stopped"):
        find_lottery(TOWN, "leximin", limits=Limits(stop=lambda: True))


def test_few_kinds_are_not_tried_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError

    monkeypatch.setattr(find_module, "reach_leximin", never)
    lottery: Lottery = find_lottery(two_sides(), "leximin")
    assert lottery.proven == WHOLLY
