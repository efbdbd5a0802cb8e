"""Small rooms: every promise kept, the best found where it can be known, and the same plan whatever the order."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.groups.asking import SEED, asks, people

from tracktwo.methods.groups import (
    Ask,
    Interpreter,
    Member,
    Plan,
    Room,
    compose,
    count_unmet,
    find_faults,
    meetings_of,
)
from tracktwo.methods.record import Refusal

BIRDS = ("alder", "bunting", "curlew", "dipper", "egret", "fulmar", "garnet", "heron")


def test_sixteen_people_of_two_communities_meet_nobody_twice_in_four_rounds_of_four_rooms() -> None:
    ask = Ask(people(16), rooms=4, rounds=4)
    plan = compose(ask, SEED)
    assert (find_faults(ask, plan), plan.repeats, plan.bound, plan.is_best) == ((), 0, 0, True)


def test_where_people_outnumber_rooms_some_meet_again_and_the_bound_says_how_many() -> None:
    # Six of one room sit in four rooms next time: two pairs again at least, in four rooms, three times.
    plan = compose(Ask(people(24, 3), rooms=4, rounds=4), SEED)
    assert (plan.repeats, plan.bound) == (24, 24)


def test_five_hundred_people_meet_nobody_twice_in_three_rounds() -> None:
    ask = Ask(people(500), rooms=60, rounds=3)
    plan = compose(ask, SEED)
    assert (find_faults(ask, plan), plan.repeats) == ((), 0)


def test_who_met_last_year_meets_others_this_year() -> None:
    ask = Ask(people(16), rooms=4, rounds=2)
    met = meetings_of(compose(replace(ask, rounds=1), SEED))
    plan = compose(replace(ask, met=met), SEED)
    assert (plan.repeats, set(met) & set(meetings_of(plan))) == (0, set())


def test_meetings_of_earlier_years_count_as_repeats() -> None:
    plan = compose(Ask(people(4), rooms=1, rounds=2, met={("p000", "p001"): 3}), SEED)
    # Six pairs meet twice: five for the second time, and the pair of other years both times.
    assert (plan.repeats, plan.bound) == (7, 7)


def test_a_pair_kept_apart_never_shares_a_room() -> None:
    apart = frozenset({("p000", "p001"), ("p000", "p002"), ("p001", "p003")})
    ask = Ask(people(12), rooms=3, rounds=5, apart=apart)
    plan = compose(ask, SEED)
    assert (find_faults(ask, plan), apart & set(meetings_of(plan))) == ((), set())


def test_everybody_in_a_room_shares_a_language_or_the_interpreter_sits_there() -> None:
    spoken = (("uk",), ("ru",), ("uk", "ru"), ("uk", "en"), ("ru", "en"), ("uk", "ru"), ("uk",), ("ru", "uk"))
    members = tuple(Member(key, place % 2 + 1, frozenset(spoken[place])) for place, key in enumerate(BIRDS))
    ask = Ask(members, rooms=2, rounds=3, interpreters=(Interpreter("~first", frozenset({"uk", "ru"})),))
    plan = compose(ask, SEED)
    carried = [room.interpreter for rooms in plan.rounds for room in rooms if room.interpreter]
    assert (find_faults(ask, plan), len(carried) <= 3) == ((), True)


def test_no_interpreter_is_sent_where_all_share_a_language() -> None:
    ask = Ask(people(8, 2, "uk", "ru"), rooms=2, rounds=2, interpreters=(Interpreter("~a", frozenset({"uk", "ru"})),))
    assert {(room.languages, room.interpreter) for rooms in compose(ask, SEED).rounds for room in rooms} == {
        (("ru", "uk"), "")
    }


def test_what_keeps_rooms_from_being_filled_is_named() -> None:
    strangers = tuple(Member(key, 1, frozenset({key})) for key in BIRDS[:4])
    with pytest.raises(Refusal, match=r"groups\.languages"):
        compose(Ask(strangers, rooms=2, rounds=1), SEED)
    everybody = frozenset(combinations(sorted(one.key for one in people(6)), 2))
    with pytest.raises(Refusal, match=r"groups\.apart"):
        compose(Ask(people(6), rooms=2, rounds=1, apart=everybody), SEED)
    # Two languages leave one way to sit, and that one the pair forbids; without either wish it would work.
    two = tuple(Member(key, 1, frozenset({"uk" if place < 2 else "ru"})) for place, key in enumerate(BIRDS[:4]))
    with pytest.raises(Refusal, match=r"groups\.languages"):
        compose(Ask(two, rooms=2, rounds=1, apart=frozenset({("alder", "bunting")})), SEED)


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (Ask((*people(4), people(1)[0]), 2, 1), "groups.twice"),
        (Ask(people(4), 3, 1), "groups.rooms"),
        (Ask(people(4), 0, 1), "groups.rooms"),
        (Ask(people(4), 2, 0), "groups.rounds"),
        (Ask(people(1002), 20, 1), "groups.many"),
        (Ask(people(4), 2, 1, apart=frozenset({("p001", "p000")})), "groups.pair"),
        (Ask(people(4), 2, 1, apart=frozenset({("p000", "nobody")})), "groups.pair"),
        (Ask(people(4), 2, 1, met={("p000", "p001"): -1}), "groups.pair"),
        (Ask((*people(4), Member("x", 1, frozenset())), 2, 1), "groups.speechless"),
    ],
)
def test_an_ask_without_an_answer_is_refused_by_its_form(ask: Ask, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        compose(ask, SEED)
    assert caught.value.code == code


def test_who_has_not_met_is_counted_by_communities_and_leaves_out_who_is_kept_apart() -> None:
    ask = Ask(people(8), rooms=2, rounds=1, apart=frozenset({("p000", "p001")}))
    plan = compose(ask, SEED)
    # Four in each community: 6, 15 (one of 16 is kept apart) and 6 pairs; a room holds two of each.
    assert count_unmet(ask, plan) == {(1, 1): (4, 6), (1, 2): (7, 15), (2, 2): (4, 6)}


def test_the_checker_finds_each_fault() -> None:
    ask = Ask(people(8), rooms=2, rounds=1, apart=frozenset({("p000", "p002")}))
    uneven = (
        Room(("p000", "p002", "p004", "p006"), ("en",)),
        Room(("p001", "p003", "p005", "p007"), ("ru",)),
    )
    lost = Room(("p000", "p001", "p002"), ("en",)), Room(("p003", "p004"), ("en",))
    assert find_faults(ask, Plan((uneven,), 0, 0)) == ("not_apart", "not_even", "not_understood")
    assert find_faults(ask, Plan((lost, lost), 0, 0)) == ("not_apart", "not_even", "not_everybody_once", "rounds")


def quickly(ask: Ask, seed: bytes = SEED) -> Plan | str:
    try:
        return compose(ask, seed)
    except Refusal as refusal:
        return refusal.code


@settings(max_examples=20)
@given(asks())
def test_every_plan_keeps_every_promise_and_repeats_no_less_than_its_bound(ask: Ask) -> None:
    plan = quickly(ask)
    if isinstance(plan, str):
        assert plan in {"groups.languages", "groups.apart", "groups.unmet"}
        return
    met = meetings_of(plan)
    again = sum(times - (ask.met.get(pair, 0) == 0) for pair, times in met.items())
    assert (find_faults(ask, plan), plan.bound <= again, plan.repeats) == ((), True, again)


@settings(max_examples=8)
@given(asks(), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_named_changes_nothing(ask: Ask, shuffle) -> None:
    members, interpreters = list(ask.members), list(ask.interpreters)
    shuffle.shuffle(members)
    other = replace(ask, members=tuple(members), interpreters=tuple(interpreters[::-1]))
    assert quickly(other) == quickly(ask)


def test_the_same_plan_under_any_hash_seed() -> None:
    code = (
        "from tests.methods.groups.test_groups import *\n"
        "spoken = [frozenset({'uk', 'ru'}), frozenset({'ru'}), frozenset({'ru', 'en'})]\n"
        "members = tuple(Member(f'p{n}', n % 2 + 1, spoken[n % 3]) for n in range(12))\n"
        "print(compose(Ask(members, 3, 3, frozenset({('p0', 'p1'), ('p2', 'p5')})), SEED))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert (len(said), b"Room" in said.pop()) == (1, True)
