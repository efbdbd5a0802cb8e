"""At the size of a workshop the fewest repeated meetings are found and proven; by trying everything where that ends."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from itertools import permutations, product

import pytest
from hypothesis import assume, example, given, settings
from tests.methods.groups.asking import (
    SEED,
    all_rounds,
    asks,
    communities,
    counted,
    least_by_trying,
    people,
    plain_asks,
)

from tracktwo.methods.groups import Ask, Interpreter, Member, Plan, compose, exact, find_faults, meetings_of, symmetry
from tracktwo.methods.groups.exact import Proof, prove
from tracktwo.methods.groups.symmetry import alike, orbits
from tracktwo.methods.groups.ways import round_of, ways_of
from tracktwo.methods.record import Refusal

TWO = (("en",), ("en", "fr"), ("fr",), ("en", "fr"))


@settings(max_examples=60)
@given(asks(most=7))
def test_the_best_plan_is_found_and_proven_as_by_trying_everything(ask: Ask) -> None:
    least = least_by_trying(ask)
    assume(least != -1)
    try:
        plan = compose(ask, SEED)
    except Refusal:
        assert least is None
        return
    assert (plan.repeats, plan.bound, find_faults(ask, plan)) == (least, least, ())


@settings(max_examples=40)
@given(plain_asks(most=8))
def test_whoever_can_be_exchanged_makes_no_proof_wrong(ask: Ask) -> None:
    try:
        begin = counted(ask)
    except Refusal:
        return
    most = ask.rounds * len(ask.members) ** 2
    proofs = []
    for moves in (1, 10**9):  # whenever two can be exchanged, and never
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(symmetry, "FEWEST_MOVES", moves)
            proofs.append(prove(ask, 0, most).bound)
    least = least_by_trying(ask)
    assert (proofs[0], least in {-1, proofs[0]}, begin <= proofs[0]) == (proofs[1], True, True)


@pytest.mark.parametrize(
    ("ask", "least"),
    [
        (Ask(communities(6, 6), rooms=3, rounds=4), 15),
        (Ask(communities(5, 5), rooms=2, rounds=3), 18),
        (Ask(communities(8, 8, spoken=TWO), rooms=4, rounds=4, apart=frozenset({("p000", "p008")})), 12),
        (Ask(communities(4, 4, 4), rooms=3, rounds=4), 14),
        (Ask(communities(6, 2, 2), rooms=3, rounds=4), 8),
        (Ask(communities(7, 7), rooms=3, rounds=4), 19),
        (Ask(communities(8, 8), rooms=3, rounds=4), 24),
    ],
    ids=["6+6", "5+5", "8+8 in two languages, two kept apart", "4+4+4", "6+2+2", "7+7", "8+8"],
)
def test_a_workshop_has_the_best_plan_and_its_proof(ask: Ask, least: int) -> None:
    plan = compose(ask, SEED)
    assert (plan.repeats, plan.bound, find_faults(ask, plan)) == (least, least, ())


@pytest.mark.parametrize(
    ("sizes", "rooms", "rounds"), [((6, 6), 4, 2), ((7, 7), 3, 2), ((6, 2), 3, 3), ((4, 4, 2), 3, 3)]
)
def test_later_years_are_proven_with_those_before_counted(sizes: tuple[int, ...], rooms: int, rounds: int) -> None:
    met: Counter[tuple[str, str]] = Counter()
    for _year in range(3):
        ask = Ask(communities(*sizes), rooms, rounds, met=dict(met))
        plan = compose(ask, SEED)
        assert (plan.repeats, find_faults(ask, plan)) == (plan.bound, ())
        met += meetings_of(plan)


def test_a_better_plan_than_the_one_at_hand_comes_with_the_proof() -> None:
    ask = Ask(communities(6, 6), rooms=3, rounds=4)
    proof = prove(ask, 12, 20)
    assert proof.rounds is not None
    met = meetings_of(Plan(proof.rounds, 0, 0))
    assert (proof.bound, met.total() - len(met), find_faults(ask, Plan(proof.rounds, 15, 15))) == (15, 15, ())


def test_compose_gives_the_better_plan_if_the_exchanges_missed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    deals = sys.modules["tracktwo.methods.groups.compose"]  # the name is that of the function
    monkeypatch.setattr(deals, "MOST", 1)
    ask = Ask(communities(6, 6), rooms=3, rounds=4)
    plan = compose(ask, SEED)
    assert (plan.repeats, plan.is_best, find_faults(ask, plan)) == (15, True, ())


def test_without_work_or_time_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Ask(communities(6, 6), rooms=3, rounds=4)
    assert prove(ask, 12, 15, stop=lambda: True) == Proof(12)
    monkeypatch.setattr(exact, "MOST_LOOKS", 1000)
    assert prove(ask, 12, 15) == Proof(12)


def test_the_ways_to_sit_are_listed_as_counted_by_hand() -> None:
    # Two of each community to a room: (6! / 2!^3)^2 / 3! = 1,350; of ten in two rooms 10 * 10 with three and two.
    two, three = ways_of(Ask(communities(5, 5), 2, 3)), ways_of(Ask(communities(6, 6), 3, 3))
    assert two is not None and three is not None
    assert (len(two.rooms), two.size, len(three.rooms), three.size) == (100, 20, 1350, 18)
    assert ways_of(Ask(people(500), rooms=60, rounds=2)) is None
    assert ways_of(Ask(people(16, 1), rooms=4, rounds=2)) is None  # 2,627,625 of them


@settings(max_examples=40)
@given(asks(most=7))
@example(
    Ask(
        tuple(Member(f"p{i}", 1, frozenset({"uk" if i < 4 else "ru"})) for i in range(8)),
        2,
        1,
        frozenset({("p0", "p1")}),
        {},
        (Interpreter("~a", frozenset({"uk", "ru"})),),
    )
)
def test_all_ways_to_sit_are_listed_and_each_keeps_every_promise(ask: Ask) -> None:
    ask = replace(ask, met={}, rounds=1)
    ways, tried = ways_of(ask), all_rounds(ask)
    assert ways is not None
    listed = [round_of(ask, ways, way) for way in range(len(ways.rooms))] if tried else []
    pairs = {frozenset(meetings_of(Plan((rooms,), 0, 0))) for rooms in listed}
    assert (pairs, len(ways.rooms)) == (set(tried), len(tried))
    assert {find_faults(ask, Plan((rooms,), 0, 0)) for rooms in listed} <= {()}


def test_people_are_exchanged_only_with_those_who_are_like_them() -> None:
    members = (*communities(3, 2), Member("p005", 2, frozenset({"fr"})))
    ask = Ask(members, rooms=2, rounds=2, met={("p000", "p003"): 1})
    assert alike(ask, members) == [0b1, 0b110, 0b1000, 0b10000, 0b100000]


@pytest.mark.parametrize("sizes", [(4, 4), (5, 3), (6,), (3, 3, 2)])
@pytest.mark.parametrize("standing", [0, 1, 2])
def test_ways_count_as_the_same_exactly_if_an_exchange_of_people_moves_one_into_the_other(
    sizes: tuple[int, ...], standing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(symmetry, "FEWEST_MOVES", 1)
    ask = Ask(communities(*sizes), rooms=2 if sizes != (6,) else 3, rounds=3)
    ways = ways_of(ask)
    assert ways is not None
    rooms = [frozenset(row) for row in ways.rooms.tolist()]
    stand = [0, len(rooms) // 2][:standing]
    moves = [move for move in exchanges(sizes) if all(moved(rooms[one], move) == rooms[one] for one in stand)]
    same = orbits(ways.rooms, alike(ask, ways.members), ways.rooms[stand].tolist())
    assert same is not None
    found = {frozenset(place for place, one in enumerate(same.tolist()) if one == number) for number in same.tolist()}
    assert found == {frozenset(rooms.index(moved(way, move)) for move in moves) for way in rooms}


def exchanges(sizes: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Every way to give everybody the place of somebody of the same community."""
    first = [sum(sizes[:place]) for place in range(len(sizes))]
    own = [permutations(range(begin, begin + size)) for begin, size in zip(first, sizes, strict=True)]
    return [tuple(place for part in parts for place in part) for parts in product(*own)]


def moved(way: frozenset[int], move: tuple[int, ...]) -> frozenset[int]:
    return frozenset(sum(1 << to for place, to in enumerate(move) if room >> place & 1) for room in way)
