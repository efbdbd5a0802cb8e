"""Dressing HiGHS: its options, its interrupts, its answers. Only this package imports highspy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import highspy
import numpy as np

from tracktwo.methods.solver.model import Limits, Model, Status

# HiGHS takes a quarter of a second and a megabyte of log by itself; here it says nothing and uses one thread.
_QUIET: dict[str, bool | int | float | str] = {"output_flag": False, "threads": 1, "parallel": "off"}
# The default tolerances (1e-7, gap 1e-4) would pass a lottery that is wrong in the seventh digit.
_EXACTING: dict[str, bool | int | float | str] = {
    "primal_feasibility_tolerance": 1e-10,
    "dual_feasibility_tolerance": 1e-10,
    "mip_feasibility_tolerance": 1e-9,
    "mip_abs_gap": 1e-9,
}
_STATUSES = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kUnbounded: Status.UNBOUNDED,
}
_INTERRUPTS = (
    highspy.cb.HighsCallbackType.kCallbackSimplexInterrupt,
    highspy.cb.HighsCallbackType.kCallbackMipInterrupt,
    highspy.cb.HighsCallbackType.kCallbackIpmInterrupt,
)


def dress(limits: Limits) -> Any:
    """A HiGHS object with our options and the caller's limits."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy ships no signature for it
    settings: dict[str, bool | int | float | str] = {
        **_QUIET,
        **_EXACTING,
        "random_seed": limits.seed,
        "mip_rel_gap": limits.gap,
    }
    if limits.nodes is not None:
        settings["mip_max_nodes"] = limits.nodes
    if limits.iterations is not None:
        settings["simplex_iteration_limit"] = limits.iterations
    if limits.target is not None:
        settings["objective_target"] = limits.target
    for name, value in settings.items():
        highs.setOptionValue(name, value)
    return highs


def listen(highs: Any, stop: Callable[[], bool] | None) -> None:
    """Let ``stop`` interrupt the run."""
    if stop is None:
        return

    def ask(kind: object, message: str, out: object, answer: Any, data: object) -> None:
        if answer is not None and stop():
            answer.user_interrupt = True

    highs.setCallback(ask, None)
    for kind in _INTERRUPTS:
        highs.startCallback(kind)


def load(highs: Any, model: Model) -> None:
    """Hand the model over, columns first."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.columns, model.rows
    lp.sense_ = highspy.ObjSense.kMaximize if model.maximise else highspy.ObjSense.kMinimize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.cost, model.lower, model.upper
    lp.row_lower_, lp.row_upper_ = model.row_lower, model.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = model.columns, model.rows
    lp.a_matrix_.start_, lp.a_matrix_.index_ = model.starts, model.indices
    lp.a_matrix_.value_ = model.coefficients
    if model.integral.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(whole)] for whole in model.integral]
    highs.passModel(lp)


def read_status(highs: Any) -> Status:
    """Unbounded-or-infeasible cannot occur with presolve told to decide; everything else unlisted is a
    stop.
    """
    return _STATUSES.get(highs.getModelStatus(), Status.STOPPED)


def is_lost(highs: Any) -> bool:
    """No limit was reached and nobody stopped it, yet it has no answer: its own scaling cost it the last digits."""
    return bool(highs.getModelStatus() == highspy.HighsModelStatus.kUnknown)


def read_values(highs: Any, integral: np.ndarray[Any, np.dtype[np.bool_]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Column values, whole numbers made exactly whole; empty without a feasible solution."""
    if highs.getInfo().primal_solution_status != 2:
        return np.empty(0)
    values = np.array(highs.getSolution().col_value, dtype=np.float64)
    values[integral] = np.rint(values[integral])
    return values
