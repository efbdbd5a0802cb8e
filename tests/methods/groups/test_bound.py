"""How many repeated meetings counting alone says no plan avoids: never more than the best plan has."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from tests.methods.groups.asking import asks, communities, counted, least_by_trying

from tracktwo.methods.groups import Ask
from tracktwo.methods.record import Refusal


@settings(max_examples=60)
@given(asks(most=8))
def test_no_plan_goes_below_what_is_counted(ask: Ask) -> None:
    least = least_by_trying(ask)
    assume(least != -1)
    try:
        found = counted(ask)
    except Refusal:
        found = None
    assert (found is None) == (least is None)
    assert found is None or found <= (least or 0)


def test_counting_the_meetings_of_two_communities_proves_what_people_one_by_one_do_not() -> None:
    # In five rounds the seven meet the eight 70 times, in 56 pairs.
    assert counted(Ask(communities(8, 7), rooms=4, rounds=5)) == 14


def test_even_shares_that_ask_for_more_than_the_smallest_room_holds_do_not_raise_the_bound() -> None:
    # Each of the two sits with two of the six, though the smallest room holds two people. Everybody has met everybody.
    members = communities(6, 2)
    met = {(one.key, other.key): 1 for one, other in combinations(members, 2)}
    assert counted(Ask(members, rooms=3, rounds=3, met=met)) == 3 * (3 + 3 + 1)


def test_two_who_understand_nobody_in_common_are_no_pair_still_to_meet() -> None:
    # Of sixteen four speak only English and four only French: 16 of the 120 pairs. Twelve rounds have 288 meetings.
    ask = Ask(communities(8, 8, spoken=(("en",), ("en", "fr"), ("fr",), ("en", "fr"))), rooms=4, rounds=12)
    assert counted(ask) == 288 - (120 - 16)
