"""The most even lottery over given seatings in which every kind sits as often as wanted.

Of all weights w with sum of w_c x_c = s those are taken whose entropy relative to equal weights is highest: w_c is
exp(lambda x_c) over the number of seatings, never zero, and lambda maximises the concave lambda s - mean of
exp(lambda x_c), which Newton's method does in a few steps where s lies within the seatings (Csiszar, Annals of
Probability 3, 1975). Then the same linear step, repeated on what is still missing in whole numbers, takes the weights
to as many digits as asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, cho_factor, cho_solve
from scipy.sparse import csr_array

from tracktwo.methods.solver.model import Floats

Whole = NDArray[np.int64]
# Whole numbers of any size.
Large = NDArray[np.object_]

# Steps until then or not at all; halvings of a step; what counts as reached, relative to what is wanted.
_STEPS, _HALVINGS, _REACHED, _STEEPEST = 40, 40, 1e-9, 600.0
# Rules that all seatings keep make the system singular in directions in which nothing is missing: this much of its mean
# diagonal is added.
_RIDGE = 1e-8
# Binary digits of a correction taken over at once, and corrections before it is given up.
_DIGITS, _CORRECTIONS = 30, 60
# Binary digits of a floating weight.
_FINE = 80
# Seats that a kind may lack in the end.
_FEW = 1_000


@dataclass(eq=False)
class Even:
    """``seatings``: a row each; ``weights`` sum to one. ``factor`` is ready to solve for corrections."""

    seatings: csr_array
    weights: Floats
    factor: Any = field(repr=False)

    def correct(self, missing: Floats) -> Floats:
        """By how much every weight changes so that the kinds sit ``missing`` more, but for rounding."""
        return np.asarray(self.weights * (self.seatings @ _solve(self.factor, missing)))


def even_out(seatings: Whole, wanted: Floats) -> Even | None:
    """``seatings``: seatings x kinds, of equal weight to begin with, all of one number of seats; ``wanted``: mean seats
    of every kind, all above zero. None where that does not lie within the seatings.
    """
    table = csr_array(seatings.astype(np.float64))
    leaning = np.zeros(len(wanted))
    value = _value(table, leaning, wanted)
    for _ in range(_STEPS):
        weights = np.exp(table @ leaning) / len(seatings)
        missing = wanted - table.T @ weights
        factor = _factor(table, weights)
        if factor is None:
            return None
        if float(np.abs(missing / wanted).max()) < _REACHED:
            return Even(table, weights, factor)
        step = _solve(factor, missing)
        length, value = _search(table, (leaning, step), wanted, value, float(missing @ step))
        if not length:
            return None
        leaning = leaning + length * step
    return None


def _value(table: csr_array, leaning: Floats, wanted: Floats) -> float:
    """What is to be minimised; infinite where a weight would be beyond all numbers."""
    leans = table @ leaning
    if float(leans.max()) > _STEEPEST:
        return inf
    return float(np.exp(leans).mean() - leaning @ wanted)


def _factor(table: csr_array, weights: Floats) -> Any:
    """How often two kinds sit together, ready to solve with; None where that cannot be told from noise."""
    scaled = csr_array(table.multiply(weights[:, None]))
    together = (table.T @ scaled).toarray()
    together[np.diag_indices(len(together))] += _RIDGE * float(np.diag(together).mean())
    try:
        return cho_factor(together, overwrite_a=True, check_finite=False)
    except LinAlgError:
        return None


def _solve(factor: Any, right: Floats) -> Floats:
    return np.asarray(cho_solve(factor, right, check_finite=False))


def _search(
    table: csr_array, line: tuple[Floats, Floats], wanted: Floats, value: float, slope: float
) -> tuple[float, float]:
    """A length of the step that makes things better, and the value there; no length where none does."""
    length = 1.0
    for _ in range(_HALVINGS):
        there = _value(table, line[0] + length * line[1], wanted)
        if there <= value - 1e-4 * length * slope + 1e-13:
            return length, there
        length /= 2
    return 0.0, value


def make_whole(even: Even, seatings: Whole, seats: list[int], total: int) -> tuple[Large, Large] | None:
    """Whole weights near the even ones, and what the kinds then lack of ``seats`` in all: a few seats each.

    ``seats``: of every kind in all, as ``total`` weights make them, in whole numbers of any size. None where some
    weight is too small for that, or the rounding does not settle.
    """
    turned = csr_array(seatings.T)
    weights = np.array([int(float(weight) * 2**_FINE) * total >> _FINE for weight in even.weights], dtype=object)
    missing = np.array(seats, dtype=object) - _count(turned, weights)
    for _ in range(_CORRECTIONS):
        size = max(abs(part) for part in missing)
        raw = even.correct((missing / max(1, size)).astype(np.float64)) * float(size)
        shift = max(0, int(np.frexp(np.abs(raw).max())[1]) - _DIGITS)
        change = np.rint(np.ldexp(raw, -shift)).astype(np.int64)
        left = missing - (turned @ change).astype(object) * 2**shift
        if max(abs(part) for part in left) >= size:
            break
        weights, missing = weights + change.astype(object) * 2**shift, left
    settled = max(abs(part) for part in missing) < _FEW
    return (weights, missing) if settled and min(weights) > 0 else None


def _count(turned: csr_array, weights: Large) -> Large:
    """The seats of every kind, a few binary digits of the weights at a time."""
    counts = np.zeros(turned.shape[0], dtype=object)
    shift, rest = 0, weights
    while max(rest) > 0:
        counts = counts + (turned @ (rest % 2**_DIGITS).astype(np.int64)).astype(object) * 2**shift
        shift, rest = shift + _DIGITS, rest // 2**_DIGITS
    return counts
