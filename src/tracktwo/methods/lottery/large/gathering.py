"""Enough true seatings around a broken one, so that some lottery over them gives exactly what it gives.

Most are dealt to a table all at once; what stays broken there is dropped, and dives for what then lacks take its place.
"""

from __future__ import annotations

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.large.table import Table, Whole
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, solve_mip
from tracktwo.methods.solver.model import Floats

# Seatings per kind, as a minimum in all, and the share of those dealt that may stay broken.
_PER_KIND, _LEAST, _DROPPED = 2.2, 40, 0.03
# Nodes for sharing out; dives without a seating, as a share of all, at which it is given up.
_NODES, _VAIN = 200, 0.25


def gather_seatings(setting: Setting, seats: Floats, limits: Limits) -> Whole | None:
    """Valid seatings, a row each, that on average come near ``seats``; None where too few come out.

    Raises ``lottery.stopped``.
    """
    wanted = max(_LEAST, int(_PER_KIND * len(seats)))
    dealt = _deal(setting, seats, wanted, limits)
    seatings = dealt + _dive(setting, seats, dealt, wanted, limits)
    return np.array(seatings, dtype=np.int64) if len(seatings) >= wanted * (1 - _DROPPED) else None


def _deal(setting: Setting, seats: Floats, cohorts: int, limits: Limits) -> list[Seating]:
    totals = _share_out(setting, seats, cohorts)
    if totals is None:
        return []
    table = Table(setting, totals, cohorts)
    table.mend(limits, spared=int(_DROPPED * cohorts))
    return table.valid_seatings()


def _share_out(setting: Setting, seats: Floats, cohorts: int) -> Whole | None:
    """How often each kind sits in all cohorts: the wanted number rounded so that there is room for every quota, and
    everybody sits somewhere.
    """
    draft = Draft()
    for wanted in seats * cohorts:
        low = max(1.0, float(np.floor(wanted)))
        draft.add_column(lower=low, upper=max(low, float(np.ceil(wanted))), integral=True)
    for rule in setting.rules:
        draft.add_row(dict.fromkeys(rule.kinds, 1.0), lower=cohorts * rule.lower, upper=cohorts * rule.upper)
    solution = solve_mip(draft.build(maximise=True), Limits(nodes=_NODES))
    return np.rint(solution.values).astype(np.int64) if solution.has_values else None


def _dive(setting: Setting, seats: Floats, dealt: list[Seating], wanted: int, limits: Limits) -> list[Seating]:
    """Seatings one by one, each for what those before it, the dealt ones included, still lack of their share."""
    pricer, sizes = Pricer(setting, limits), np.array(setting.sizes, dtype=np.float64)
    lacking = len(dealt) * seats - np.array(dealt, dtype=np.float64).reshape(-1, len(seats)).sum(axis=0)
    found: list[Seating] = []
    vain = 0
    while len(dealt) + len(found) < wanted and vain <= _VAIN * wanted:
        if limits.stop is not None and limits.stop():
            raise Refusal("lottery.stopped")
        lacking += seats
        seatings = pricer.dive(lacking / sizes, 1)
        for seating in seatings:
            lacking -= np.array(seating)
        vain += not seatings
        found += seatings
    return found
