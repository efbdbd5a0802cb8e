"""The master program of column generation: the best lottery over the seatings known so far.

Maximise z subject to  sum_c x_ck w_c >= n_k z  for every kind k still free,  >= n_k level_k  for every kind
already fixed,  sum_c w_c = 1,  w >= 0.  Rows are multiplied by n_k so that all entries are whole numbers,
which lets the last basis be solved exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import inf

import numpy as np

from tracktwo.methods.lottery.exact import common_denominator, solve_both
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, LiveProgram, Model, Status
from tracktwo.methods.solver.model import Floats

# Weights in floating point are kept to this many parts where no exact basis was found.
_PARTS = 10**12


@dataclass(frozen=True, eq=False)
class Prices:
    """The answer in floating point: ``level`` z, ``weights`` per seating, ``prices`` per kind, and their
    ``target``.

    A seating x with prices @ x > target would make a better lottery.
    """

    level: float
    weights: Floats
    prices: Floats
    target: float


@dataclass(frozen=True)
class Exact:
    """The same in fractions, from the last basis."""

    level: Fraction
    weights: tuple[Fraction, ...]
    prices: tuple[Fraction, ...]


def round_weights(weights: Floats) -> tuple[Fraction, ...]:
    """A true lottery near the floating one: parts of 10^12, the remainder to the heaviest."""
    parts = [max(0, round(float(weight) * _PARTS)) for weight in weights]
    parts[int(np.argmax(parts))] += _PARTS - sum(parts)
    return tuple(Fraction(part, _PARTS) for part in parts)


class Master:
    """Seatings come in, kinds get fixed; the program stays warm. Unselectable kinds have no row.

    ``worths``: whole numbers per kind; with them the program maximises what the seatings are worth, and z is 0.
    """

    def __init__(
        self, setting: Setting, selectable: tuple[int, ...], limits: Limits, worths: tuple[int, ...] | None = None
    ) -> None:
        self._setting = setting
        self._worths = worths
        self._rows = {kind: row for row, kind in enumerate(selectable)}
        self._sum = len(selectable)
        self._levels: dict[int, Fraction] = {}
        self.seatings: list[Seating] = []
        self._known: set[Seating] = set()
        self._program = LiveProgram(self._draft(selectable), limits, primal=True)

    def _draft(self, selectable: tuple[int, ...]) -> Model:
        draft = Draft()
        level = draft.add_column(cost=1.0) if self._worths is None else draft.add_column(upper=0.0)
        # Each free kind sits at least as often as the level says.
        for kind in selectable:
            draft.add_row({level: -float(self._setting.sizes[kind])}, lower=0.0)
        # The weights are a lottery.
        draft.add_row({}, lower=1.0, upper=1.0)
        return draft.build(maximise=True)

    def add(self, seating: Seating) -> bool:
        """False when this seating is known."""
        if seating in self._known:
            return False
        self._known.add(seating)
        self.seatings.append(seating)
        present = [kind for kind in self._rows if seating[kind]]
        rows = [*(self._rows[kind] for kind in present), self._sum]
        values = [*(float(seating[kind]) for kind in present), 1.0]
        self._program.add_column(rows, values, cost=float(self.worth(seating)))
        return True

    def worth(self, seating: Seating) -> int:
        """What the seating adds to the objective by itself."""
        if self._worths is None:
            return 0
        return sum(worth * seated for worth, seated in zip(self._worths, seating, strict=True))

    def fix(self, levels: Mapping[int, Fraction]) -> None:
        """From now on these kinds keep their level, and z rises for the others."""
        for kind, level in sorted(levels.items()):
            self._levels[kind] = level
            row = self._rows[kind]
            self._program.set_coefficient(row, 0, 0.0)
            self._program.set_row_bounds(row, float(level * self._setting.sizes[kind]), inf)

    def solve(self) -> Prices:
        """Raises Refusal ``lottery.stopped`` when the solver gives no optimum."""
        solution = self._program.solve()
        if solution.status is not Status.OPTIMAL:
            raise Refusal("lottery.stopped")
        prices = np.zeros(len(self._setting.kinds))
        for kind, row in self._rows.items():
            prices[kind] = max(0.0, -solution.duals[row])
        target = float(solution.duals[self._sum])
        return Prices(float(solution.objective or 0.0), solution.values[1:], prices, target)

    def solve_exactly(self) -> Exact | None:
        """The last solution as fractions; None when its basis does not hold in exact arithmetic."""
        columns, rows = self._program.basis()
        basic = [column for column, inside in enumerate(columns) if inside]
        tight = [row for row, inside in enumerate(rows) if not inside]
        if len(basic) != len(tight) or (self._worths is None and 0 not in basic):
            return None
        matrix = self._matrix()[np.ix_(tight, basic)]
        right = self._right_sides()
        common = common_denominator(right)
        costs = [self._cost(column) for column in basic]
        found = solve_both(matrix, [int(right[row] * common) for row in tight], costs)
        if found is None:
            return None
        values, duals = found
        return self._assemble(basic, tight, [value / common for value in values], duals)

    def _cost(self, column: int) -> int:
        return self.worth(self.seatings[column - 1]) if column else int(self._worths is None)

    def _assemble(
        self, basic: list[int], tight: list[int], values: list[Fraction], duals: list[Fraction]
    ) -> Exact | None:
        weights = [Fraction(0)] * len(self.seatings)
        for column, value in zip(basic, values, strict=True):
            if column:
                weights[column - 1] = value
        by_row = dict(zip(tight, duals, strict=True))
        prices = [Fraction(0)] * len(self._setting.kinds)
        for kind, row in self._rows.items():
            prices[kind] = -by_row.get(row, Fraction(0))
        if min(weights) < 0 or min(prices) < 0:
            return None
        level = sum((self._cost(column) * value for column, value in zip(basic, values, strict=True)), Fraction(0))
        return Exact(level, tuple(weights), tuple(prices))

    def _matrix(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        matrix = np.zeros((len(self._rows) + 1, len(self.seatings) + 1), dtype=np.int64)
        seatings = np.array(self.seatings, dtype=np.int64).T
        matrix[: self._sum, 1:] = seatings[list(self._rows)]
        matrix[self._sum, 1:] = 1
        for kind, row in self._rows.items():
            matrix[row, 0] = 0 if kind in self._levels else -self._setting.sizes[kind]
        return matrix

    def _right_sides(self) -> list[Fraction]:
        sides = [self._levels.get(kind, Fraction(0)) * self._setting.sizes[kind] for kind in self._rows]
        return [*sides, Fraction(1)]
