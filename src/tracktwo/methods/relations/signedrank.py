"""How large the change is: the Hodges-Lehmann estimate and its exact interval from Wilcoxon's signed ranks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from statistics import median

from tracktwo.methods.record import Refusal
from tracktwo.methods.relations.signflip import Number, exactly

LEVEL = Fraction(95, 100)


@dataclass(frozen=True)
class Interval:
    """From ``low`` to ``high``, both included; ``coverage`` = the exact least probability of covering the
    change.
    """

    low: Fraction
    high: Fraction
    coverage: Fraction


def hodges_lehmann(differences: Sequence[Number]) -> Fraction:
    """The median of all n (n + 1) / 2 averages of two differences, each also with itself (Walsh averages).

    Hodges and Lehmann, Annals of Mathematical Statistics 34 (1963) 598-611. Refuses ``relations.no_pairs``.
    """
    return Fraction(median(_walsh(differences)))


def signed_rank_interval(differences: Sequence[Number], level: Fraction = LEVEL) -> Interval | None:
    """The k-th smallest to the k-th largest Walsh average, k the largest with 1 - 2 P(T < k) >= ``level``.

    T is Wilcoxon's signed-rank statistic under symmetry; None where even the widest interval (k = 1) covers
    less than ``level``, which for 95 % is so up to five pairs. With ties or zeros the interval covers no
    less. Tukey 1949; Hollander and Wolfe, Nonparametric Statistical Methods (1973), section 3.3. O(n**3).
    """
    walsh = _walsh(differences)
    patterns = signed_rank_counts(len(differences))
    below, k, tail = 0, 0, 0
    for count in patterns:
        below += count
        if 1 - Fraction(2 * below, sum(patterns)) < level:
            break
        k, tail = k + 1, below
    if k == 0:
        return None
    return Interval(walsh[k - 1], walsh[-k], 1 - Fraction(2 * tail, sum(patterns)))


def signed_rank_counts(pairs: int) -> list[int]:
    """For t = 0 .. n (n + 1) / 2: how many of the 2**n sets of ranks from 1..n add up to t."""
    counts = [1]
    for rank in range(1, pairs + 1):
        shifted = [0] * rank + counts
        counts = [old + new for old, new in zip(counts + [0] * rank, shifted, strict=True)]
    return counts


def _walsh(differences: Sequence[Number]) -> list[Fraction]:
    if not differences:
        raise Refusal("relations.no_pairs")
    exact = [exactly(difference) for difference in differences]
    return sorted((one + other) / 2 for one, other in combinations_with_replacement(exact, 2))
