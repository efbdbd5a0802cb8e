"""The exact sign-flip test: could a change like this come from nothing but chance in who went up and who
down?
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm

from tracktwo.methods.record import Refusal

Number = int | float | Decimal | Fraction
MOST_SUMS = 1 << 20  # every irregular sample of 20; far beyond any cohort on a scale of whole numbers


def exactly(number: Number) -> Fraction:
    """The number as written: 0.1 is one tenth, not the binary fraction nearest to it."""
    return Fraction(str(number)) if isinstance(number, float) else Fraction(number)


def sign_flip_p(differences: Sequence[Number]) -> Fraction:
    """Two-sided p: the share of all 2**n sign patterns with |sum of signed differences| >= the observed one.

    Exact by dynamic programming over the distinct sums of the differences made integers: O(n x sums). If the
    two waves could be exchanged for each person, p <= a happens with probability at most a (R. A. Fisher, The
    Design of Experiments, 1935, section 21). Zeros take part and change nothing. Refuses
    ``relations.no_pairs`` and ``relations.too_fine`` (more than 2**20 different sums: over 20 pairs of values
    with many decimals).
    """
    if not differences:
        raise Refusal("relations.no_pairs")
    steps = _integers([exactly(difference) for difference in differences])
    observed = abs(sum(steps))
    counts = _sums([abs(step) for step in steps])
    extreme = sum(count for total, count in counts.items() if abs(total) >= observed)
    return Fraction(extreme, sum(counts.values()))


def smallest_p(changed: int) -> Fraction:
    """The least two-sided p that ``changed`` non-zero differences can give: all one way, 2 patterns of
    2**changed.
    """
    return min(Fraction(2, 2**changed), Fraction(1))


def _integers(differences: Sequence[Fraction]) -> list[int]:
    scale = lcm(*(difference.denominator for difference in differences))
    whole = [int(difference * scale) for difference in differences]
    step = gcd(*whole) or 1
    return [number // step for number in whole]


def _sums(steps: Sequence[int]) -> dict[int, int]:
    """How many sign patterns of the non-zero ``steps`` give each sum."""
    counts = {0: 1}
    for step in filter(None, steps):
        grown: dict[int, int] = {}
        for total, count in counts.items():
            grown[total + step] = grown.get(total + step, 0) + count
            grown[total - step] = grown.get(total - step, 0) + count
        if len(grown) > MOST_SUMS:
            raise Refusal("relations.too_fine", pairs=len(steps))
        counts = grown
    return counts
