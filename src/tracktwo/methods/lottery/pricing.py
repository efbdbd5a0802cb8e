"""Which valid seating is worth most at given prices? Quickly by diving, surely by branch and bound."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting, model_seating
from tracktwo.methods.lottery.variety import vary
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits, LiveProgram, Solution, Status, solve_mip
from tracktwo.methods.solver.model import Floats

# A dive rounds up every likely number at once, and this share of the broken ones at least.
_AT_ONCE, _LIKELY = 8, 0.8
# Where a seating need only be near, and the next mends what this one misses, half of them.
_QUICKLY = 2

Places = np.ndarray[tuple[int], np.dtype[np.int64]]


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

    def price_surely(self, prices: Floats, enough: float | None = None) -> Priced | None:
        """The best seating by branch and bound, or the first worth ``enough``; None when no seating is valid.

        Raises ``lottery.stopped``.
        """
        solution = solve_mip(replace(self._model, cost=prices), replace(self._limits, target=enough))
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
            shake = vary(np.arange(len(prices)), turn)
            seating = self._dive_once(prices * (1.0 + 0.25 * shake) if turn else prices)
            if seating is not None:
                found.append(seating)
        return found

    def dive_within(self, prices: Floats, caps: Floats) -> Seating | None:
        """A good seating with no more of each kind than ``caps`` say, where there is one; else without them."""
        return self._dive_once(prices, np.minimum(caps, self._sizes), _QUICKLY) or self._dive_once(prices)

    def _dive_once(self, prices: Floats, caps: Floats | None = None, share: int = _AT_ONCE) -> Seating | None:
        self._relaxed.set_costs(prices)
        raised = np.zeros(len(self._sizes))
        closed = self._sizes.copy() if caps is None else caps.copy()
        if caps is not None:
            self._relaxed.set_columns_bounds(raised, closed)
        try:
            return self._raise_step_by_step(raised, closed, share)
        finally:
            self._relaxed.set_columns_bounds(np.zeros(len(self._sizes)), self._sizes)

    def _raise_step_by_step(self, raised: Floats, closed: Floats, share: int) -> Seating | None:
        """Round up whoever is nearest to a seat, one in ``share`` of the broken numbers at once, and solve again."""
        solution = self._relaxed.solve()
        while solution.status is Status.OPTIMAL:
            values = solution.values
            broken = np.flatnonzero(np.abs(values - np.rint(values)) > 1e-7)
            if not len(broken):
                seating = _seat(values)
                return seating if self._setting.allows(seating) else None
            order = broken[np.argsort(-(values[broken] % 1.0), kind="stable")]
            likely = int((values[order] % 1.0 >= _LIKELY).sum())
            solution = self._raise(order[: max(1, likely, len(order) // share)], values, raised, closed)
        return None

    def _raise(self, kinds: Places, values: Floats, raised: Floats, closed: Floats) -> Solution:
        """Round these up; at a dead end only the first; at another, leave that one down."""
        for some in (kinds, kinds[:1]) if len(kinds) > 1 else (kinds,):
            before = raised[some]
            self._bound(some, np.ceil(values[some]), raised, closed)
            narrowed = self._relaxed.solve()
            if narrowed.status is Status.OPTIMAL:
                return narrowed
            self._bound(some, before, raised, closed)
        first = kinds[:1]
        closed[first] = np.floor(values[first])
        self._bound(first, raised[first], raised, closed)
        return self._relaxed.solve()

    def _bound(self, kinds: Places, lower: Floats, raised: Floats, closed: Floats) -> None:
        raised[kinds] = lower
        for kind, low in zip(kinds, lower, strict=True):
            self._relaxed.set_column_bounds(int(kind), float(low), float(closed[kind]))


def _seat(values: Floats) -> Seating:
    return tuple(np.rint(values).astype(np.int64).tolist())
