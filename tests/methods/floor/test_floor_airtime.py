"""Airtime: every second goes to exactly one account, the interpreter's to nobody's side."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.methods.floor import INTERPRETER, LONGEST_TAP, Watch, balance
from tracktwo.methods.record import Refusal

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_side_the_interpreter_and_the_next_side_each_get_their_own() -> None:
    watch, whose, time = Watch().tap(1, NINE)
    assert (whose, time) == (None, timedelta(0))
    watch, whose, time = watch.interpret(NINE + 90 * SECOND)
    assert (whose, time) == (1, 90 * SECOND)
    watch, whose, time = watch.interpret(NINE + 150 * SECOND)
    assert (whose, time) == (INTERPRETER, 60 * SECOND)
    watch, whose, time = watch.tap(2, NINE + 160 * SECOND)
    assert (whose, time) == (1, 10 * SECOND)
    assert watch == Watch(2, NINE + 160 * SECOND)


def test_the_interpreter_needs_somebody_to_interpret() -> None:
    with pytest.raises(Refusal) as refusal:
        Watch().interpret(NINE)
    assert refusal.value == Refusal("floor.nobody_timed")


@pytest.mark.parametrize(("jump", "counted"), [(timedelta(hours=-3), timedelta(0)), (timedelta(hours=5), LONGEST_TAP)])
def test_a_clock_that_jumps_neither_takes_time_away_nor_gives_an_afternoon(jump: timedelta, counted: timedelta) -> None:
    watch, _whose, _time = Watch().tap(1, NINE)
    assert watch.elapsed(NINE + jump) == counted


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([None, 0, 1, 2, 3, "interpret"]), st.integers(0, 1700)), max_size=30))
def test_all_accounts_together_hold_the_time_in_which_somebody_was_timed(
    taps: list[tuple[int | str | None, int]],
) -> None:
    watch, now, booked, running = Watch(), NINE, Counter[int](), 0
    for tap, seconds in taps:
        if tap == "interpret" and watch.side is None:
            continue
        watch, whose, time = watch.interpret(now) if tap == "interpret" else watch.tap(tap, now)
        if whose is not None:
            booked[whose] += int(time.total_seconds())
        now += seconds * SECOND
        running += seconds if watch.side is not None else 0
    _watch, whose, time = watch.tap(None, now)
    booked[whose or 0] += int(time.total_seconds())
    assert sum(booked.values()) == running


def test_shares_are_of_the_communities_and_the_line_is_where_they_would_be_even() -> None:
    found = balance({1: 840, 2: 660, 0: 240, INTERPRETER: 60}, (2, 1))
    assert [(share.side, share.seconds, share.part) for share in found.shares] == [
        (2, 660, Fraction(11, 25)),
        (1, 840, Fraction(14, 25)),
    ]
    assert (found.equal, found.third_party, found.interpreted, found.total) == (750, 240, 60, 1800)


def test_a_silent_room_has_no_shares_to_divide_by() -> None:
    assert [share.part for share in balance({}, (1, 2)).shares] == [0, 0]
    with pytest.raises(Refusal):
        balance({}, ())
