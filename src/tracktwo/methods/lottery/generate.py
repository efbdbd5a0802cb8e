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
from tracktwo.methods.lottery.cover import Cover
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.master import Exact, Master, Prices
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.tree import Tree
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits
from tracktwo.methods.solver.model import Floats

# A seating must be better by more than the solver's own noise (its tolerances are 1e-10).
NOISE = 1e-9
_DIVES = 8
# Batches at the start, and the share of the remaining gain below which another batch is not worth its time.
_MOST_BATCHES = 24
_WORTHWHILE = 0.1
# The share of the best prices seen in those that are asked for.
_CALM = 0.6

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
        self._ceiling = self._bound = 1.0
        self._centre: Floats | None = None

    def start(self, cover: Cover, progress: Progress) -> None:
        """Seatings to begin with, a batch at a time, for as long as each batch closes much of what is left to gain."""
        for seating in cover.seatings:
            self.master.add(seating)
        self._ceiling = self._bound = cover.beginning.relaxed.bound
        level = self._look(progress).level
        for batch in islice(cover.beginning.batches, _MOST_BATCHES):
            if level >= self._ceiling - NOISE:
                break
            for seating in batch:
                self.master.add(seating)
            previous, level = level, self._look(progress).level
            if level - previous < _WORTHWHILE * (self._ceiling - previous):
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
        self._centre = None
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
            if self._is_closed(prices) or not (self._improve(prices) or self._improve_surely(prices)):
                return prices, True

    def _is_closed(self, prices: Prices) -> bool:
        """Even broken seats promise no more: then there is nothing left to price."""
        bound = prices.level + max(0.0, self._pricer.bound_relaxed(prices.prices) - prices.target)
        self._bound = min(self._bound, bound)
        return self._bound <= prices.level + NOISE / 10

    def _improve(self, prices: Prices) -> bool:
        """Better seatings by diving, first at calmer prices: between the present ones and the best seen.

        The best seen are those that bound the level lowest (Wentges 1997; Pessoa et al., INFORMS Journal on
        Computing 30, 2018): the master's own prices swing wildly while it knows few seatings.
        """
        if self._centre is None or not self._setting_out(prices):
            self._centre = prices.prices
            return self._dive(prices, prices.prices)
        calm = _CALM * self._centre + (1.0 - _CALM) * prices.prices
        if self._measure(calm) < self._measure(self._centre):
            self._centre = calm
        return self._dive(prices, calm) or self._dive(prices, prices.prices)

    def _setting_out(self, prices: Prices) -> bool:
        """Is there still so much to gain that calm prices help?"""
        return self._bound - prices.level > 1e-6

    def _measure(self, asked: Floats) -> float:
        """What the level cannot exceed, by these prices and broken seats."""
        sizes = self._setting.sizes
        held = sum(float(asked[kind]) * sizes[kind] * float(level) for kind, level in self.levels.items())
        bound = self._pricer.bound_relaxed(asked) - held
        self._bound = min(self._bound, bound)
        return bound

    def _dive(self, prices: Prices, asked: Floats) -> bool:
        found = sorted(set(self._pricer.dive(asked, _DIVES)))
        better = [seating for seating in found if _worth(prices, seating) > prices.target + NOISE]
        return sum(self.master.add(seating) for seating in better) > 0

    def _improve_surely(self, prices: Prices) -> bool:
        least = prices.target + NOISE
        priced = self._pricer.price_surely(prices.prices, enough=least + (self._bound - prices.level) / 4)
        if priced is None:
            raise Refusal("lottery.stopped")
        self._bound = min(self._bound, prices.level + max(0.0, priced.bound - prices.target))
        return priced.worth > least and self.master.add(priced.seating)

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
