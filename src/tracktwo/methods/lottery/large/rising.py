"""Leximin if seats could be broken, level by level in fractions, each with the proof that none exceeds it.

The linear program over kinds (``start``) says in floating point which rules and which kinds hold a level down. With n
the sizes, R the tight rules, T the kinds at their level (free, or fixed earlier at l) and L those above it, its basis
says

    sum of x_k over L in r  +  z sum of n_k over free T in r  =  limit_r - sum of n_k l_k over fixed T in r,   r in R,

a system no larger than the number of rules. Its transpose gives multipliers u of the rules; prices y_k = sum of u_r
over the rules of k prove the level by weak duality, so that the proof of every level is a tree of one leaf. What bounds
broken seats bounds whole ones: where true seatings reach these levels, they are leximin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, lcm

import numpy as np

from tracktwo.methods.lottery.certificate import Stage, whole_prices
from tracktwo.methods.lottery.exact import common_denominator, solve_both
from tracktwo.methods.lottery.kinds import Setting
from tracktwo.methods.lottery.start import draft_relaxed
from tracktwo.methods.lottery.tree import Leaf, leaf_holds, whole_region
from tracktwo.methods.solver import Limits, LiveProgram, Status
from tracktwo.methods.solver.model import Floats

# Nearer to 1 than this a level is 1: everybody who is left sits always.
_SURE = 1e-9


@dataclass(frozen=True)
class Risen:
    """``stages`` as in a certificate, lowest first; ``seats`` per kind, broken: its size times its level."""

    stages: tuple[Stage, ...]
    seats: tuple[Fraction, ...]


def rise(setting: Setting, selectable: tuple[int, ...], limits: Limits) -> Risen | None:
    """Every level of the relaxed leximin; None where a basis does not hold in fractions.

    At most one level per rule and bound, each one linear program over the kinds.
    """
    return _Riser(setting, selectable, limits).rise()


class _Riser:
    def __init__(self, setting: Setting, selectable: tuple[int, ...], limits: Limits) -> None:
        self._setting, self._selectable = setting, selectable
        self._program = LiveProgram(draft_relaxed(setting, selectable), limits)
        self._level = len(setting.kinds)
        self._rows = {kind: len(setting.rules) + place for place, kind in enumerate(selectable)}
        self._fixed: dict[int, Fraction] = {}
        self._stages: list[Stage] = []

    def rise(self) -> Risen | None:
        while len(self._fixed) < len(self._selectable):
            stage = self._find_stage()
            if stage is None or not self._holds(stage):
                return None
            self._stages.append(stage)
            self._fix(stage)
        seats = tuple(self._fixed.get(kind, Fraction(0)) * size for kind, size in enumerate(self._setting.sizes))
        return Risen(tuple(self._stages), seats) if self._keeps_rules(seats) else None

    @property
    def _free(self) -> list[int]:
        return [kind for kind in self._selectable if kind not in self._fixed]

    def _find_stage(self) -> Stage | None:
        solution = self._program.solve()
        if solution.status is not Status.OPTIMAL:
            return None
        if solution.values[self._level] > 1.0 - _SURE:
            return self._close_at_one()
        return self._read_basis(solution.values)

    def _close_at_one(self) -> Stage:
        """Nobody sits more than always: that needs no rule."""
        free = self._free
        known = {*range(self._level)} - {*free}
        price = Fraction(1, sum(self._setting.sizes[kind] for kind in free))
        prices = tuple(Fraction(0) if kind in known else price for kind in range(self._level))
        return Stage(Fraction(1), tuple(free), prices, Fraction(1), Leaf(1, (0,) * len(self._setting.rules)))

    def _read_basis(self, values: Floats) -> Stage | None:
        columns, rows = self._program.basis()
        held = [kind for kind, row in self._rows.items() if not rows[row]]
        standing = set(held)
        loose = [kind for kind in range(self._level) if columns[kind] and kind not in standing]
        tight = [rule for rule in range(len(self._setting.rules)) if not rows[rule]]
        if not columns[self._level] or len(tight) != len(loose) + 1 or not all(columns[kind] for kind in held):
            return None
        at_bound = [kind for kind in range(self._level) if not columns[kind]]
        constant = {kind: Fraction(round(float(values[kind]))) for kind in at_bound}
        constant |= {kind: self._fixed[kind] * self._setting.sizes[kind] for kind in held if kind in self._fixed}
        return self._solve(tight, loose, [kind for kind in held if kind not in self._fixed], constant, values)

    def _solve(
        self, tight: list[int], loose: list[int], rising: list[int], constant: dict[int, Fraction], values: Floats
    ) -> Stage | None:
        """``rising``: kinds that sit n_k z; ``constant``: the seats of those that stand still."""
        members, sizes = self._setting.members[tight], np.array(self._setting.sizes, dtype=np.int64)
        matrix = np.column_stack([members[:, loose], members[:, rising] @ sizes[rising]])
        limits = [self._nearest_limit(rule, values) for rule in tight]
        rights = [
            limit - sum((constant[kind] for kind in self._setting.rules[rule].kinds if kind in constant), Fraction(0))
            for rule, limit in zip(tight, limits, strict=True)
        ]
        common = common_denominator(rights)
        found = solve_both(matrix, [int(right * common) for right in rights], [0] * len(loose) + [1])
        if found is None:
            return None
        return self._stage(found[0][-1] / common, tight, found[1], limits, constant)

    def _nearest_limit(self, rule: int, values: Floats) -> int:
        asked = self._setting.rules[rule]
        count = float(values[list(asked.kinds)].sum())
        return asked.lower if count - asked.lower < asked.upper - count else asked.upper

    def _stage(
        self,
        level: Fraction,
        tight: list[int],
        multipliers: Sequence[Fraction],
        limits: list[int],
        constant: dict[int, Fraction],
    ) -> Stage | None:
        totals = [Fraction(0)] * self._level
        for rule, multiplier in zip(tight, multipliers, strict=True):
            if multiplier:
                for kind in self._setting.rules[rule].kinds:
                    totals[kind] += multiplier
        # Whoever sits as often as the pool or nobody allows has no price: there the bound of the kind itself holds.
        bounded = {kind for kind in constant if kind not in self._fixed}
        prices = tuple(Fraction(0) if kind in bounded else total for kind, total in enumerate(totals))
        if min(prices) < 0:
            return None
        target = sum((u * limit for u, limit in zip(multipliers, limits, strict=True)), Fraction(0))
        target -= sum((totals[kind] * constant[kind] for kind in bounded), Fraction(0))
        fixed = tuple(kind for kind in self._free if prices[kind] > 0)
        return Stage(level, fixed, prices, target, self._leaf(prices, tight, multipliers))

    def _leaf(self, prices: tuple[Fraction, ...], tight: list[int], multipliers: Sequence[Fraction]) -> Leaf:
        """The multipliers for ``prices`` made whole."""
        common = common_denominator(list(prices))
        scale = lcm(*((u * common).denominator for u in multipliers))
        whole = dict(zip(tight, (int(u * common * scale) for u in multipliers), strict=True))
        return Leaf(scale, tuple(whole.get(rule, 0) for rule in range(len(self._setting.rules))))

    def _holds(self, stage: Stage) -> bool:
        """The level is positive, not below the last, proven, and somebody is fixed by it."""
        sizes = self._setting.sizes
        held = sum((stage.prices[k] * sizes[k] * level for k, level in self._fixed.items()), Fraction(0))
        rises = (self._stages[-1].level if self._stages else 0) <= stage.level and stage.level > 0
        whole = sum(stage.prices[kind] * sizes[kind] for kind in self._free) == 1
        return bool(stage.fixed) and rises and whole and stage.target - held == stage.level and self._is_proven(stage)

    def _is_proven(self, stage: Stage) -> bool:
        prices, target = whole_prices(stage.prices, stage.target)
        region = whole_region(self._setting)
        return isinstance(stage.tree, Leaf) and leaf_holds(self._setting, region, stage.tree, prices, target)

    def _fix(self, stage: Stage) -> None:
        for kind in stage.fixed:
            self._fixed[kind] = stage.level
            self._program.set_coefficient(self._rows[kind], self._level, 0.0)
            self._program.set_row_bounds(self._rows[kind], float(stage.level * self._setting.sizes[kind]), inf)

    def _keeps_rules(self, seats: tuple[Fraction, ...]) -> bool:
        counts = (sum((seats[kind] for kind in rule.kinds), Fraction(0)) for rule in self._setting.rules)
        return all(rule.lower <= count <= rule.upper for rule, count in zip(self._setting.rules, counts, strict=True))
