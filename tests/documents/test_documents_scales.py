"""Scales and ticks: arithmetic that a reader can repeat."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.charts.scales import BandScale, LinearScale, TimeScale, nice_ticks


@pytest.mark.parametrize(
    ("low", "high", "about", "ticks"),
    [
        (0, 10, 5, (0, 2, 4, 6, 8, 10)),
        (0, 1, 10, (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)),
        (1, 7, 6, (1, 2, 3, 4, 5, 6, 7)),
        (-3, 3, 3, (-2, 0, 2)),
        (0, 41, 4, (0, 20, 40)),
        (0, 12480, 4, (0, 5000, 10000)),
    ],
)
def test_ticks_are_round_numbers_inside_the_ends(low, high, about, ticks):
    assert nice_ticks(low, high, about) == ticks


@given(low=st.floats(-1e4, 1e4), span=st.floats(1e-2, 1e6), about=st.integers(1, 12))
def test_ticks_stay_inside_and_in_even_steps(low, span, about):
    ticks = nice_ticks(low, low + span, about)
    slack = span * 1e-6
    assert all(low - slack <= tick <= low + span + slack for tick in ticks)
    assert len(ticks) <= about + 1
    steps = [after - before for before, after in zip(ticks, ticks[1:], strict=False)]
    assert steps == pytest.approx(steps[:1] * len(steps), rel=1e-6)


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 1), (float("nan"), 1), (0, float("inf"))])
def test_ends_out_of_order_are_refused(low, high):
    with pytest.raises(ValueError, match="two ends"):
        nice_ticks(low, high)


def test_a_linear_scale_may_point_up():
    scale = LinearScale(0, 10, 200, 0)
    assert [scale(0), scale(5), scale(10)] == [200, 100, 0]


def test_a_time_scale_counts_days_and_lines_up_years():
    scale = TimeScale(date(2025, 1, 1), date(2027, 1, 1), 0, 730)
    assert scale(date(2025, 12, 31)) == pytest.approx(364)
    assert scale.years() == (date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1))
    assert scale.months(6)[:3] == (date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1))
    assert scale.width(date(2025, 3, 1), date(2025, 3, 3)) == pytest.approx(3)


def test_bands_share_the_width_with_a_gap_around_each():
    bands = BandScale(4, 0, 100, gap=0.2)
    assert (bands(0), bands.width, bands.middle(1)) == (2.5, 20.0, 37.5)
