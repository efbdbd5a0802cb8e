"""Linear systems of whole numbers, solved exactly.

Dixon's method (Numerische Mathematik 40, 1982): invert once modulo a prime, lift the solution digit by
digit, and read the fractions off; every answer is checked against the system before it is given. O(n^3)
once, then O(n^2) per digit, where floating point would give fifteen digits and elimination in fractions
would take minutes.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt, lcm

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]

# Two primes near 2^23 are tried: sums of ``_BLOCK`` products of two residues stay below 2^53, so that the inverse may
# be taken by products of floating matrices, all of whose entries are whole.
_PRIMES = (8_388_593, 8_388_587)
_BLOCK = 64


def solve_exactly(matrix: Whole, right: list[int], *, digits: int = 2_000) -> list[Fraction] | None:
    """The x with ``matrix @ x == right``, or None when the matrix is singular or x needs more lifting than
    allowed.

    ``matrix``: n x n whole numbers below 2^20 in size; ``right``: n whole numbers of any size.
    """
    for prime in _PRIMES:
        inverse = _invert(matrix, prime)
        if inverse is not None:
            return _lift(matrix, inverse, right, prime, digits)
    return None


def solve_both(
    matrix: Whole, right: list[int], costs: list[int], *, digits: int = 2_000
) -> tuple[list[Fraction], list[Fraction]] | None:
    """The x with ``matrix @ x == right`` and the y with ``y @ matrix == costs``, inverting once; else None."""
    for prime in _PRIMES:
        inverse = _invert(matrix, prime)
        if inverse is not None:
            values = _lift(matrix, inverse, right, prime, digits)
            turned = np.ascontiguousarray(matrix.T), np.ascontiguousarray(inverse.T)
            duals = None if values is None else _lift(*turned, costs, prime, digits)
            return None if values is None or duals is None else (values, duals)
    return None


def _invert(matrix: Whole, prime: int) -> Whole | None:
    """The inverse modulo ``prime``, by Gauss and Jordan in place, a block of columns at a time; None when there is
    none.
    """
    n = len(matrix)
    work = (matrix % prime).astype(np.float64)
    swaps: list[tuple[int, int]] = []
    for start in range(0, n, _BLOCK):
        block = slice(start, min(start + _BLOCK, n))
        panel = work[:, block].astype(np.int64)
        swapped = _clear(panel, start, prime)
        if swapped is None:
            return None
        for one, other in swapped:
            work[[one, other]] = work[[other, one]]
        swaps += swapped
        _follow(work, panel.astype(np.float64), block, prime)
    for one, other in reversed(swaps):
        work[:, [one, other]] = work[:, [other, one]]
    return work.astype(np.int64)


def _clear(panel: Whole, start: int, prime: int) -> list[tuple[int, int]] | None:
    """Gauss and Jordan on a block of columns whose pivots are in the rows from ``start``; the rows swapped for it.

    In place of the block then stands what the same steps make of the unit columns of these rows.
    """
    swaps: list[tuple[int, int]] = []
    for column in range(panel.shape[1]):
        place = start + column
        candidates = np.flatnonzero(panel[place:, column])
        if not len(candidates):
            return None
        pivot = place + int(candidates[0])
        panel[[place, pivot]] = panel[[pivot, place]]
        swaps.append((place, pivot))
        inverse = pow(int(panel[place, column]), -1, prime)
        panel[place, column] = 1
        panel[place] = panel[place] * inverse % prime
        factors = panel[:, column].copy()
        factors[place] = 0
        panel[factors > 0, column] = 0
        touched = np.flatnonzero(factors)
        panel[touched] = (panel[touched] - np.outer(factors[touched], panel[place])) % prime
    return swaps


def _follow(work: Floats, panel: Floats, block: slice, prime: int) -> None:
    """The other columns take the steps of the block, in one product."""
    pivots = work[block].copy()
    work[block] = 0.0
    work += panel @ pivots
    # Whole numbers below 2^53: this remainder is exact, and quicker than asking for one.
    work -= np.floor(work / prime) * prime
    work[:, block] = panel


def _lift(matrix: Whole, inverse: Whole, right: list[int], prime: int, digits: int) -> list[Fraction] | None:
    rest = np.array(right, dtype=object)
    answer = np.zeros(len(right), dtype=object)
    power, check = 1, 4
    for digit in range(1, digits + 1):
        residue = np.array([int(part) % prime for part in rest], dtype=np.int64)
        step = (inverse @ residue) % prime
        answer = answer + step.astype(object) * power
        power *= prime
        rest = (rest - (matrix @ step).astype(object)) // prime
        if digit == check:
            found = _read_fractions(answer, power)
            if found is not None and _solves(matrix, found, right):
                return found
            check = digit * 3 // 2
    return None


def _read_fractions(answer: NDArray[np.object_], modulus: int) -> list[Fraction] | None:
    """The fractions with these residues and a small common denominator (Wang 1981)."""
    common = 1
    found: list[Fraction] = []
    for residue in answer:
        fraction = _read_fraction(int(residue) * common % modulus, modulus)
        if fraction is None:
            return None
        found.append(fraction / common)
        common *= fraction.denominator
    return found


def _read_fraction(residue: int, modulus: int) -> Fraction | None:
    limit = isqrt(modulus // 2)
    previous, current = modulus, residue
    before, now = 0, 1
    while current > limit:
        quotient = previous // current
        previous, current = current, previous - quotient * current
        before, now = now, before - quotient * now
    if now == 0 or abs(now) > limit:
        return None
    return Fraction(current, now)


def _solves(matrix: Whole, found: list[Fraction], right: list[int]) -> bool:
    common = common_denominator(found)
    whole = [int(value * common) for value in found]
    for row, wanted in zip(matrix.tolist(), right, strict=True):
        if sum(a * x for a, x in zip(row, whole, strict=True) if a) != wanted * common:
            return False
    return True


def common_denominator(fractions: list[Fraction]) -> int:
    """The least number that makes all of them whole."""
    return lcm(*(fraction.denominator for fraction in fractions))
