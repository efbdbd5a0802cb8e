"""From a lottery over seatings to a lottery over cohorts of people in which everybody of a kind has the
same chance.

Lay the seatings along the time from 0 to 1, each as long as its weight: whoever sits for a share of that time has
this chance. The n people of a kind share its seats like jobs of one length on machines that are there for a while:
seat 0 whenever the kind has a seat, seat 1 whenever it has two, and on. Seen in the order "most seats first" every
seat is there from 0 to its end, and Schmidt's rule (Journal of the ACM 31, 1984, after McNaughton 1959) fills them
with a piece or two per person, never two at once. So the whole lottery is filled in one go, and there are no more
cohorts than seatings and people, where splitting every seating by itself would make one per seating and person.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate, pairwise
from math import gcd, lcm

from tracktwo.methods.lottery.exact import common_denominator
from tracktwo.methods.lottery.kinds import Seating, Setting

# Sorted ids.
Cohort = tuple[str, ...]
# From a time to a time, in whole units.
Stretch = tuple[int, int]


def spread_people(
    setting: Setting, seatings: tuple[Seating, ...], weights: tuple[Fraction, ...]
) -> tuple[tuple[Cohort, ...], tuple[int, ...]]:
    """Cohorts in sorted order with whole weights that have no common factor. O((seatings + people) x seats)."""
    whole = _whole_weights(setting, seatings, weights)
    shares: dict[Cohort, int] = defaultdict(int)
    for cohort, share in _sweep(_fill(setting, seatings, whole)):
        shares[cohort] += share
    cohorts = tuple(sorted(shares))
    factor = gcd(*shares.values())
    return cohorts, tuple(shares[cohort] // factor for cohort in cohorts)


def _whole_weights(setting: Setting, seatings: tuple[Seating, ...], weights: tuple[Fraction, ...]) -> list[int]:
    """Weights in a unit so fine that everybody's share of the seats of a kind is whole."""
    common = common_denominator(list(weights))
    whole = [int(weight * common) for weight in weights]
    finer = 1
    for size, seats in zip(setting.sizes, zip(*seatings, strict=True), strict=True):
        total = sum(weight * seated for weight, seated in zip(whole, seats, strict=True) if seated)
        finer = lcm(finer, size // gcd(size, total))
    return [weight * finer for weight in whole]


@dataclass
class _Moment:
    """Who sits down and who gets up at a time."""

    down: list[str] = field(default_factory=list)
    up: list[str] = field(default_factory=list)


def _fill(setting: Setting, seatings: tuple[Seating, ...], whole: list[int]) -> dict[int, _Moment]:
    starts = [0, *accumulate(whole)]
    moments = defaultdict(_Moment, {0: _Moment(), starts[-1]: _Moment()})
    for kind, seats in zip(setting.kinds, zip(*seatings, strict=True), strict=True):
        present = [place for place, seated in enumerate(seats) if seated and whole[place]]
        order = sorted(present, key=lambda place: -seats[place])
        inner = [0, *accumulate(whole[place] for place in order)]
        ends = [inner[sum(seats[place] > seat for place in order)] for seat in range(max(seats))]
        for person, stretches in zip(kind.people, _share(ends, kind.size), strict=False):
            for start, end in _outer(stretches, order, inner, starts):
                moments[start].down.append(person)
                moments[end].up.append(person)
    return moments


def _share(ends: list[int], size: int) -> Iterator[list[Stretch]]:
    """Seats that are there from 0 to their end, longest first, in equal pieces for ``size`` people: Schmidt's rule."""
    piece = sum(ends) // size
    left = [-end for end in ends if end]
    while left:
        # The last seat that is long enough for a piece, and the first one that is not.
        short = bisect_right(left, -piece)
        end = -left[short - 1]
        if short == len(left):
            yield [(end - piece, end)]
            left[-1] += piece
        else:
            begun = -left.pop(short)
            yield [(0, begun), (end + begun - piece, end)]
            left[short - 1] += piece - begun
        if not left[-1]:
            left.pop()


def _outer(stretches: list[Stretch], order: list[int], inner: list[int], starts: list[int]) -> Iterator[Stretch]:
    """The same stretches in the time of all kinds: ``inner`` cuts the kind's own time into seatings."""
    for start, end in stretches:
        for place in range(bisect_right(inner, start) - 1, bisect_left(inner, end)):
            shift = starts[order[place]] - inner[place]
            yield max(start, inner[place]) + shift, min(end, inner[place + 1]) + shift


def _sweep(moments: dict[int, _Moment]) -> Iterator[tuple[Cohort, int]]:
    """Every cohort in turn, for as long as it sits."""
    seated: list[str] = []
    for time, until in pairwise(sorted(moments)):
        for person in moments[time].up:
            del seated[bisect_left(seated, person)]
        for person in moments[time].down:
            insort(seated, person)
        yield tuple(seated), until - time
