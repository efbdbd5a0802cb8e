"""What a silence has come to when its time is over, and that nothing is found before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracktwo.methods.record import Refusal
from tracktwo.methods.text.silence import Community, Finding, Outcome, check_hours, find_outcome

END = datetime(2026, 10, 14, 17, 0, tzinfo=UTC)
ALL_WELL = (Community(1, 8, 8, True), Community(2, 8, 8, True))


def found(communities: tuple[Community, ...] = ALL_WELL, objections: int = 0, now: datetime = END) -> Finding:
    return find_outcome(communities, objections, expires_at=END, hours=72, now=now)


def test_before_the_end_nothing_is_found_whatever_has_been_said() -> None:
    for objections in (0, 3):
        assert found(objections=objections, now=END - timedelta(seconds=1)) == Finding(Outcome.RUNNING)


@pytest.mark.parametrize(("communities", "objections", "outcome"), [
    (ALL_WELL, 0, Outcome.KEPT),
    (ALL_WELL, 1, Outcome.BROKEN),
    ((ALL_WELL[0], Community(2, 8, 7, True)), 0, Outcome.EXTENDED),
    ((ALL_WELL[0], Community(2, 8, 8, False)), 0, Outcome.EXTENDED),
    ((ALL_WELL[0], Community(2, 8, 7, True)), 1, Outcome.BROKEN),
    ((ALL_WELL[0], Community(2, 0, 0, True)), 0, Outcome.ABSENT),
    ((ALL_WELL[0], Community(2, 0, 0, True)), 1, Outcome.ABSENT),
])  # fmt: skip
def test_at_the_end(communities: tuple[Community, ...], objections: int, outcome: Outcome) -> None:
    assert found(communities, objections).outcome == outcome


def test_an_extension_gives_the_whole_time_again_from_when_it_is_found() -> None:
    late = END + timedelta(hours=30)
    unreached = (ALL_WELL[0], Community(2, 8, 7, True))
    assert found(unreached, now=late).until == late + timedelta(hours=72)


def test_seventy_two_hours_are_as_long_over_a_change_of_clocks() -> None:
    kyiv = ZoneInfo("Europe/Kyiv")
    opened = datetime(2026, 10, 23, 18, 0, tzinfo=kyiv)  # on the 25th the clocks there go back
    expires = opened.astimezone(UTC) + timedelta(hours=72)
    assert expires.astimezone(kyiv).hour == 17
    for now, outcome in ((expires - timedelta(minutes=1), Outcome.RUNNING), (expires, Outcome.KEPT)):
        there = now.astimezone(kyiv)
        assert find_outcome(ALL_WELL, 0, expires_at=expires, hours=72, now=there).outcome == outcome


@pytest.mark.parametrize("hours", [0, 71, 24 * 60 + 1])
def test_a_silence_is_neither_hurried_nor_endless(hours: int) -> None:
    with pytest.raises(Refusal) as refused:
        check_hours(hours)
    assert refused.value.code == "silence.hours"
