"""The last few seats: whole weights leave every kind a little short or over, and that is dealt out among few cohorts.

Some seatings give up units of their weight; what those seated, and what was missing, is dealt to as many new cohorts.
So all weights have one denominator of some thirty digits, where solving for them in fractions would make one of
thousands. Where the cards do not come out, a basis is solved in fractions after all, if it is small enough.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
from scipy.linalg import qr
from scipy.sparse import csr_array

from tracktwo.methods.lottery.exact import solve_exactly
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.large.evening import Large, Whole
from tracktwo.methods.lottery.large.table import Table
from tracktwo.methods.solver import Limits

# New cohorts at least. How many times as many as are needed, so that there is room for exchanges: one after another.
_LEAST, _ROOM = 40, (3, 8)
# A kind is crowded if it leaves fewer seats free in a seating than this, or than it is short of over this many.
_CROWDED, _FEW = 0.9, 20
# Kinds up to which a basis is solved in fractions.
_MOST = 1_200

Weights = dict[Seating, int]


def settle(
    setting: Setting, seatings: Whole, weights: Large, missing: Large, limits: Limits
) -> dict[Seating, Fraction] | None:
    """Weights, as shares of one, with which nothing is missing; None where that does not come out.

    ``weights``: whole, of a row of ``seatings`` each; ``missing``: seats per kind in all. Raises ``lottery.stopped``.
    """
    for room in _ROOM:
        dealt = _deal_rest(setting, seatings, weights, missing, room, limits)
        if dealt is not None:
            return dealt
    return _solve_rest(seatings, weights, missing)


def _deal_rest(
    setting: Setting, seatings: Whole, weights: Large, missing: Large, room: int, limits: Limits
) -> dict[Seating, Fraction] | None:
    sizes = np.array(setting.sizes, dtype=np.int64)
    more, over = divmod(int(missing.sum()), setting.seats)
    given = _give_up(seatings, sizes, missing.astype(np.int64), more, room)
    rest, cohorts = given @ seatings + missing.astype(np.int64), int(given.sum()) + more
    if over or (rest < 0).any() or (rest > cohorts * sizes).any() or (weights < given).any():
        return None
    table = Table(setting, rest, cohorts)
    if not table.mend(limits):
        return None
    kept = Counter(table.seatings())
    for seating, weight in zip(seatings.tolist(), (weights - given).tolist(), strict=True):
        kept[tuple(seating)] += weight
    return {seating: Fraction(weight, kept.total()) for seating, weight in kept.items() if weight}


def _give_up(seatings: Whole, sizes: Whole, missing: Whole, more: int, room: int) -> Whole:
    """Units given up by each seating, ``room`` times as many as are needed: together they seat every kind that is over
    as often as that, and leave a seat free to every kind that is short. ``more`` new cohorts than units come of them.
    """
    free = sizes - seatings
    short = missing - more * sizes
    over, crowded = missing < 0, (short > 0) & (free.mean(axis=0) < np.maximum(_CROWDED, short / _FEW))
    offers = np.hstack([seatings[:, over], free[:, crowded]])
    left = room * np.concatenate([-missing[over], short[crowded]])
    # A kind that no seating seats, or none leaves free, is left to the check of what was to be dealt.
    left[offers.max(axis=0, initial=0) == 0] = 0
    table = csr_array(offers)
    given = np.zeros(len(seatings), dtype=np.int64)
    while (left > 0).any():
        best = int(np.argmax(table @ (left > 0).astype(np.int64)))
        units = int(left[(left > 0) & (offers[best] > 0)].min())
        given[best] += units
        left = left - units * offers[best]
    lacking = _LEAST - int(given.sum())
    if lacking > 0:
        given[np.arange(lacking) * len(seatings) // lacking] += 1
    return given


def _solve_rest(seatings: Whole, weights: Large, missing: Large) -> dict[Seating, Fraction] | None:
    """The heaviest seatings that between them reach every direction take over what is missing, in fractions."""
    if seatings.shape[1] > _MOST:
        return None
    total = int(sum(weights))
    heavy = (seatings * np.array([float(weight / total) for weight in weights])[:, None]).T
    _, upper, order = qr(heavy, mode="economic", pivoting=True, check_finite=False)
    rank = int((np.abs(np.diag(upper)) > 1e-9 * abs(upper[0, 0])).sum())
    chosen = np.sort(order[:rank])
    kinds = np.sort(qr(seatings[chosen].astype(np.float64), mode="r", pivoting=True, check_finite=False)[1][:rank])
    found = solve_exactly(seatings[np.ix_(chosen, kinds)].T.copy(), [int(missing[kind]) for kind in kinds])
    if found is None:
        return None
    exact = [Fraction(int(weight)) for weight in weights]
    for place, change in zip(chosen, found, strict=True):
        exact[place] += change
    whole = sum(exact, Fraction(0))
    if min(exact) < 0:
        return None
    shares: dict[Seating, Fraction] = {}
    for seating, weight in zip(map(tuple, seatings.tolist()), exact, strict=True):
        shares[seating] = shares.get(seating, Fraction(0)) + weight / whole
    return shares
