"""Exact binomial tails and intervals: for samples, never for the room, where the vote is a census."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from scipy.special import betaincinv

from tracktwo.methods.record import Refusal


def binomial_tail(hits: int, trials: int, chance: Fraction = Fraction(1, 2)) -> Fraction:
    """P(X >= hits) for X ~ Binomial(trials, chance), as an exact fraction. O(trials)."""
    _check(hits, trials)
    other = 1 - chance
    return sum(
        (comb(trials, k) * chance**k * other ** (trials - k) for k in range(hits, trials + 1)),
        start=Fraction(0),
    )


def clopper_pearson(hits: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """The exact two-sided interval for a share, covering it at least ``level`` of the time.

    Each end is the share at which the observed tail has probability (1 - level) / 2 (Clopper and Pearson,
    Biometrika 26, 1934, 404-413), a quantile of a beta distribution. Refuses ``counts.not_a_share``,
    ``counts.not_a_level``.
    """
    _check(hits, trials)
    _check_level(level)
    return _lower(hits, trials, (1 - level) / 2), _upper(hits, trials, (1 - level) / 2)


def least_share(hits: int, trials: int, level: float = 0.95) -> float:
    """The exact one-sided lower bound: the share is at least this, right ``level`` of the time."""
    _check(hits, trials)
    _check_level(level)
    return _lower(hits, trials, 1 - level)


def _check(hits: int, trials: int) -> None:
    if not 0 <= hits <= trials or trials == 0:
        raise Refusal("counts.not_a_share", hits=hits, trials=trials)


def _check_level(level: float) -> None:
    if not 0 < level < 1:
        raise Refusal("counts.not_a_level", level=level)


def _lower(hits: int, trials: int, tail: float) -> float:
    return 0.0 if hits == 0 else float(betaincinv(hits, trials - hits + 1, tail))


def _upper(hits: int, trials: int, tail: float) -> float:
    return 1.0 if hits == trials else float(betaincinv(hits + 1, trials - hits, 1 - tail))
