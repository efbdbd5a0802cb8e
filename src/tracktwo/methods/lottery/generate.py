"""Column generation, stage by stage: prices from the master, better seatings from the pricer, until none is
better.

Leximin after Flanigan, Goelz, Gupta, Hennig and Procaccia (Nature 596, 2021): raise the lowest chance, fix
who cannot have more, raise the next. Every stage is closed by exact pricing, then its last basis is solved
in fractions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np

from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.certificate import Stage, marginals, whole_prices
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.master import Exact, Master, Prices
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.start import relax, take_apart
from tracktwo.methods.lottery.tree import Tree
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits

# A seating must be better by more than the solver's own noise (its tolerances are 1e-10).
NOISE = 1e-9
_DIVES = 8
# Batches at the start, and the share of the remaining gain below which another batch is not worth its time.
_MOST_BATCHES = 24
_WORTHWHILE = 0.1

# Called after every round with the number of levels fixed, the lowest chance so far and what it cannot
# exceed.
Progress = Callable[[int, float, float], None]


@dataclass(frozen=True)
class Closed:
    """What a stage came to: exact where the last basis held in fractions, otherwise ``exact`` is None."""

    prices: Prices
    bound: float
    exact: Exact | None
    stage: Stage | None


class Generator:
    """Carries the master and the pricer through the stages."""

    def __init__(
        self, setting: Setting, pricer: Pricer, selectable: tuple[int, ...], limits: Limits, rounds: int
    ) -> None:
        self._setting, self._pricer, self._rounds, self._stop = setting, pricer, rounds, limits.stop
        self.master = Master(setting, selectable, limits)
        self.levels: dict[int, Fraction] = {}
        self._selectable = selectable
        self._limits = limits
        self._ceiling = self._bound = 1.0

    def start(self, progress: Progress) -> None:
        """Seatings to begin with, a batch at a time, for as long as each batch closes much of what is left to gain."""
        relaxed = relax(self._setting, self._selectable, self._limits)
        self._ceiling = relaxed.bound
        batches = take_apart(self._setting, relaxed, self._pricer, max(10, len(self._selectable) // 8))
        level = 0.0
        for batch in islice(batches, _MOST_BATCHES):
            for seating in batch:
                self.master.add(seating)
            previous, level = level, self._look(progress).level
            left = self._ceiling - previous
            if level >= self._ceiling - NOISE or level - previous < _WORTHWHILE * left:
                break

    def _look(self, progress: Progress) -> Prices:
        """The lottery over the seatings so far. Raises ``lottery.stopped`` when asked to stop."""
        prices = self.master.solve()
        progress(len(self.levels), prices.level, self._bound)
        if self._stop is not None and self._stop():
            raise Refusal("lottery.stopped")
        return prices

    @property
    def free(self) -> tuple[int, ...]:
        return tuple(kind for kind in self._selectable if kind not in self.levels)

    def close_stage(self, progress: Progress, enough: float | None = None) -> Closed:
        """Raise the lowest free chance as far as it goes, or to ``enough``. Raises ``lottery.stopped``."""
        self._bound = 1.0 if self.levels else self._ceiling
        while True:
            prices, closed = self._rise(progress, enough)
            exact = self._hold(self.master.solve_exactly()) if closed else None
            if exact is None:
                return Closed(prices, self._bound, None, None)
            try:
                return Closed(prices, self._bound, exact, self._certify(exact))
            except Counterexample as better:
                if not self.master.add(better.seating):
                    return Closed(prices, self._bound, None, None)

    def fix(self, stage: Stage) -> None:
        fixed = dict.fromkeys(stage.fixed, stage.level)
        self.levels.update(fixed)
        self.master.fix(fixed)

    def _rise(self, progress: Progress, enough: float | None) -> tuple[Prices, bool]:
        """Rounds until no seating is better (True) or the allowance is used up (False)."""
        while True:
            prices = self._look(progress)
            if self._rounds <= 0 or (enough is not None and prices.level >= enough):
                return prices, False
            self._rounds -= 1
            if not self._dive(prices) and not self._improve_surely(prices):
                return prices, True

    def _dive(self, prices: Prices) -> bool:
        found = sorted(set(self._pricer.dive(prices.prices, _DIVES)))
        better = [seating for seating in found if _worth(prices, seating) > prices.target + NOISE]
        return sum(self.master.add(seating) for seating in better) > 0

    def _improve_surely(self, prices: Prices) -> bool:
        priced = self._pricer.price_surely(prices.prices)
        if priced is None:
            raise Refusal("lottery.stopped")
        self._bound = min(self._bound, prices.level + max(0.0, priced.bound - prices.target))
        return priced.worth > prices.target + NOISE and self.master.add(priced.seating)

    def _hold(self, exact: Exact | None) -> Exact | None:
        """The fractions, if they are a lottery that gives every kind at least its level."""
        if exact is None or sum(exact.weights) != 1:
            return None
        chances = marginals(self._setting, tuple(self.master.seatings), exact.weights)
        wanted = {**dict.fromkeys(self.free, exact.level), **self.levels}
        return exact if all(chances[kind] >= level for kind, level in wanted.items()) else None

    def _certify(self, exact: Exact) -> Stage:
        sizes = self._setting.sizes
        held = sum((exact.prices[k] * sizes[k] * level for k, level in self.levels.items()), Fraction(0))
        target = exact.level + held
        fixed = tuple(kind for kind in self.free if exact.prices[kind] > 0)
        return Stage(exact.level, fixed, exact.prices, target, self._prove(exact.prices, target))

    def _prove(self, prices: tuple[Fraction, ...], target: Fraction) -> Tree | None:
        whole, limit = whole_prices(prices, target)
        try:
            return prove_at_most(self._setting, whole, limit)
        except GivenUp:
            return None


def _worth(prices: Prices, seating: Seating) -> float:
    return float(np.dot(prices.prices, seating))
