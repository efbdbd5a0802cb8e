"""The session clock: it adds up, survives reloads and a machine whose time jumps."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import sentences
from tracktwo.methods.floor import Clock, Press, Pressed, Reading, Slot, replay
from tracktwo.methods.record import Refusal

START = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
SLOTS = (Slot("opening", 10), Slot("joint_thinking", 30), Slot("close_and_reentry", 20))
NOTHING = timedelta(0)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def after(count: float) -> datetime:
    return START + minutes(count)


def begun() -> Clock:
    return Clock(SLOTS).press(Press.BEGIN, START)


def test_a_clock_that_has_not_begun_waits() -> None:
    assert Clock(SLOTS).read(START) == Reading("waiting", None, NOTHING, NOTHING, NOTHING, (NOTHING,) * 3)


def test_time_runs_down_in_the_phase() -> None:
    assert begun().read(after(4)) == Reading("running", 0, minutes(6), NOTHING, NOTHING, (minutes(4), NOTHING, NOTHING))


def test_time_over_makes_the_session_late() -> None:
    reading = begun().read(after(13))
    assert (reading.remaining, reading.over, reading.late) == (NOTHING, minutes(3), minutes(3))


def test_a_phase_closed_early_makes_up_for_lateness() -> None:
    clock = begun().press(Press.NEXT, after(13)).press(Press.NEXT, after(33))
    assert clock.read(after(33)).late == NOTHING


def test_a_pause_stops_the_phase_and_delays_the_end() -> None:
    reading = begun().press(Press.PAUSE, after(4)).read(after(9))
    assert (reading.state, reading.remaining, reading.late) == ("paused", minutes(6), minutes(5))


def test_minutes_added_lengthen_the_phase_and_delay_the_end() -> None:
    reading = begun().press(Press.ADD, after(1), 5).read(after(2))
    assert (reading.remaining, reading.late) == (minutes(13), minutes(5))


def test_stepping_back_finds_the_time_already_used() -> None:
    reading = begun().press(Press.NEXT, after(4)).press(Press.BACK, after(10)).read(after(11))
    assert (reading.place, reading.remaining, reading.used) == (
        0,
        minutes(5),
        (minutes(5), minutes(6), NOTHING),
    )


def test_the_session_closes_after_its_last_phase_and_can_be_opened_again() -> None:
    closed = begun().press(Press.NEXT, after(10)).press(Press.NEXT, after(40)).press(Press.NEXT, after(60))
    assert (closed.read(after(61)).state, closed.read(after(61)).place) == ("closed", None)
    reopened = closed.press(Press.BACK, after(62)).read(after(63))
    assert (reopened.state, reopened.place, reopened.over) == ("running", 2, minutes(1))


def test_a_clock_that_jumps_back_stands_still_and_never_runs_back() -> None:
    clock = begun().press(Press.PAUSE, after(4)).press(Press.RESUME, after(5))
    assert clock.read(after(-600)) == clock.read(after(5))
    assert clock.press(Press.NEXT, after(-600)).read(after(6)).used == (minutes(4), minutes(1), NOTHING)


@pytest.mark.parametrize("ahead", [20, 1440])
def test_a_press_made_while_the_machine_was_ahead_stops_no_clock_once_it_is_set_right(ahead: int) -> None:
    clock = begun().press(Press.NEXT, after(ahead))
    told = [clock.read(after(count)) for count in (2, 2 + 1 / 60, 12)]
    assert [one.used[1] for one in told] == [minutes(2), minutes(2 + 1 / 60), minutes(12)]
    closed = clock.press(Press.NEXT, after(14)).press(Press.NEXT, after(19))
    assert closed.read(after(19)).used == (NOTHING, minutes(14), minutes(5))


def test_one_that_began_ahead_or_behind_counts_from_its_opening_or_else_from_the_next_press() -> None:
    clock = replay(SLOTS, [Pressed(Press.BEGIN, after(1440))], opened=START)
    assert clock.read(after(3)).used[0] == minutes(3)
    behind = replay(SLOTS, [Pressed(Press.BEGIN, after(-1440))], opened=START)
    assert behind.read(after(3)).used[0] == minutes(3)
    unknown = begun().press(Press.NEXT, after(3))
    ahead = replace(unknown, events=(Pressed(Press.BEGIN, after(1440)), unknown.events[1]))
    assert ahead.read(after(4)).used == (NOTHING, minutes(1), NOTHING)


def test_a_machine_set_back_by_a_second_judges_nobody() -> None:
    clock = begun().press(Press.NEXT, after(10))
    assert clock.read(after(10 - 1 / 60)) == clock.read(after(10))


def test_summer_time_ending_during_a_session_adds_no_hour() -> None:
    lisbon = ZoneInfo("Europe/Lisbon")
    before = datetime(2026, 10, 25, 1, 30, tzinfo=lisbon)
    after_change = datetime(2026, 10, 25, 1, 30, tzinfo=lisbon, fold=1)
    assert Clock(SLOTS).press(Press.BEGIN, before).read(after_change).used[0] == minutes(60)


def test_a_time_without_zone_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zone"):
        begun().read(datetime(2026, 11, 18, 9, 5))  # noqa: DTZ001 - the missing zone is what is tested


@pytest.mark.parametrize(("clock", "press", "added"), [
    (begun(), Press.BEGIN, 0), (begun(), Press.RESUME, 0), (begun(), Press.BACK, 0), (Clock(SLOTS),
    Press.PAUSE, 0), (Clock(SLOTS), Press.NEXT, 0), (Clock(SLOTS), Press.ADD, 5),
])  # fmt: skip
def test_what_makes_no_sense_now_is_refused(clock: Clock, press: Press, added: int) -> None:
    with pytest.raises(Refusal) as refused:
        clock.press(press, after(1), added)
    assert refused.value.code == f"floor.press_{press}"
    assert refused.value.code in sentences()


@pytest.mark.parametrize("added", [0, -5, 241])
def test_minutes_beyond_reason_are_refused(added: int) -> None:
    with pytest.raises(Refusal) as refused:
        begun().press(Press.ADD, after(1), added)
    assert refused.value == Refusal("floor.minutes_added", minutes=added, most=240)


def test_stored_events_out_of_sense_are_refused_on_replay() -> None:
    with pytest.raises(Refusal) as refused:
        replay(SLOTS, [Pressed(Press.PAUSE, START)])
    assert refused.value.code == "floor.press_pause"


presses = st.lists(st.tuples(st.sampled_from(Press), st.integers(-30, 60), st.integers(1, 30)), max_size=25)


def walk(steps: list[tuple[Press, int, int]]) -> tuple[Clock, datetime]:
    """Press what can be pressed, at times that may also jump back."""
    clock, at = begun(), START
    for press, later, added in steps:
        at += minutes(later)
        try:
            clock = clock.press(press, at, added if press is Press.ADD else 0)
        except Refusal as refused:
            assert refused.code in sentences()
    return clock, at


@given(presses)
def test_stored_events_replay_to_the_same_reading(steps: list[tuple[Press, int, int]]) -> None:
    clock, at = walk(steps)
    assert replay(clock.slots, clock.events).read(at) == clock.read(at)


def believed(clock: Clock, now: datetime) -> list[bool]:
    """Which of the presses are not still to come."""
    return [event.at <= now for event in clock.events]


jumps = st.lists(
    st.tuples(st.sampled_from(Press), st.integers(0, 20), st.sampled_from([0, 0, -2880, -15, 15, 1440])), max_size=12
)


@given(st.sampled_from([0, -2880, -15, 15, 1440]), jumps, st.integers(0, 60))
def test_whatever_jumps_the_machine_makes_no_more_is_used_than_the_session_lasted_and_set_right_it_runs_on(
    began: int, steps: list[tuple[Press, int, int]], later: int
) -> None:
    """``later`` is minutes of the right time after the last press; each press has the right time and a jump."""
    clock, right = replay(SLOTS, [Pressed(Press.BEGIN, after(began))], opened=START), START
    for press, passed, jump in steps:
        right += minutes(passed)
        with suppress(Refusal):
            clock = clock.press(press, right + minutes(jump), 1)
    now = right + minutes(later)
    first, then = clock.read(now), clock.read(now + timedelta(seconds=1))
    assert min(first.used) >= NOTHING
    assert sum(first.used, NOTHING) <= now - START
    if first.state == "running" and believed(clock, now) == believed(clock, now + timedelta(seconds=2)):
        assert then.used[first.place] - first.used[first.place] == timedelta(seconds=1)


@given(presses, st.lists(st.integers(-90, 90), min_size=1, max_size=10))
def test_nothing_is_ever_negative_and_used_time_never_falls(
    steps: list[tuple[Press, int, int]], looks: list[int]
) -> None:
    clock, at = walk(steps)
    for look in sorted(looks):
        reading = clock.read(at + minutes(look))
        assert min(reading.remaining, reading.over, reading.late, *reading.used) >= NOTHING
        assert NOTHING in (reading.remaining, reading.over)
    pairs = [
        (clock.read(at + minutes(one)), clock.read(at + minutes(other)))
        for one in looks
        for other in looks
        if one <= other and believed(clock, at + minutes(one)) == believed(clock, at + minutes(other))
    ]
    assert all(early <= late for one, other in pairs for early, late in zip(one.used, other.used, strict=True))


@given(presses)
def test_used_time_is_the_time_since_the_beginning_without_pauses(
    steps: list[tuple[Press, int, int]],
) -> None:
    forward = [(press, abs(later), added) for press, later, added in steps]
    clock, at = walk(forward)
    stopped, since = NOTHING, None
    for place, event in enumerate(clock.events):
        state = replay(SLOTS, clock.events[: place + 1]).read(event.at).state
        if state == "running" and since is not None:
            stopped, since = stopped + (event.at - since), None
        elif state in ("paused", "closed") and since is None:
            since = event.at
    stopped += NOTHING if since is None else at - since
    assert sum(clock.read(at).used, NOTHING) == at - START - stopped


@given(presses, st.integers(-12, 14))
def test_the_zone_in_which_a_time_is_written_changes_nothing(steps: list[tuple[Press, int, int]], hours: int) -> None:
    clock, at = walk(steps)
    elsewhere = timezone(timedelta(hours=hours))
    moved = [Pressed(event.press, event.at.astimezone(elsewhere), event.minutes) for event in clock.events]
    assert replay(SLOTS, moved).read(at) == clock.read(at)
