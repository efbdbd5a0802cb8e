"""A uniform list of m cohorts for a draw by hand, as near to the exact lottery as dependent rounding brings it.

First the weights of the seatings, m times each, are rounded to whole numbers of cohorts: move along a direction
that changes no kind's chance (while one exists) until a number is whole, and again; only when no such direction is
left is the kind dropped that can lose least (the argument of Beck and Fiala, Discrete Applied Mathematics 3, 1981;
used for panels by Flanigan, Kehne and Procaccia, NeurIPS 2021). Then the seats of each kind go round among its
people in order, so that nobody of a kind sits more than one cohort more often than another.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.outcome import Lottery
from tracktwo.methods.lottery.spread import Cohort
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver.model import Floats

_WHOLE = 1e-9


@dataclass(frozen=True)
class Uniform:
    """``cohorts``: m of them, sorted, each as likely as any other (one may stand twice).

    ``probabilities``: everybody's chance by this list. ``largest_change``: by how much it differs at most from
    the exact lottery's, anybody's. ``minimum``: the lowest chance of those who can sit.
    """

    cohorts: tuple[Cohort, ...]
    probabilities: dict[str, Fraction]
    largest_change: Fraction
    minimum: Fraction


def round_uniform(lottery: Lottery, m: int) -> Uniform:
    """The list of ``m`` cohorts (100 or 1,000, say). No chance enters: the same lottery gives the same list.

    Raises Refusal ``lottery.uniform``: m below 1 or above 100,000.
    """
    if not 1 <= m <= 100_000:
        raise Refusal("lottery.uniform", most=100_000)
    setting, certificate = lottery.setting, lottery.certificate
    counts = _round_counts(setting, certificate.seatings, certificate.weights, m)
    cohorts = _deal(setting, certificate.seatings, counts)
    seated = dict.fromkeys(lottery.probabilities, 0)
    for cohort in cohorts:
        for person in cohort:
            seated[person] += 1
    chances = {person: Fraction(count, m) for person, count in seated.items()}
    changes = [abs(chances[person] - exact) for person, exact in lottery.probabilities.items()]
    barred = frozenset(lottery.unselectable)
    lowest = min(chance for person, chance in chances.items() if person not in barred)
    return Uniform(tuple(sorted(cohorts)), chances, max(changes), lowest)


def _round_counts(setting: Setting, seatings: tuple[Seating, ...], weights: tuple[Fraction, ...], m: int) -> list[int]:
    """How many cohorts each seating gets: whole numbers that sum to m, each next to m times its weight."""
    whole = [int(weight * m) for weight in weights]
    rest = np.array([float(weight * m - count) for weight, count in zip(weights, whole, strict=True)])
    shares = np.array(seatings, dtype=np.float64).T / np.array(setting.sizes, dtype=np.float64)[:, None]
    rounded = _round_dependently(shares, rest)
    return [count + int(more) for count, more in zip(whole, rounded, strict=True)]


def _round_dependently(shares: Floats, start: Floats) -> Floats:
    """Numbers in [0, 1] to 0 or 1, their sum kept, ``shares @ numbers`` nearly so."""
    values = np.clip(start.copy(), 0.0, 1.0)
    aim = shares @ values
    kept = np.ones(len(shares), dtype=np.bool_)
    while True:
        values[np.abs(values - np.rint(values)) < _WHOLE] = np.rint(values[np.abs(values - np.rint(values)) < _WHOLE])
        broken = np.flatnonzero((values > 0) & (values < 1))
        if len(broken) <= 1:
            break
        move = _find_direction(shares, kept, broken)
        values[broken] = _walk(values, broken, move, shares, aim)
    # The sum is whole; the last number, if one is left, is whole but for noise.
    return np.rint(values)


def _find_direction(
    shares: Floats, kept: np.ndarray[tuple[int], np.dtype[np.bool_]], broken: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Floats:
    """A direction with sum 0 that changes the kept kinds not at all; kinds are let go until there is one."""
    rows = np.flatnonzero(kept & (shares[:, broken].max(axis=1) > 0))
    room = len(broken) - 2
    if len(rows) > room:
        # Whoever the broken numbers concern least can lose least.
        order = np.argsort(shares[np.ix_(rows, broken)].sum(axis=1), kind="stable")
        kept[rows[order[: len(rows) - room]]] = False
        rows = np.sort(rows[order[len(rows) - room :]])
    system = np.vstack([np.ones(len(broken)), shares[np.ix_(rows, broken)]])
    _, _, right = np.linalg.svd(system[:, : len(rows) + 2])
    move = np.zeros(len(broken))
    move[: right.shape[1]] = right[-1]
    return move


def _walk(
    values: Floats, broken: np.ndarray[tuple[int], np.dtype[np.int64]], move: Floats, shares: Floats, aim: Floats
) -> Floats:
    """As far along the direction as some number allows, to the side that leaves the chances nearer to their aim."""
    ends = []
    for sign in (1.0, -1.0):
        step = sign * move
        up = np.where(step > 1e-12, (1 - values[broken]) / np.where(step > 1e-12, step, 1.0), np.inf)
        down = np.where(step < -1e-12, -values[broken] / np.where(step < -1e-12, step, -1.0), np.inf)
        length = float(min(up.min(), down.min()))
        end = np.clip(values[broken] + length * step, 0.0, 1.0)
        hit = int(np.argmin(np.minimum(up, down)))
        end[hit] = np.rint(end[hit])
        trial = values.copy()
        trial[broken] = end
        ends.append((round(float(np.square(shares @ trial - aim).sum()), 12), end))
    return ends[0][1] if ends[0][0] <= ends[1][0] else ends[1][1]


def _deal(setting: Setting, seatings: tuple[Seating, ...], counts: list[int]) -> list[Cohort]:
    """Seats of a kind go round among its people."""
    turn = [0] * len(setting.kinds)
    cohorts = []
    for seating, count in zip(seatings, counts, strict=True):
        for _ in range(count):
            members: list[str] = []
            for place, seated in enumerate(seating):
                people = setting.kinds[place].people
                members += [people[(turn[place] + seat) % len(people)] for seat in range(seated)]
                turn[place] += seated
            cohorts.append(tuple(sorted(members)))
    return cohorts
