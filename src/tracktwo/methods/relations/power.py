"""What a sample of this size cannot show, in numbers that a page can say in one sentence."""

from __future__ import annotations

from fractions import Fraction

from tracktwo.methods.record import Refusal
from tracktwo.methods.relations.signflip import smallest_p

LEVEL = Fraction(5, 100)
CHANGE = 0.8  # standard deviations of the differences: what behavioural research calls a large change

# In how many of 100 samples of 6, 7, .. 40 pairs the exact two-sided Wilcoxon signed-rank test (the one the
# interval
# is made of; p <= 0.05) notices a change of 0.8 standard deviations when differences are normal. Simulated
# once,
# 400,000 samples a size (2,000,000 for 12: 66.7), rounded down so that no sentence promises more than there
# is.
_NOTICED = (
    23, 40, 43, 49, 59, 61, 66, 73, 77, 80, 81, 84, 87, 89, 91, 92, 93, 94, 95, 96, 96, 97, 97, 98, 98, 98,
    98, 99, 99, 99, 99, 99, 99, 99, 99,
)  # fmt: skip


def noticed_of_100(pairs: int) -> int:
    """Power as a count: of 100 workshops with ``pairs`` linked people in which the true change is 0.8
    standard deviations, about how many would give p <= 0.05. Up to five pairs none can; beyond forty the
    value of forty.
    """
    if pairs < 6:
        return 0
    return _NOTICED[min(pairs, 40) - 6]


def cannot_show(pairs: int, changed: int) -> tuple[Refusal, ...]:
    """The sentences, as codes with numbers, that must stand beside any result of this size.

    ``pairs``: linked people; ``changed``: those whose two answers differ (a zero adds no pattern to the
    test).
    """
    said = [Refusal("relations.no_cause")]
    for code, size in (("relations.cannot_reach", pairs), ("relations.too_few_changed", changed)):
        least = smallest_p(size)
        if least > LEVEL:
            fraction = f"{least.numerator}/{least.denominator}"
            return (*said, Refusal(code, count=size, fraction=fraction, p=f"{float(least):.4g}"))
    return (*said, Refusal("relations.power", pairs=pairs, noticed=noticed_of_100(pairs)))
