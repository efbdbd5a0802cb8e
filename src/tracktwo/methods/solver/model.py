"""A linear model with integer columns as a value, and what came of solving it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


class Status(StrEnum):
    """How a run ended.

    STOPPED: a work limit or ``stop`` came first; values, where there are any, are feasible.
    """

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"
    STOPPED = "stopped"


@dataclass(frozen=True, eq=False)
class Model:
    """Optimise ``cost @ x`` with ``lower <= x <= upper``, ``row_lower <= A x <= row_upper``, some x whole
    numbers.

    A is held by rows (CSR): row r has the columns ``indices[starts[r]:starts[r + 1]]``. Build one with
    ``Draft``.
    """

    cost: Floats
    lower: Floats
    upper: Floats
    integral: NDArray[np.bool_]
    row_lower: Floats
    row_upper: Floats
    starts: Ints
    indices: Ints
    coefficients: Floats
    maximise: bool

    @property
    def columns(self) -> int:
        return len(self.cost)

    @property
    def rows(self) -> int:
        return len(self.row_lower)


@dataclass(frozen=True)
class Limits:
    """How much work a run may do; the defaults ask for proven optimality.

    ``nodes`` of branch and bound and ``iterations`` of the simplex method are counts, so the same model
    stops at the same place on every machine. ``gap`` is relative. ``target``: stop once a solution this
    good is known. ``stop`` is asked now and then; True ends the run.
    """

    nodes: int | None = None
    iterations: int | None = None
    gap: float = 0.0
    target: float | None = None
    seed: int = 0
    stop: Callable[[], bool] | None = None


@dataclass(frozen=True, eq=False)
class Solution:
    """``values`` per column (whole numbers exactly whole) and ``duals`` per row are empty where there are
    none.

    ``bound``: no solution is better than this. Duals exist for linear programs only, signed so that one
    more unit of the row's right-hand side adds ``dual`` to the objective.
    """

    status: Status
    objective: float | None = None
    bound: float | None = None
    values: Floats = field(default_factory=lambda: np.empty(0))
    duals: Floats = field(default_factory=lambda: np.empty(0))

    @property
    def has_values(self) -> bool:
        return len(self.values) > 0


class Draft:
    """A model while it is written down: columns first, then a row per sentence; ``build`` freezes it."""

    def __init__(self) -> None:
        self._columns: list[tuple[float, float, float, bool]] = []
        self._rows: list[tuple[float, float]] = []
        self._starts: list[int] = [0]
        self._indices: list[int] = []
        self._coefficients: list[float] = []

    def add_column(self, *, cost: float = 0.0, lower: float = 0.0, upper: float = inf, integral: bool = False) -> int:
        """The new column's index."""
        self._columns.append((cost, lower, upper, integral))
        return len(self._columns) - 1

    def add_choice(self, *, cost: float = 0.0) -> int:
        """A yes or no: a whole number from 0 to 1."""
        return self.add_column(cost=cost, upper=1.0, integral=True)

    def add_row(self, terms: Mapping[int, float], *, lower: float = -inf, upper: float = inf) -> int:
        """``lower <= sum of coefficient * column <= upper``; the new row's index."""
        for column in sorted(terms):
            self._indices.append(column)
            self._coefficients.append(terms[column])
        self._starts.append(len(self._indices))
        self._rows.append((lower, upper))
        return len(self._rows) - 1

    def build(self, *, maximise: bool = False) -> Model:
        cost, lower, upper, integral = zip(*self._columns, strict=True) if self._columns else ((), (), (), ())
        row_lower, row_upper = zip(*self._rows, strict=True) if self._rows else ((), ())
        return Model(
            cost=np.array(cost, dtype=np.float64),
            lower=np.array(lower, dtype=np.float64),
            upper=np.array(upper, dtype=np.float64),
            integral=np.array(integral, dtype=np.bool_),
            row_lower=np.array(row_lower, dtype=np.float64),
            row_upper=np.array(row_upper, dtype=np.float64),
            starts=np.array(self._starts, dtype=np.int32),
            indices=np.array(self._indices, dtype=np.int32),
            coefficients=np.array(self._coefficients, dtype=np.float64),
            maximise=maximise,
        )
