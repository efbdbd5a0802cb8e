"""The model put to HiGHS, and the answer read back as workshops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from tracktwo.methods.dates.candidates import Option
from tracktwo.methods.dates.model import PlanModel
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, Model, Status, solve_mip

Stop = Callable[[], bool]


@dataclass(frozen=True)
class Answer:
    """The options taken, in order of days; ``objective`` in points; no answer costs less than ``bound``."""

    chosen: tuple[Option, ...]
    objective: int
    bound: int

    @property
    def gap(self) -> float:
        return (self.objective - self.bound) / max(1, abs(self.objective))


def solve(model: PlanModel, *, costs: Sequence[int] | None = None, stop: Stop | None = None) -> Answer | None:
    """The cheapest answer, proven; None where no answer keeps every row.

    ``costs`` replaces the model's points for one question. Raises Refusal ``plan.stopped`` when ``stop``
    ended the run: half an answer would carry reasons that are not true.
    """
    if not model.options:
        return Answer((), 0, 0) if all(row.lower <= 0 <= row.upper for row in model.rows) else None
    solution = solve_mip(_draft(model, model.costs if costs is None else costs), Limits(stop=stop))
    if solution.status is Status.INFEASIBLE:
        return None
    if solution.status is not Status.OPTIMAL or solution.objective is None:
        raise Refusal("plan.stopped")
    taken = solution.values[: len(model.options)]
    chosen = tuple(option for option, value in zip(model.options, taken, strict=True) if value > 0.5)
    objective = round(solution.objective)
    # Points are whole, so the bound may be rounded up; the tolerance is the solver's own.
    bound = objective if solution.bound is None else ceil(solution.bound - 1e-6)
    return Answer(chosen, objective, min(objective, bound))


def _draft(model: PlanModel, costs: Sequence[int]) -> Model:
    draft = Draft()
    for place, (cost, upper) in enumerate(zip(costs, model.uppers, strict=True)):
        # Once the options are whole, nothing is gained by breaking the other columns; leaving them free is faster.
        draft.add_column(cost=cost, upper=upper, integral=place < len(model.options))
    for row in model.rows:
        terms = dict(zip(row.columns, map(float, row.coefficients), strict=True))
        draft.add_row(terms, lower=row.lower, upper=row.upper)
    return draft.build()
