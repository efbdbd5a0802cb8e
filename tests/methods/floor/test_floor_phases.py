"""Agenda time: minutes add up, shares are kept; the order of communities favours nobody."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import sentences
from tracktwo.methods.floor import KELMAN, order_of_sides, share_minutes
from tracktwo.methods.record import Refusal


def test_kelmans_phases_stand_in_his_order_and_weigh_a_hundred() -> None:
    assert [phase.key for phase in KELMAN] == [
        "opening", "information_exchange", "needs_and_fears", "joint_thinking", "constraints",
        "overcoming_constraints", "close_and_reentry",
    ]  # fmt: skip
    assert sum(phase.weight for phase in KELMAN) == 100


def test_a_session_of_330_minutes_shared_by_hand() -> None:
    """Shares 26.4, 52.8, 66, 66, 39.6, 46.2, 33: whole parts leave two minutes, for .8 and .6."""
    assert share_minutes(330, [phase.weight for phase in KELMAN]) == (26, 53, 66, 66, 40, 46, 33)


def test_equal_remainders_go_to_the_earlier_phase() -> None:
    assert share_minutes(11, [1, 1, 1]) == (4, 4, 3)


@given(st.integers(1, 3000), st.lists(st.integers(1, 500), min_size=1, max_size=12))
def test_minutes_add_up_and_stay_within_one_of_their_share(minutes: int, weights: list[int]) -> None:
    try:
        shares = share_minutes(minutes, weights)
    except Refusal as refused:
        assert refused == Refusal("floor.too_short", minutes=minutes, phases=len(weights))
        assert any(minutes * weight < sum(weights) for weight in weights)
        return
    assert sum(shares) == minutes
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(minutes * weight, sum(weights))) < 1


@pytest.mark.parametrize(("minutes", "weights", "code"), [
    (60, [], "floor.no_phases"), (60, [1, 0], "floor.weight_not_positive"), (0, [1, 2], "floor.too_short"),
    (-5, [1, 2], "floor.too_short"), (2, [1, 1, 1], "floor.too_short"),
])  # fmt: skip
def test_an_agenda_without_time_is_refused(minutes: int, weights: list[int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        share_minutes(minutes, weights)
    assert refused.value.code == code
    assert code in sentences()


def test_two_communities_alternate_from_day_to_day() -> None:
    days = [date(2026, 2, 27) + timedelta(days=k) for k in range(4)]
    first = order_of_sides(days[0], 2)
    assert [order_of_sides(day, 2) for day in days] == [first, first[::-1], first, first[::-1]]


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(1, 6))
def test_in_two_rounds_every_community_is_first_twice_and_before_each_other_half_the_days(
    start: date, sides: int
) -> None:
    orders = [order_of_sides(start + timedelta(days=k), sides) for k in range(2 * sides)]
    assert all(sorted(order) == list(range(1, sides + 1)) for order in orders)
    for one in range(1, sides + 1):
        assert sum(order[0] == one for order in orders) == 2
        for other in range(1, one):
            assert sum(order.index(one) < order.index(other) for order in orders) == sides


def test_no_community_has_no_order() -> None:
    with pytest.raises(Refusal) as refused:
        order_of_sides(date(2026, 1, 1), 0)
    assert refused.value == Refusal("floor.no_sides")
