"""Which valid seating is worth most at given prices? Quickly by diving, surely by branch and bound."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting, model_seating
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits, LiveProgram, Solution, Status, solve_mip
from tracktwo.methods.solver.model import Floats

# Fractional part of the golden ratio: its multiples spread evenly, a perturbation without chance.
_GOLDEN = 0.6180339887498949


@dataclass(frozen=True)
class Priced:
    """The best seating found, its worth, and what no seating exceeds."""

    seating: Seating
    worth: float
    bound: float


class Pricer:
    """Keeps the seating polytope warm between prices."""

    def __init__(self, setting: Setting, limits: Limits) -> None:
        self._setting = setting
        self._limits = limits
        self._model = model_seating(setting)
        self._relaxed = LiveProgram(replace(self._model, integral=np.zeros(len(setting.kinds), dtype=np.bool_)))
        self._sizes = np.array(setting.sizes, dtype=np.float64)

    def price_surely(self, prices: Floats) -> Priced | None:
        """The best seating by branch and bound; None when no seating is valid. Raises ``lottery.stopped``."""
        solution = solve_mip(replace(self._model, cost=prices), self._limits)
        if solution.status is Status.INFEASIBLE:
            return None
        if not solution.has_values or solution.bound is None or solution.objective is None:
            raise Refusal("lottery.stopped")
        return Priced(_seat(solution.values), solution.objective, solution.bound)

    def bound_relaxed(self, prices: Floats) -> float:
        """What no seating exceeds, by the linear relaxation: quick, and sometimes too high."""
        self._relaxed.set_costs(prices)
        return float(self._relaxed.solve().objective or 0.0)

    def dive(self, prices: Floats, turns: int) -> list[Seating]:
        """Good seatings at these prices and at ``turns - 1`` slightly different ones; possibly none."""
        found = []
        for turn in range(turns):
            shake = np.modf((np.arange(len(prices)) + 1.0) * (turn + 1) * _GOLDEN)[0]
            seating = self._dive_once(prices * (1.0 + 0.25 * shake) if turn else prices)
            if seating is not None:
                found.append(seating)
        return found

    def _dive_once(self, prices: Floats) -> Seating | None:
        self._relaxed.set_costs(prices)
        moved: list[int] = []
        try:
            return self._round_down_the_dive(moved)
        finally:
            for kind in moved:
                self._relaxed.set_column_bounds(kind, 0.0, self._sizes[kind])

    def _round_down_the_dive(self, moved: list[int]) -> Seating | None:
        """Fix the least undecided number to its nearest whole one, solve again; turn back once at a dead
        end.
        """
        solution = self._relaxed.solve()
        while solution.status is Status.OPTIMAL:
            broken = np.abs(solution.values - np.rint(solution.values))
            if broken.max(initial=0.0) < 1e-7:
                seating = _seat(solution.values)
                return seating if self._setting.allows(seating) else None
            solution = self._fix_one(solution, broken, moved)
        return None

    def _fix_one(self, solution: Solution, broken: Floats, moved: list[int]) -> Solution:
        kind = int(np.argmin(np.where(broken < 1e-7, 2.0, broken)))
        nearest = float(np.rint(solution.values[kind]))
        moved.append(kind)
        self._relaxed.set_column_bounds(kind, nearest, nearest)
        narrowed = self._relaxed.solve()
        if narrowed.status is Status.OPTIMAL:
            return narrowed
        down = nearest > solution.values[kind]
        low, high = (0.0, nearest - 1) if down else (nearest + 1, self._sizes[kind])
        self._relaxed.set_column_bounds(kind, low, high)
        return self._relaxed.solve()


def _seat(values: Floats) -> Seating:
    return tuple(int(round(value)) for value in values)
