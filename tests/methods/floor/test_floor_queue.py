"""The speaking queue: fair by the rule that the page states, whatever happens in the room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.methods.floor import Hand, Heard, longest_wait, move, next_hand, queue
from tracktwo.methods.record import Refusal

TWO = (1, 2)


def keys(hands: tuple[Hand, ...]) -> list[str]:
    return [hand.key for hand in hands]


# A room worked out by hand


def test_the_quieter_community_comes_first_and_the_order_of_the_day_breaks_a_tie() -> None:
    hands = [Hand("wren", 1, asked=1), Hand("tern", 2, asked=2)]
    assert keys(queue(hands, Heard(TWO, {1: 300, 2: 200}))) == ["tern", "wren"]
    assert keys(queue(hands, Heard(TWO, {1: 200, 2: 300}))) == ["wren", "tern"]
    assert keys(queue(hands, Heard((2, 1)))) == ["tern", "wren"]


def test_whoever_has_not_spoken_comes_before_whoever_has() -> None:
    hands = [Hand("wren", 1, asked=1, is_first=False), Hand("teal", 1, asked=2), Hand("swift", 1, asked=3)]
    assert keys(queue(hands, Heard(TWO))) == ["teal", "swift", "wren"]


def test_a_third_turn_in_a_row_waits_for_the_other_side() -> None:
    hands = [Hand("wren", 1, asked=1), Hand("tern", 2, asked=2)]
    behind = Heard(TWO, {1: 0, 2: 3600}, turns=(2, 1, 1))
    assert keys(queue(hands, behind)) == ["tern", "wren"]
    assert keys(queue(hands, replace(behind, turns=(2, 1)))) == ["wren", "tern"]


def test_of_two_communities_that_are_due_the_one_longer_unheard_comes_first() -> None:
    hands = [Hand("wren", 2, asked=1), Hand("tern", 3, asked=2)]
    heard = Heard((1, 2, 3), {1: 600, 2: 0, 3: 900}, turns=(3, 2, 1, 1, 1, 1))
    assert keys(queue(hands, heard)) == ["tern", "wren"]


def test_alone_in_the_queue_a_community_speaks_as_often_as_it_likes() -> None:
    hands = [Hand(name, 1, asked=place) for place, name in enumerate("abcde")]
    assert keys(queue(hands, Heard(TWO, {1: 900}, turns=(1,) * 9))) == list("abcde")


def test_an_empty_queue_gives_nobody_the_floor() -> None:
    assert next_hand([], Heard(TWO)) is None


def test_a_move_keeps_what_the_facilitator_saw() -> None:
    order = tuple(Hand(name, 1 + place % 2, asked=place) for place, name in enumerate("abcd"))
    earlier = move(order, "c", -1)
    assert keys(earlier) == ["a", "c", "b", "d"]
    assert [hand.moved for hand in earlier] == [0, 1, 2, None]
    assert keys(queue(earlier[::-1], Heard(TWO, {1: 900, 2: 0}))) == ["a", "c", "b", "d"]
    assert move(order, "a", -1) == order
    assert move(order, "d", 1) == order
    assert keys(move(order, "d", -9)) == ["d", "a", "b", "c"]


def test_a_later_move_leaves_an_earlier_one_standing() -> None:
    order = tuple(Hand(name, 1, asked=place) for place, name in enumerate("abcd"))
    moved = move(move(order, "d", -1), "b", -1)
    assert keys(queue(moved, Heard(TWO))) == ["b", "a", "d", "c"]


@pytest.mark.parametrize(
    ("hands", "code"),
    [([Hand("a", 1, 1), Hand("a", 2, 2)], "floor.hand_twice"), ([Hand("a", 3, 1)], "floor.side_unknown")],
)
def test_a_queue_that_cannot_be_is_refused(hands: list[Hand], code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        queue(hands, Heard(TWO))
    assert refusal.value == Refusal(code)


def test_whoever_does_not_wait_cannot_be_moved() -> None:
    with pytest.raises(Refusal) as refusal:
        move([Hand("a", 1, 1)], "b", 1)
    assert refusal.value == Refusal("floor.hand_unknown")


# Any room, any sequence of events


@st.composite
def courses(draw: st.DrawFn) -> tuple[int, list[tuple[str, int, int]]]:
    """Two to four communities of three people; who asks, who takes the hand down, how long a turn lasts."""
    sides = draw(st.integers(2, 4))
    event = st.tuples(
        st.sampled_from(["ask", "ask", "ask", "leave", "speak", "speak"]),
        st.integers(0, 3 * sides - 1),
        st.integers(0, 900),
    )
    return sides, draw(st.lists(event, min_size=5, max_size=60))


def play(sides: int, events: list[tuple[str, int, int]], check: object = None) -> list[tuple[Hand, Heard, list[Hand]]]:
    """Every turn of the course: who got the floor, what had been heard before, who was waiting."""
    waiting: dict[int, Hand] = {}
    spoken: set[int] = set()
    heard, turns = Heard(tuple(range(1, sides + 1))), []
    for number, (what, who, seconds) in enumerate(events):
        if what == "ask" and who not in waiting:
            waiting[who] = Hand(str(who), who % sides + 1, asked=number, is_first=who not in spoken)
        elif what == "leave":
            waiting.pop(who, None)
        elif what == "speak" and waiting:
            hand = next_hand(list(waiting.values()), heard)
            assert hand is not None
            turns.append((hand, heard, list(waiting.values())))
            heard = heard.then(hand.side, seconds)
            spoken.add(int(hand.key))
            del waiting[int(hand.key)]
    return turns


@settings(max_examples=150, deadline=None)
@given(courses())
def test_a_waiting_community_is_never_passed_over_for_longer_than_the_rule_says(
    course: tuple[int, list[tuple[str, int, int]]],
) -> None:
    sides, events = course
    for hand, heard, waiting in play(sides, events):
        most = longest_wait(sides)
        due = {one.side for one in waiting if heard.turns_since(one.side) >= most}
        assert not due or hand.side in due
        passed_over = {one.side for one in waiting} - {hand.side}
        assert all(heard.turns_since(side) < most + sides - 2 or hand.side in due for side in passed_over)


@settings(max_examples=150, deadline=None)
@given(courses())
def test_where_no_community_is_due_the_quieter_one_speaks(course: tuple[int, list[tuple[str, int, int]]]) -> None:
    sides, events = course
    for hand, heard, waiting in play(sides, events):
        if all(heard.turns_since(one.side) < longest_wait(sides) for one in waiting):
            assert heard.seconds.get(hand.side, 0) == min(heard.seconds.get(one.side, 0) for one in waiting)


@settings(max_examples=150, deadline=None)
@given(courses())
def test_inside_a_community_first_speakers_come_first_and_then_the_longest_wait(
    course: tuple[int, list[tuple[str, int, int]]],
) -> None:
    sides, events = course
    for hand, _heard, waiting in play(sides, events):
        own = [one for one in waiting if one.side == hand.side]
        firsts = [one for one in own if one.is_first]
        assert hand == min(firsts or own, key=lambda one: one.asked)


@settings(max_examples=100, deadline=None)
@given(courses())
def test_with_equal_turns_and_everybody_waiting_no_community_is_ever_two_ahead(
    course: tuple[int, list[tuple[str, int, int]]],
) -> None:
    sides, _events = course
    heard = Heard(tuple(range(1, sides + 1)))
    for number in range(5 * sides):
        hand = next_hand([Hand(str(side), side, asked=number) for side in heard.sides], heard)
        assert hand is not None
        heard = heard.then(hand.side, 60)
        counts = [heard.turns.count(side) for side in heard.sides]
        assert max(counts) - min(counts) <= 1


HANDS = st.lists(
    st.tuples(st.integers(1, 3), st.booleans(), st.none() | st.integers(0, 5)), min_size=1, max_size=9
).map(lambda rows: [Hand(str(n), side, n, first, moved) for n, (side, first, moved) in enumerate(rows)])


@settings(max_examples=100, deadline=None)
@given(HANDS, st.lists(st.integers(1, 3), max_size=8), st.randoms())
def test_the_queue_holds_everybody_once_and_does_not_depend_on_the_order_of_rows(
    hands: list[Hand], turns: list[int], chance: object
) -> None:
    heard = Heard((1, 2, 3), turns=tuple(turns))
    order = queue(hands, heard)
    assert sorted(keys(order)) == sorted(hand.key for hand in hands)
    shuffled = list(hands)
    chance.shuffle(shuffled)
    assert queue(shuffled, heard) == order
    assert order[0] == next_hand(hands, heard)


@settings(max_examples=100, deadline=None)
@given(HANDS, st.integers(-4, 4), st.data())
def test_after_a_move_the_queue_is_what_the_move_showed(hands: list[Hand], by: int, data: st.DataObject) -> None:
    order = queue(hands, Heard((1, 2, 3)))
    who = data.draw(st.sampled_from(keys(order)))
    moved = move(order, who, by)
    touched = max((place for place, hand in enumerate(moved) if hand.moved is not None), default=-1)
    again = queue(moved, Heard((1, 2, 3), {1: 500, 2: 20, 3: 90}))
    assert keys(again)[: touched + 1] == keys(moved)[: touched + 1]
