"""Which workshop may follow which directly, as windows over the options in order of days, and the cheapest of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.dates.candidates import Option
from tracktwo.methods.dates.model import too_close
from tracktwo.methods.dates.wishes import Wishes, add_months

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Windows:
    """Option i is reached from the options in ``[begins[i], ends[i])``, and from ``jumps[i]`` (-1: none).

    The jump is the locked workshop next to i: no path may pass over one, and no rhythm parts it from i.
    """

    begins: Ints
    ends: Ints
    jumps: Ints

    def cheapest(self, layer: Floats) -> Floats:
        """For each option (rows; columns are independent) the cheapest of ``layer`` that leads to it.

        A range's least value by a table of power-of-two ranges (sparse table): O(n log n) for all of them.
        """
        levels, first, last, empty = self._ranges
        table = np.empty((int(levels.max(initial=0)) + 1, *layer.shape))
        table[0] = layer
        for level in range(1, len(table)):
            half, low = 1 << (level - 1), table[level - 1]
            np.minimum(low[:-half], low[half:], out=table[level, :-half])
            table[level, len(layer) - half :] = low[len(layer) - half :]
        found: Floats = np.minimum(table[levels, first], table[levels, last])
        found[empty] = np.inf
        if self._jumping.any():
            found[self._jumping] = np.minimum(found[self._jumping], layer[self.jumps[self._jumping]])
        return found

    @cached_property
    def _ranges(self) -> tuple[Ints, Ints, Ints, NDArray[np.bool_]]:
        """Level of the table for each option, where its two overlapping ranges begin, and who has none."""
        sizes = np.maximum(self.ends - self.begins, 0)
        levels = np.log2(np.maximum(sizes, 1)).astype(np.int64)
        most = max(len(sizes) - 1, 0)
        return levels, np.minimum(self.begins, most), np.maximum(self.ends - (1 << levels), 0), sizes == 0

    @cached_property
    def _jumping(self) -> NDArray[np.bool_]:
        return self.jumps >= 0

    def cheapest_into(self, layer: Floats, heads: Ints) -> Ints:
        """For each column of ``layer`` the option from which its head is reached most cheaply."""
        width = int(np.max(self.ends[heads] - self.begins[heads], initial=0))
        tails = self.begins[heads][:, None] + np.arange(width)
        tails = np.where(tails < self.ends[heads][:, None], tails, -1)
        tails = np.column_stack((tails, self.jumps[heads]))
        costs = np.where(tails >= 0, layer[tails, np.arange(len(heads))[:, None]], np.inf)
        found: Ints = tails[np.arange(len(heads)), costs.argmin(axis=1)]
        return found


@dataclass(frozen=True, eq=False)
class Order:
    """All that the rhythm says about the order of options: forwards, backwards, where a path begins and ends."""

    forwards: Windows
    backwards: Windows
    may_begin: NDArray[np.bool_]
    may_end: NDArray[np.bool_]
    barred: NDArray[np.bool_]


def order_of(options: tuple[Option, ...], wishes: Wishes) -> Order:
    """``options`` in order of first days. Locked ones are passed over by no path; held ones keep any distance."""
    places = np.arange(len(options))
    locked = np.array([option.locked for option in options], dtype=np.bool_)
    barred = np.array([not one.locked and _near_locked(one, options, wishes) for one in options], dtype=np.bool_)
    before = np.maximum.accumulate(np.where(locked, places, -1)) if len(options) else places
    before = np.concatenate(([-1], before[:-1])) if len(options) else places
    after = np.minimum.accumulate(np.where(locked, places, len(options))[::-1])[::-1] if len(options) else places
    after = np.append(after[1:], len(options)) if len(options) else places
    return Order(
        _forwards(options, wishes, before),
        _backwards(options, wishes, after),
        before < 0,
        after == len(options),
        barred,
    )


def _near_locked(option: Option, options: tuple[Option, ...], wishes: Wishes) -> bool:
    return any(other.locked and too_close(option, other, wishes) for other in options)


def _last_held(options: tuple[Option, ...]) -> int:
    return max((place for place, option in enumerate(options) if option.held), default=-1)


def _forwards(options: tuple[Option, ...], wishes: Wishes, before: Ints) -> Windows:
    """Whence: not so near that the rhythm forbids it, not so far, and not from before the last locked one."""
    soonest = [add_months(option.first, wishes.months_min) for option in options]
    latest = [add_months(option.first, wishes.months_max) for option in options] if wishes.months_max else []
    held = _last_held(options)
    ends = np.array([bisect_right(soonest, option.first) for option in options], dtype=np.int64)
    begins = np.array(
        [0 if place <= held or not latest else bisect_left(latest, one.first) for place, one in enumerate(options)],
        dtype=np.int64,
    )
    # The locked one before is reached however near; only too far it may not be.
    return Windows(np.maximum(begins, before + 1), ends, np.where(begins <= before, before, -1))


def _backwards(options: tuple[Option, ...], wishes: Wishes, after: Ints) -> Windows:
    """Whither: the same arrows, seen from where they start."""
    starts = [option.first for option in options]
    held = _last_held(options)
    begins = np.array([bisect_left(starts, add_months(one.first, wishes.months_min)) for one in options], np.int64)
    ends = np.array(
        [
            len(options)
            if place < held or wishes.months_max is None
            else bisect_right(starts, add_months(one.first, wishes.months_max))
            for place, one in enumerate(options)
        ],
        dtype=np.int64,
    )
    jumps = np.where(after < ends, after, -1)
    return Windows(begins, np.minimum(ends, after), jumps)
