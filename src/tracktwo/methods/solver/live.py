"""A linear program that stays warm: bounds, costs and columns change, and the next solve starts from the
last basis.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import highspy
import numpy as np

from tracktwo.methods.solver.engine import dress, load, read_status
from tracktwo.methods.solver.model import Floats, Limits, Model, Solution, Status


class LiveProgram:
    """Holds one HiGHS object.

    Every change is by index; ``solve`` returns values and duals of the linear program.
    """

    def __init__(self, model: Model, limits: Limits | None = None, *, primal: bool = False) -> None:
        """``primal``: start from the last values (right when columns are added) rather than from the last
        duals.
        """
        self._highs = dress(limits or Limits())
        if primal:
            self._highs.setOptionValue("simplex_strategy", 4)
        # Presolve would throw the warm basis away.
        self._highs.setOptionValue("presolve", "off")
        load(self._highs, model)

    def set_costs(self, costs: Floats) -> None:
        self._highs.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)

    def set_column_bounds(self, column: int, lower: float, upper: float) -> None:
        self._highs.changeColBounds(column, lower, upper)

    def set_columns_bounds(self, lower: Floats, upper: Floats) -> None:
        """The bounds of every column at once."""
        self._highs.changeColsBounds(len(lower), np.arange(len(lower), dtype=np.int32), lower, upper)

    def set_row_bounds(self, row: int, lower: float, upper: float) -> None:
        self._highs.changeRowBounds(row, lower, upper)

    def set_coefficient(self, row: int, column: int, value: float) -> None:
        self._highs.changeCoeff(row, column, value)

    def add_column(self, rows: Sequence[int], values: Sequence[float], *, cost: float = 0.0, upper: float = inf) -> int:
        """A new column from 0 to ``upper``; its index."""
        place = int(self._highs.getNumCol())
        indices, entries = np.array(rows, dtype=np.int32), np.array(values, dtype=np.float64)
        self._highs.addCol(cost, 0.0, upper, len(indices), indices, entries)
        return place

    def solve(self) -> Solution:
        self._highs.run()
        status = read_status(self._highs)
        if status is not Status.OPTIMAL:
            return Solution(status)
        answer = self._highs.getSolution()
        objective = float(self._highs.getInfo().objective_function_value)
        return Solution(status, objective, objective, np.array(answer.col_value), np.array(answer.row_dual))

    def basis(self) -> tuple[list[bool], list[bool]]:
        """Which columns and which rows are basic in the last solve."""
        basis = self._highs.getBasis()
        basic = highspy.HighsBasisStatus.kBasic
        return [one == basic for one in basis.col_status], [one == basic for one in basis.row_status]

    def infeasibility_ray(self) -> Floats | None:
        """Row multipliers that prove the last solve infeasible (Farkas), where HiGHS offers them."""
        _, known = self._highs.getDualRayExist()
        if not known:
            return None
        return np.array(self._highs.getDualRay()[2], dtype=np.float64)
