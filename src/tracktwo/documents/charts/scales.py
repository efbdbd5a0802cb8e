"""Scales: from what was measured to where it is drawn. Distances are user units of the SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True)
class LinearScale:
    """Maps [low, high] onto [start, end]; ``start`` may be the greater one (an axis that points up)."""

    low: float
    high: float
    start: float
    end: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"a scale needs two ends in order, not {self.low} and {self.high}")

    def __call__(self, amount: float) -> float:
        share = (amount - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self, about: int = 5) -> tuple[float, ...]:
        return nice_ticks(self.low, self.high, about)


@dataclass(frozen=True)
class TimeScale:
    """Maps days onto [start, end]; both ends are drawn, so a single day has half its width on either side."""

    first: date
    last: date
    start: float
    end: float

    def __post_init__(self) -> None:
        if self.last <= self.first:
            raise ValueError("a stretch of time ends after it begins")

    def __call__(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return self.start + share * (self.end - self.start)

    def months(self, every: int = 1) -> tuple[date, ...]:
        """The first days of every nth month inside the scale, counted from January so that years line up."""
        months = range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month)
        days = (date(month // 12, month % 12 + 1, 1) for month in months if month % 12 % every == 0)
        return tuple(day for day in days if self.first <= day <= self.last)

    def years(self) -> tuple[date, ...]:
        return self.months(every=12)

    def width(self, first: date, last: date) -> float:
        """How wide the days ``first`` to ``last`` are, both included."""
        return self(last + timedelta(days=1)) - self(first)


@dataclass(frozen=True)
class BandScale:
    """Divides [start, end] into ``count`` equal bands with a gap, a share of the band, between neighbours."""

    count: int
    start: float
    end: float
    gap: float = 0.0

    def __post_init__(self) -> None:
        if self.count < 1 or not 0 <= self.gap < 1:
            raise ValueError("bands are counted from one, and a gap is a share below one")

    @property
    def step(self) -> float:
        return (self.end - self.start) / self.count

    @property
    def width(self) -> float:
        return self.step * (1 - self.gap)

    def __call__(self, place: int) -> float:
        """Where band ``place`` (from 0) begins."""
        return self.start + place * self.step + (self.step - self.width) / 2

    def middle(self, place: int) -> float:
        return self.start + (place + 0.5) * self.step


def nice_ticks(low: float, high: float, about: int = 5) -> tuple[float, ...]:
    """Round numbers inside [low, high], about ``about`` of them, in steps of 1, 2 or 5 times a power of ten.

    Raises ValueError where the ends are not finite, not in order, or ``about`` is below one.
    """
    if about < 1 or not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError("ticks need two ends in order and at least one tick")
    step = _nice_step((high - low) / about)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # multiples of the step, rounded to its own digits: adding it up would drift (0.30000000000000004)
    digits = max(0, -math.floor(math.log10(step)))
    return tuple(round(place * step, digits) for place in range(first, last + 1))


def _nice_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if rough <= step * power * (1 + 1e-9))
