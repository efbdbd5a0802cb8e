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

# Products of two residues, and sums of a few thousand such, must stay below 2^63: two primes near 2^25 are
# tried.
_PRIMES = (33_554_393, 33_554_383)


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


def _invert(matrix: Whole, prime: int) -> Whole | None:
    """The inverse modulo ``prime``, by Gauss and Jordan; None when there is none."""
    n = len(matrix)
    work = np.hstack([matrix % prime, np.eye(n, dtype=np.int64)])
    for place in range(n):
        candidates = np.nonzero(work[place:, place])[0]
        if not len(candidates):
            return None
        pivot = place + int(candidates[0])
        work[[place, pivot]] = work[[pivot, place]]
        work[place] = work[place] * pow(int(work[place, place]), -1, prime) % prime
        factors = work[:, place].copy()
        factors[place] = 0
        touched = np.nonzero(factors)[0]
        work[touched] = (work[touched] - np.outer(factors[touched], work[place])) % prime
    return work[:, n:]


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
