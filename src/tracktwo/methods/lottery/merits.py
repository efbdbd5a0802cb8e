"""Suitability: the highest assessed scores that the quotas allow, while everybody who can sit keeps a least chance.

Maximise the mean total score of a cohort,  sum_c w_c s x_c,  over lotteries that give every selectable person at
least the floor P. Whatever prices y >= 0 per kind are, every such lottery has

    s pi + y pi  <=  max over seatings of (s + y) x  <=  target,   y_k pi_k >= y_k n_k P,
    =>  s pi  <=  target - P sum_k n_k y_k  =: bound.

Where bound = value, no lottery that keeps the floor has a higher mean score. All of it in fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.certificate import Certificate, Worth, marginals, whole_prices
from tracktwo.methods.lottery.cover import Cover
from tracktwo.methods.lottery.exact import common_denominator
from tracktwo.methods.lottery.generate import NOISE, Generator, Progress
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.master import Exact, Master, Prices, round_weights
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.tree import Tree
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits

_DIVES = 4


@dataclass(frozen=True)
class Merited:
    """The lottery found: its certificate, its mean score per cohort, and what none exceeds (float where unproven)."""

    certificate: Certificate
    value: Fraction
    bound: float


def find_merited(
    setting: Setting, pricer: Pricer, cover: Cover, floor: Fraction, limits: Limits, rounds: int, progress: Progress
) -> Merited:
    """The lottery of the highest mean score with the floor kept. Raises ``lottery.floor_too_high``,
    ``lottery.stopped``.
    """
    selectable = tuple(kind for kind in range(len(setting.kinds)) if kind not in cover.barred)
    seatings = _reach_floor(setting, pricer, cover, selectable, floor, limits, rounds, progress)
    return _Search(setting, pricer, cover, selectable, floor, limits, rounds, seatings).run(progress)


def _reach_floor(
    setting: Setting,
    pricer: Pricer,
    cover: Cover,
    selectable: tuple[int, ...],
    floor: Fraction,
    limits: Limits,
    rounds: int,
    progress: Progress,
) -> list[Seating]:
    """Seatings over which some lottery keeps the floor."""
    if not floor:
        return list(cover.seatings)
    generator = Generator(setting, pricer, selectable, limits, rounds)
    generator.start(cover, progress)
    closed = generator.close_stage(progress, enough=float(floor) + NOISE)
    level = closed.exact.level if closed.exact else Fraction(closed.prices.level)
    if level < floor and closed.stage is None and closed.bound > float(floor):
        raise Refusal("lottery.stopped")
    if level < floor:
        raise Refusal("lottery.floor_too_high", floor=str(floor), most=f"{float(level):.6f}")
    return list(generator.master.seatings)


class _Search:
    """Column generation with the scores as the seatings' own worth."""

    def __init__(
        self,
        setting: Setting,
        pricer: Pricer,
        cover: Cover,
        selectable: tuple[int, ...],
        floor: Fraction,
        limits: Limits,
        rounds: int,
        seatings: list[Seating],
    ) -> None:
        self._setting, self._pricer, self._cover, self._floor = setting, pricer, cover, floor
        self._rounds, self._stop = rounds, limits.stop
        scores = [kind.score for kind in setting.kinds]
        self._unit = common_denominator(scores)
        self._worths = tuple(int(score * self._unit) for score in scores)
        self._master = Master(setting, selectable, limits, self._worths)
        self._master.fix(dict.fromkeys(selectable, floor))
        for seating in seatings:
            self._master.add(seating)
        self._bound = pricer.bound_relaxed(np.array(self._worths, dtype=np.float64)) / self._unit

    def run(self, progress: Progress) -> Merited:
        while True:
            prices, closed = self._rise(progress)
            exact = self._hold(self._master.solve_exactly()) if closed else None
            if exact is None:
                return self._finish(round_weights(prices.weights), None)
            try:
                return self._finish(exact.weights, self._certify(exact))
            except Counterexample as better:
                if not self._master.add(better.seating):
                    return self._finish(exact.weights, None)

    def _rise(self, progress: Progress) -> tuple[Prices, bool]:
        while True:
            prices = self._master.solve()
            progress(0, float(self._floor), 1.0)
            if self._stop is not None and self._stop():
                raise Refusal("lottery.stopped")
            if self._rounds <= 0:
                return prices, False
            self._rounds -= 1
            if not self._improve(prices):
                return prices, True

    def _improve(self, prices: Prices) -> bool:
        asked = prices.prices + np.array(self._worths, dtype=np.float64)
        noise = NOISE * max(1.0, abs(prices.target))
        found = [
            seating for seating in self._pricer.dive(asked, _DIVES) if np.dot(asked, seating) > prices.target + noise
        ]
        if sum(self._master.add(seating) for seating in sorted(set(found))):
            return True
        priced = self._pricer.price_surely(asked)
        if priced is None:
            raise Refusal("lottery.stopped")
        self._bound = min(self._bound, (prices.level + max(0.0, priced.bound - prices.target)) / self._unit)
        return priced.worth > prices.target + noise and self._master.add(priced.seating)

    def _hold(self, exact: Exact | None) -> Exact | None:
        """The fractions, if they are a lottery that keeps the floor."""
        if exact is None or sum(exact.weights) != 1:
            return None
        chances = marginals(self._setting, tuple(self._master.seatings), exact.weights)
        free = (kind for kind in range(len(chances)) if kind not in self._cover.barred)
        return exact if all(chances[kind] >= self._floor for kind in free) else None

    def _certify(self, exact: Exact) -> Worth:
        prices = tuple(price / self._unit for price in exact.prices)
        held = sum((y * size for y, size in zip(prices, self._setting.sizes, strict=True)), Fraction(0)) * self._floor
        target = exact.level / self._unit + held
        return Worth(self._floor, prices, target, self._prove(prices, target))

    def _prove(self, prices: tuple[Fraction, ...], target: Fraction) -> Tree | None:
        scores = (kind.score for kind in self._setting.kinds)
        whole, limit = whole_prices(tuple(y + s for y, s in zip(prices, scores, strict=True)), target)
        try:
            return prove_at_most(self._setting, whole, limit)
        except GivenUp:
            return None

    def _finish(self, weights: tuple[Fraction, ...], worth: Worth | None) -> Merited:
        kept = sorted((x, weight) for x, weight in zip(self._master.seatings, weights, strict=True) if weight)
        certificate = Certificate(
            tuple(seating for seating, _ in kept),
            tuple(weight for _, weight in kept),
            (),
            self._cover.barred,
            self._cover.barred_tree,
            worth or Worth(self._floor, (), Fraction(0), None),
        )
        total = sum((Fraction(self._master.worth(x)) * weight for x, weight in kept), Fraction(0))
        return Merited(certificate, total / self._unit, self._bound)
