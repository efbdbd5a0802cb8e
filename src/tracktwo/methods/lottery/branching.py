"""Growing a proof tree: the solver proposes splits and multipliers, ``tree`` decides whether they prove
anything.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor

import numpy as np

from tracktwo.methods.lottery.exact import common_denominator, solve_exactly
from tracktwo.methods.lottery.kinds import Seating, Setting, model_seating
from tracktwo.methods.lottery.tree import Leaf, Region, Split, Tree, bound_leaf, leaf_holds, whole_region
from tracktwo.methods.solver import LiveProgram, Solution, Status
from tracktwo.methods.solver.model import Floats

_SCALE = 2**20
_FINE = 2**40


class GivenUp(Exception):
    """The tree grew beyond its allowance, or floating point left a leaf open."""


class Counterexample(Exception):
    """A valid seating is worth more than the target."""

    def __init__(self, seating: Seating) -> None:
        super().__init__()
        self.seating = seating


def prove_at_most(setting: Setting, prices: tuple[int, ...], target: int, *, leaves: int = 2_000) -> Tree:
    """A tree that proves ``prices @ x <= target`` over the valid seatings.

    Raises Counterexample with a seating worth more, GivenUp after ``leaves`` leaves.
    """
    return _Grower(setting, prices, target, leaves).grow(whole_region(setting))


class _Grower:
    def __init__(self, setting: Setting, prices: tuple[int, ...], target: int, leaves: int) -> None:
        self._setting, self._prices, self._target, self._left = setting, prices, target, leaves
        self._unit = max(1, *prices)
        model = model_seating(setting)
        costs = np.array([price / self._unit for price in prices])
        self._program = LiveProgram(replace(model, cost=costs, integral=np.zeros(len(costs), dtype=np.bool_)))

    def grow(self, region: Region) -> Tree:
        self._left -= 1
        if self._left < 0:
            raise GivenUp
        if any(low > high for low, high in (*region.rules, *region.kinds)):
            return Leaf(0, (0,) * len(region.rules))
        self._enter(region)
        solution = self._program.solve()
        if solution.status is not Status.OPTIMAL:
            return self._close_empty(region)
        for leaf in (self._round_multipliers(solution.duals), self._solve_multipliers()):
            if leaf is not None and leaf_holds(self._setting, region, leaf, self._prices, self._target):
                return leaf
        return self._split(region, solution)

    def _enter(self, region: Region) -> None:
        for rule, (low, high) in enumerate(region.rules):
            self._program.set_row_bounds(rule, low, high)
        for kind, (low, high) in enumerate(region.kinds):
            self._program.set_column_bounds(kind, low, high)

    def _round_multipliers(self, duals: Floats) -> Leaf:
        """Whole multipliers at a scale that leaves the rounding far below one, however large the prices."""
        whole = (round(float(dual) * _FINE) * self._unit * _SCALE // _FINE for dual in duals)
        return Leaf(_SCALE, tuple(whole))

    def _solve_multipliers(self) -> Leaf | None:
        """The multipliers in fractions, from the basis: prices of hundreds of digits leave no room for rounding."""
        columns, rows = self._program.basis()
        basic = [kind for kind, inside in enumerate(columns) if inside]
        tight = [rule for rule, inside in enumerate(rows) if not inside]
        if len(basic) != len(tight):
            return None
        members = [self._setting.rules[rule].kinds for rule in tight]
        matrix = np.array([[int(kind in kinds) for kinds in members] for kind in basic], dtype=np.int64)
        found = solve_exactly(matrix.reshape(len(basic), len(tight)), [self._prices[kind] for kind in basic])
        if found is None:
            return None
        scale = common_denominator(found)
        multipliers = [0] * len(self._setting.rules)
        for rule, value in zip(tight, found, strict=True):
            multipliers[rule] = int(value * scale)
        return Leaf(scale, tuple(multipliers))

    def _close_empty(self, region: Region) -> Tree:
        ray = self._program.infeasibility_ray()
        if ray is None or not np.abs(ray).max(initial=0.0):
            raise GivenUp
        for sign in (1, -1):
            steep = ray * sign * _SCALE / np.abs(ray).max()
            leaf = Leaf(0, tuple(int(u) for u in np.rint(steep)))
            if bound_leaf(self._setting, region, leaf, self._prices) < 0:
                return leaf
        raise GivenUp

    def _split(self, region: Region, solution: Solution) -> Split:
        on_rule, index, value = self._choose(solution.values)
        at = floor(value)
        below, above = region.cut(on_rule=on_rule, index=index, at=at)
        return Split(on_rule, index, at, self.grow(below), self.grow(above))

    def _choose(self, values: Floats) -> tuple[bool, int, float]:
        """A rule whose count is broken cuts deepest; without one, the kind nearest to a half."""
        for on_rule, counts in ((True, self._count_by_rule(values)), (False, values)):
            broken = np.abs(counts - np.rint(counts))
            if broken.max(initial=0.0) > 1e-6:
                index = int(np.argmax(broken))
                return on_rule, index, float(counts[index])
        seating = tuple(int(value) for value in np.rint(values))
        worth = sum(price * seated for price, seated in zip(self._prices, seating, strict=True))
        if self._setting.allows(seating) and worth > self._target:
            raise Counterexample(seating)
        raise GivenUp

    def _count_by_rule(self, values: Floats) -> Floats:
        return np.array([values[list(rule.kinds)].sum() for rule in self._setting.rules])
