"""The restatement loop: nothing is accepted that was not written, and nothing but the speakers' yes ends it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.methods.floor import Loop, Mark, begin
from tracktwo.methods.record import Refusal


def refused(deed: object) -> str:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value.code


def test_corrected_twice_and_accepted_at_the_third_try() -> None:
    loop = begin(1, (1, 2))
    for _try in range(2):
        loop = loop.write(2).correct(2)
        assert (loop.state, loop.of(2).mark) == ("awaited", Mark.CORRECTED)
    loop = loop.write(2)
    assert (loop.state, loop.of(2).tries) == ("written", 3)
    assert loop.accept(2).state == "accepted"


def test_with_three_communities_both_listeners_say_it_back() -> None:
    loop = begin(2, (1, 2, 3)).write(1).accept(1)
    assert loop.state == "awaited"
    assert loop.write(3).accept(3).state == "accepted"


def test_words_that_were_not_written_cannot_be_answered() -> None:
    loop = begin(1, (1, 2))
    assert refused(lambda: loop.accept(2)) == "floor.restate_unwritten"
    assert refused(lambda: loop.write(2).correct(2).accept(2)) == "floor.restate_unwritten"


def test_the_speakers_do_not_restate_themselves() -> None:
    assert refused(lambda: begin(1, (1, 2)).write(1)) == "floor.restate_side"
    assert refused(lambda: begin(3, (1, 2))) == "floor.restate_side"
    assert refused(lambda: begin(1, (1,))) == "floor.restate_side"


def test_set_aside_it_waits_and_goes_on_where_it_was() -> None:
    loop = begin(1, (1, 2)).write(2)
    aside = loop.set_aside()
    assert (aside.state, refused(lambda: aside.accept(2))) == ("aside", "floor.restate_done")
    assert aside.take_up() == loop
    assert refused(lambda: loop.accept(2).set_aside()) == "floor.restate_done"


MOVES = st.lists(st.tuples(st.sampled_from(["write", "correct", "accept", "set_aside", "take_up"]), st.integers(1, 4)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4), MOVES)
def test_any_course_of_moves_accepts_only_what_was_written_last_and_answered(
    speaker: int, moves: list[tuple[str, int]]
) -> None:
    loop: Loop = begin(speaker, (1, 2, 3, 4))
    last: dict[int, str] = {}
    for move, side in moves:
        try:
            loop = getattr(loop, move)() if move in ("set_aside", "take_up") else getattr(loop, move)(side)
        except Refusal:
            continue
        if move in ("write", "correct", "accept"):
            assert move == "write" or last.get(side) == "write"
            last[side] = move
    accepted = {draft.side for draft in loop.drafts if draft.mark == Mark.ACCEPTED}
    assert accepted == {side for side, move in last.items() if move == "accept"}
    assert (loop.state == "accepted") == (accepted == {1, 2, 3, 4} - {speaker})
