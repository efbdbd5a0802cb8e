"""Weights that maximise a product of chances: a primal-dual interior-point method for one concave program.

Maximise  sum_k n_k log (A w)_k - N sum_c w_c  over w >= 0, with N = sum_k n_k; at the optimum the weights sum to
one by themselves. With s the slack of  A' (n / A w) <= N  the Newton step solves
(A' D A + S/W) dw = mu/w - s - r,  D = diag(n / (A w)^2).
"""

from __future__ import annotations

import numpy as np

from tracktwo.methods.solver.model import Floats

_TURNS = 100
_CLOSE = 1e-12
_STEP = 0.995


def balance_weights(shares: Floats, sizes: Floats) -> Floats:
    """``shares`` A (kinds x seatings), every kind in some seating; ``sizes`` n. The weights, summing to one.

    O(kinds^2 seatings) for each of some twenty turns.
    """
    count, total = shares.shape[1], float(sizes.sum())
    weights = np.full(count, 1.0 / count)
    slack = np.full(count, total)
    for _ in range(_TURNS):
        chances = shares @ weights
        rest = total - shares.T @ (sizes / chances) - slack
        gap = float(weights @ slack)
        if gap < _CLOSE * total and (np.abs(rest).max() < _CLOSE * 1e3 * total or gap < _CLOSE**2 * total):
            break
        centre = 0.1 * gap / count
        curve = sizes / chances**2
        step = _solve(shares, curve, slack / weights, centre / weights - slack - rest)
        # So near the end that floating point has nothing more to give; the caller measures what was reached.
        if step is None:
            break
        slack_step = rest + shares.T @ (curve * (shares @ step))
        weights = weights + min(1.0, _reach(weights, step)) * step
        slack = slack + min(1.0, _reach(slack, slack_step)) * slack_step
    return np.asarray(weights / weights.sum())


def _solve(shares: Floats, curve: Floats, diagonal: Floats, right: Floats) -> Floats | None:
    """(A' D A + diag) x = right, by the smaller of the two systems (Woodbury); None when it is singular."""
    try:
        if shares.shape[0] >= shares.shape[1]:
            step = np.linalg.solve(shares.T @ (curve[:, None] * shares) + np.diag(diagonal), right)
        else:
            scaled = shares / diagonal
            small = scaled @ shares.T + np.diag(1.0 / curve)
            step = (right - shares.T @ np.linalg.solve(small, scaled @ right)) / diagonal
    except np.linalg.LinAlgError:
        return None
    return np.asarray(step) if np.isfinite(step).all() else None


def _reach(values: Floats, step: Floats) -> float:
    falling = step < 0
    if not falling.any():
        return 1.0
    return float(_STEP * np.min(-values[falling] / step[falling]))
