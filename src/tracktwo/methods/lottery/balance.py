"""Nash: the lottery with the highest product of chances (equally, their highest geometric mean).

With N people who can sit, chances p and any prices q > 0 per seat, every lottery p' has by Jensen's inequality

    geomean(p') <= (1/N) sum_k q_k pi'_k / geomean(q) <= (T/N) / geomean(q),   T >= max over seatings of q x,

and since a geometric mean is never below the harmonic one, geomean(p q) >= N / sum_k n_k / (p_k q_k). So

    geomean(p') / geomean(p) <= (T/N) (1/N) sum_k n_k / (p_k q_k) =: factor,

a fraction, without a logarithm. At the best lottery q = 1/p brings it down to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.certificate import Balance, Certificate, marginals, measure_factor, whole_prices
from tracktwo.methods.lottery.cover import Cover
from tracktwo.methods.lottery.generate import Progress
from tracktwo.methods.lottery.interior import balance_weights
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.master import round_weights
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.tree import Tree
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits
from tracktwo.methods.solver.model import Floats

_DIVES = 6
# A seating must promise at least this much more, relatively; prices are kept to 2^-30.
_ENOUGH = 1e-9
_FINE = 2**30


@dataclass(frozen=True)
class Balanced:
    """``mean``: the geometric mean of the chances; ``factor``: no lottery's is higher than mean times this."""

    certificate: Certificate
    mean: float
    factor: Fraction


def find_balanced(
    setting: Setting, pricer: Pricer, cover: Cover, limits: Limits, rounds: int, progress: Progress
) -> Balanced:
    """The lottery of the highest product of chances over the selectable. Raises ``lottery.stopped``."""
    return _Search(setting, pricer, cover, limits, rounds).run(progress)


class _Search:
    """Column generation in which the weights of the known seatings come from an interior-point method."""

    def __init__(self, setting: Setting, pricer: Pricer, cover: Cover, limits: Limits, rounds: int) -> None:
        self._setting, self._pricer, self._cover = setting, pricer, cover
        self._rounds, self._limits = rounds, limits
        self._kinds = [kind for kind in range(len(setting.kinds)) if kind not in cover.barred]
        self._sizes = np.array([setting.sizes[kind] for kind in self._kinds], dtype=np.float64)
        self._seatings = list(dict.fromkeys(cover.seatings))
        self._add(next(cover.beginning.batches))

    def run(self, progress: Progress) -> Balanced:
        while True:
            weights, chances = self._weigh(progress)
            prices = 1.0 / chances
            if self._rounds > 0 and self._dive(prices):
                continue
            bound, better = self._price(prices)
            if better and self._rounds > 0:
                continue
            balance = self._certify(prices, bound)
            if balance is not None:
                return self._finish(weights, balance)

    def _weigh(self, progress: Progress) -> tuple[Floats, Floats]:
        self._rounds -= 1
        if self._limits.stop is not None and self._limits.stop():
            raise Refusal("lottery.stopped")
        shares = np.array(self._seatings, dtype=np.float64)[:, self._kinds].T / self._sizes[:, None]
        weights = balance_weights(shares, self._sizes)
        chances = shares @ weights
        progress(0, float(chances.min()), 1.0)
        return weights, chances

    def _add(self, found: list[Seating]) -> bool:
        fresh = sorted(set(found) - set(self._seatings))
        self._seatings += fresh
        return bool(fresh)

    def _spread(self, prices: Floats) -> Floats:
        whole = np.zeros(len(self._setting.kinds))
        whole[self._kinds] = prices
        return whole

    def _dive(self, prices: Floats) -> bool:
        asked, least = self._spread(prices), self._sizes.sum() * (1 + _ENOUGH)
        found = self._pricer.dive(asked, _DIVES)
        return self._add([seating for seating in found if float(np.dot(asked, seating)) > least])

    def _price(self, prices: Floats) -> tuple[float, bool]:
        """What no seating exceeds at these prices, and whether a better seating came of asking."""
        priced = self._pricer.price_surely(self._spread(prices))
        if priced is None:
            raise Refusal("lottery.stopped")
        better = priced.worth > self._sizes.sum() * (1 + _ENOUGH)
        return priced.bound, self._add([priced.seating]) if better else False

    def _certify(self, prices: Floats, bound: float) -> Balance | None:
        """None when proving found a better seating."""
        whole = tuple(Fraction(round(float(price) * _FINE), _FINE) for price in self._spread(prices))
        target = Fraction(int(bound * (1 + _ENOUGH) * _FINE) + 1, _FINE)
        try:
            return Balance(whole, target, self._prove(whole, target))
        except Counterexample as better:
            return None if self._add([better.seating]) else Balance(whole, target, None)

    def _prove(self, prices: tuple[Fraction, ...], target: Fraction) -> Tree | None:
        try:
            return prove_at_most(self._setting, *whole_prices(prices, target))
        except GivenUp:
            return None

    def _finish(self, weights: Floats, balance: Balance) -> Balanced:
        kept = sorted((x, w) for x, w in zip(self._seatings, round_weights(weights), strict=False) if w)
        seatings, parts = tuple(x for x, _ in kept), tuple(w for _, w in kept)
        certificate = Certificate(seatings, parts, (), self._cover.barred, self._cover.barred_tree, balance)
        chances = marginals(self._setting, seatings, parts)
        logs = np.log([float(chances[kind]) for kind in self._kinds])
        mean = float(np.exp(logs @ self._sizes / self._sizes.sum()))
        return Balanced(certificate, mean, measure_factor(self._setting, certificate, balance))
