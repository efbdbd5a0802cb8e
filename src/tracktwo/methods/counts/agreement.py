"""How far independent assessors agree: Krippendorff's alpha, exactly, with an interval that needs no chance.

Source: K. Krippendorff, Content Analysis, 4th ed. 2019, ch. 12; the worked examples are those of his "Computing
Krippendorff's Alpha-Reliability", 2011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt

from scipy.special import stdtrit

from tracktwo.methods.record import Refusal

NOMINAL, ORDINAL, INTERVAL = "nominal", "ordinal", "interval"
LEVELS = (NOMINAL, ORDINAL, INTERVAL)
FEWEST_UNITS = 5

Value = int | Fraction
Unit = Sequence[Value | None]
Distance = Callable[[Value, Value], Fraction]


@dataclass(frozen=True)
class Agreement:
    """``alpha`` is 1 for complete agreement, 0 for what chance would give, below 0 for less; None where nothing varies.

    ``low`` and ``high`` hold alpha at ``level`` (0.95) if the units are a sample of such units; both None where the
    units are too few, or agree so completely that their spread says nothing. ``units`` are those with two values at
    least, ``values`` what stands in them.
    """

    alpha: Fraction | None
    low: float | None
    high: float | None
    units: int
    values: int


def agreement(units: Sequence[Unit], scale: str = ORDINAL, level: float = 0.95) -> Agreement:
    """Krippendorff's alpha over ``units`` (one a nominee; in it one value an assessor, None where there is none).

    alpha = 1 - (n - 1) * sum o_ck d_ck / sum n_c n_k d_ck, where o are coincidences, n their margins and d the squared
    distance of the scale: 0 or 1 (nominal), (c - k)^2 (interval), the squared number of ranks between (ordinal).
    Interval: the jackknife over units of log(1 - alpha) with Student's t on units - 1 degrees of freedom (Tukey 1958;
    Miller, Biometrika 61, 1974, 1-15), so it never passes 1. Refuses ``counts.not_a_scale`` and
    ``counts.not_a_level``. O(units^2 * values^2).
    """
    if scale not in LEVELS:
        raise Refusal("counts.not_a_scale", scale=scale, scales=", ".join(LEVELS))
    if not 0 < level < 1:
        raise Refusal("counts.not_a_level", level=level)
    paired = [present for unit in units if len(present := [value for value in unit if value is not None]) >= 2]
    low, high = _jackknife(paired, scale, level)
    return Agreement(_alpha(paired, scale), low, high, len(paired), sum(map(len, paired)))


def _alpha(units: Sequence[Sequence[Value]], scale: str) -> Fraction | None:
    seen = _disagreement(units, scale)
    return None if seen is None else 1 - seen


def _disagreement(units: Sequence[Sequence[Value]], scale: str) -> Fraction | None:
    """Observed over expected disagreement, 1 - alpha; None where all values are equal."""
    margins = Counter(value for unit in units for value in unit)
    n, d = sum(margins.values()), _distance(scale, margins)
    expected = sum((margins[c] * margins[k] * d(c, k) for c in margins for k in margins), Fraction(0))
    if expected == 0:
        return None
    observed = sum((_within(unit, d) for unit in units), Fraction(0))
    return (n - 1) * observed / expected


def _within(unit: Sequence[Value], d: Distance) -> Fraction:
    """Each ordered pair of values in a unit counts one (m - 1)th, so a unit weighs as much as it holds values."""
    held = Counter(unit)
    pairs = sum((held[c] * held[k] * d(c, k) for c in held for k in held), Fraction(0))
    return pairs / (len(unit) - 1)


def _distance(scale: str, margins: Mapping[Value, int]) -> Distance:
    if scale == NOMINAL:
        return lambda c, k: Fraction(c != k)
    if scale == INTERVAL:
        return lambda c, k: Fraction((c - k) ** 2)
    place = _ranks(margins)
    return lambda c, k: (place[c] - place[k]) ** 2


def _ranks(margins: Mapping[Value, int]) -> dict[Value, Fraction]:
    """The mid-rank of each value: the ranks between two values are what lies between, and half of each end."""
    below, ranks = 0, {}
    for value in sorted(margins):
        ranks[value] = below + Fraction(margins[value], 2)
        below += margins[value]
    return ranks


def _jackknife(units: Sequence[Sequence[Value]], scale: str, level: float) -> tuple[float | None, float | None]:
    n = len(units)
    if n < FEWEST_UNITS:
        return None, None
    parts = [_disagreement(units, scale)]
    parts += [_disagreement([*units[:left_out], *units[left_out + 1 :]], scale) for left_out in range(n)]
    if any(part is None or part == 0 for part in parts):
        return None, None
    whole, *without = (log(float(part)) for part in parts if part is not None)
    pseudo = [n * whole - (n - 1) * one for one in without]
    middle = sum(pseudo) / n
    error = sqrt(sum((one - middle) ** 2 for one in pseudo) / (n - 1) / n)
    reach = float(stdtrit(n - 1, 1 - (1 - level) / 2)) * error
    return 1 - exp(whole + reach), 1 - exp(whole - reach)
