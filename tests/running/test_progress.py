"""Progress is a value; a reporter says it often enough and no oftener."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.running.progress import Progress, Reporter


class Hand:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_no_more_can_be_done_than_there_is() -> None:
    with pytest.raises(ValueError, match="no more"):
        Progress(4, 3, "solving")


def test_progress_of_an_unknown_whole_may_count_on() -> None:
    assert not Progress(4, 0, "solving").is_complete


def test_what_changes_within_the_half_second_is_not_told() -> None:
    told: list[Progress] = []
    hand = Hand()
    report = Reporter(told.append, 0.5, hand)
    report(0, 10, "solving")
    hand.seconds = 0.4
    report(1, 10, "solving")
    hand.seconds = 0.6
    report(2, 10, "solving")
    assert told == [Progress(0, 10, "solving"), Progress(2, 10, "solving")]


def test_new_words_are_told_at_once() -> None:
    told: list[Progress] = []
    report = Reporter(told.append, 0.5, Hand())
    report(0, 10, "reading")
    report(0, 10, "solving")
    assert [one.words for one in told] == ["reading", "solving"]


@given(st.integers(1, 200), st.floats(0, 2))
def test_the_last_step_is_always_told_and_none_is_told_twice(steps: int, pace: float) -> None:
    told: list[Progress] = []
    hand = Hand()
    report = Reporter(told.append, 0.5, hand)
    for done in range(steps + 1):
        report(done, steps, "solving")
        hand.seconds += pace
    assert told[-1] == Progress(steps, steps, "solving")
    assert len(told) == len(set(told))
