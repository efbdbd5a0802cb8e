"""From a lottery over seatings to a lottery over cohorts of people in which everybody of a kind has the
same chance.

Within a seating that seats x of the n people of a kind, lay x rows of length 1 end to end and cut the line
into n equal pieces, one per person (McNaughton's wrap-around rule, Management Science 6, 1959). At a time s
in [0, 1) those people sit whose pieces hold s, 1 + s, 2 + s ...: always x of them, each for x/n of the
time. Between the cuts of all kinds nothing changes, so each stretch between two cuts is one cohort,
weighing its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from tracktwo.methods.lottery.exact import common_denominator
from tracktwo.methods.lottery.kinds import Kind, Seating, Setting

# Sorted ids.
Cohort = tuple[str, ...]


def spread_people(
    setting: Setting, seatings: tuple[Seating, ...], weights: tuple[Fraction, ...]
) -> tuple[tuple[Cohort, ...], tuple[int, ...]]:
    """Cohorts in sorted order with whole weights that have no common factor. O(cohorts x seats)."""
    shares: dict[Cohort, Fraction] = {}
    for seating, weight in zip(seatings, weights, strict=True):
        if weight:
            for cohort, share in _rotate(setting, seating):
                shares[cohort] = shares.get(cohort, Fraction(0)) + weight * share
    cohorts = tuple(sorted(shares))
    common = common_denominator(list(shares.values()))
    whole = [int(shares[cohort] * common) for cohort in cohorts]
    factor = gcd(*whole)
    return cohorts, tuple(weight // factor for weight in whole)


def _rotate(setting: Setting, seating: Seating) -> Iterator[tuple[Cohort, Fraction]]:
    pairs = list(zip(setting.kinds, seating, strict=True))
    cuts = sorted({cut for kind, seated in pairs for cut in _cut(kind.size, seated)})
    for start, end in zip(cuts, [*cuts[1:], Fraction(1)], strict=True):
        members = [person for kind, seated in pairs for person in _sit(kind, seated, start)]
        yield tuple(sorted(members)), end - start


def _cut(size: int, seated: int) -> Iterator[Fraction]:
    """Where in [0, 1) the pieces begin. With none or all seated nothing ever changes."""
    if seated in (0, size):
        return iter((Fraction(0),))
    steps = size // gcd(size, seated)
    return (Fraction(place * seated % size, size) for place in range(steps))


def _sit(kind: Kind, seated: int, time: Fraction) -> list[str]:
    """The people whose piece [i x/n, (i + 1) x/n) holds row + time: i = floor((row + time) n / x)."""
    top, bottom = time.numerator, time.denominator
    return [kind.people[(row * bottom + top) * kind.size // (bottom * seated)] for row in range(seated)]
