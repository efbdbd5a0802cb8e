"""Limits by wall seconds, with a clock that the test holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracktwo.running.clock import stopped_at, utc_now
from tracktwo.running.limits import never, stop_after, stop_when_any


def test_work_stops_when_its_seconds_are_over_and_not_before() -> None:
    now = [10.0]
    stop = stop_after(5, lambda: now[0])
    assert not stop()
    now[0] = 14.9
    assert not stop()
    now[0] = 15.0
    assert stop()


def test_no_seconds_mean_stop_at_once() -> None:
    assert stop_after(0)()


def test_a_limit_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        stop_after(-1)


def test_any_of_several_stops_is_enough() -> None:
    assert stop_when_any(never, lambda: True)()
    assert not stop_when_any(never, never)()


def test_the_wall_clock_speaks_utc() -> None:
    assert utc_now().tzinfo == UTC


def test_a_clock_can_stand_still_but_not_without_a_zone() -> None:
    moment = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert stopped_at(moment)() == moment
    with pytest.raises(ValueError, match="zone"):
        stopped_at(datetime(2026, 3, 29))  # noqa: DTZ001 - the moment without a zone is what is refused
