"""One model in, one solution out."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import Any

import numpy as np

from tracktwo.methods.solver.engine import dress, is_lost, listen, load, read_status, read_values
from tracktwo.methods.solver.model import Limits, Model, Solution, Status


def solve_mip(model: Model, limits: Limits | None = None) -> Solution:
    """Solve to proven optimality, or until a limit. Deterministic: the same model and limits give the same
    answer.

    Raises ValueError for a model HiGHS cannot load (a lower bound above its upper bound is merely
    infeasible).
    """
    limits = limits or Limits()
    if not _bounds_agree(model):
        return Solution(Status.INFEASIBLE)
    highs = dress(limits)
    # Otherwise presolve may answer "unbounded or infeasible", which is no answer.
    highs.setOptionValue("allow_unbounded_or_infeasible", False)
    listen(highs, limits.stop)
    load(highs, model)
    highs.run()
    if is_lost(highs):
        _run_plainly(highs)
    return _read(highs, model)


def _run_plainly(highs: Any) -> None:
    """Once more from the beginning, on the model as it stands: slower, and not led astray by its own scaling."""
    highs.clearSolver()
    highs.setOptionValue("presolve", "off")
    highs.setOptionValue("simplex_scale_strategy", 0)
    highs.run()


def solve_lp(model: Model, limits: Limits | None = None) -> Solution:
    """The linear relaxation: whole numbers may be broken. Duals are given."""
    return solve_mip(replace(model, integral=np.zeros(model.columns, dtype=np.bool_)), limits)


def _bounds_agree(model: Model) -> bool:
    return bool((model.lower <= model.upper).all() and (model.row_lower <= model.row_upper).all())


def _read(highs: object, model: Model) -> Solution:
    status = read_status(highs)
    if status in (Status.INFEASIBLE, Status.UNBOUNDED):
        return Solution(status)
    values = read_values(highs, model.integral)
    whole = bool(model.integral.any())
    info = highs.getInfo()  # type: ignore[attr-defined]
    bound = info.mip_dual_bound if whole else info.objective_function_value
    return Solution(
        status=status,
        objective=float(model.cost @ values) if len(values) else None,
        bound=float(bound) if isfinite(bound) and (whole or status is Status.OPTIMAL) else None,
        values=values,
        duals=np.empty(0) if whole else np.array(highs.getSolution().row_dual),  # type: ignore[attr-defined]
    )
