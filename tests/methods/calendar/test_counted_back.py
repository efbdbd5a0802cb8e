"""Deadlines counted back, and hours awake together."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.calendar import (
    AHEAD,
    KINDS,
    OVERDUE,
    PROPOSED,
    SOON,
    Deadline,
    Span,
    awake_together,
    count_back,
    urgency,
)
from tracktwo.methods.record import Refusal

FIRST = date(2027, 3, 18)


def test_days_are_counted_back_from_the_first_day_and_come_earliest_first() -> None:
    assert count_back(FIRST, {"print_pack": 5, "go_no_go": 30}) == [
        Deadline("go_no_go", date(2027, 2, 16)),
        Deadline("print_pack", date(2027, 3, 13)),
    ]


@pytest.mark.parametrize(
    ("known", "due"), [(date(2026, 11, 1), date(2026, 11, 1)), (date(2027, 2, 1), date(2026, 12, 8))]
)
def test_of_the_own_day_and_the_one_by_the_entry_rules_the_earlier_counts(known: date, due: date) -> None:
    assert count_back(FIRST, {"visa": 100}, {"visa": known}) == [Deadline("visa", due)]


@pytest.mark.parametrize("offsets", [{"visa": -1}, {"visa": 731}, {"lunch": 3}])
def test_an_offset_out_of_bounds_is_refused(offsets: dict[str, int]) -> None:
    with pytest.raises(Refusal) as refused:
        count_back(FIRST, offsets)
    assert refused.value.code == "plan.offset"


@pytest.mark.parametrize(("days", "said"), [(-1, OVERDUE), (0, SOON), (14, SOON), (15, AHEAD)])
def test_a_deadline_is_overdue_the_day_after_it(days: int, said: str) -> None:
    assert urgency(FIRST + timedelta(days=days), FIRST) == said


@given(st.dictionaries(st.sampled_from(KINDS), st.integers(0, 730)), st.dates(date(2000, 1, 1), date(2080, 1, 1)))
def test_every_deadline_lies_its_offset_before_the_first_day(offsets: dict[str, int], first: date) -> None:
    found = count_back(first, offsets)
    assert {one.kind: (first - one.due).days for one in found} == offsets
    assert [one.due for one in found] == sorted(one.due for one in found)


def test_the_proposal_fixes_names_before_letters_and_letters_before_visas() -> None:
    assert [one.kind for one in count_back(FIRST, PROPOSED)] == list(KINDS)


ISTANBUL, CHICAGO, LOS_ANGELES, TOKYO = 180, -300, -420, 540


def test_a_room_in_istanbul_and_a_seat_in_chicago_share_the_late_hours() -> None:
    # 15:00 in Istanbul (+3) is 7:00 in Chicago in summer (-5).
    assert awake_together(9 * 60, 18 * 60, ISTANBUL, [CHICAGO]) == (Span(15 * 60, 18 * 60),)


def test_tokyo_and_los_angeles_at_once_leave_nothing() -> None:
    assert awake_together(9 * 60, 18 * 60, ISTANBUL, [LOS_ANGELES, TOKYO]) == ()


def test_a_long_day_may_have_two_spans() -> None:
    # 16 hours ahead: the evening there is the morning here, and the morning there our late evening.
    assert awake_together(0, 24 * 60, 0, [16 * 60]) == (Span(0, 7 * 60), Span(15 * 60, 24 * 60))


zones = st.integers(-12 * 60, 14 * 60)


@given(st.integers(0, 1439), st.integers(1, 1440), zones, st.lists(zones, max_size=4))
def test_a_minute_is_common_exactly_when_every_clock_says_so(opens: int, closes: int, place: int, others: list) -> None:
    spans = awake_together(opens, closes, place, others)
    for minute in range(0, 1440, 13):
        inside = any(span.first <= minute < span.last for span in spans)
        awake = all(7 * 60 <= (minute + other - place) % 1440 < 23 * 60 for other in others)
        assert inside == (opens <= minute < closes and awake)
