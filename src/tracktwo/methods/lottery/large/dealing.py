"""A pool of very many kinds: equally likely cohorts, as few as come near the bound, dealt like cards all at once.

With thousands of kinds the relaxed lottery is as good as the best one, but column generation needs as many seatings as
kinds, each by prices of its own, and spreading them makes a cohort for nearly every person. Here everybody of a kind is
told how often to sit in M cohorts (whole numbers near the relaxed lottery, together what the quotas allow M times), the
kinds are dealt over the cohorts, and what then breaks a quota is mended by exchanges between two cohorts. Nothing rests
on this going well: the lottery is checked like any other, its lowest chance is t / M, and the relaxed lottery bounds
what any other reaches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import ceil

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.large.table import Table, Whole
from tracktwo.methods.lottery.start import Relaxed
from tracktwo.methods.solver import Draft, Limits, solve_mip

# How near to the bound the lowest chance is to come: the first with few cohorts, else the second.
_NEAR = ((1e-7, 6_000), (1e-6, 20_000))
# Numbers of cohorts that are tried, and nodes for sharing each out.
_TRIES, _NODES = 3, 200


@dataclass(frozen=True)
class Dealt:
    """Valid seatings with their shares, whose lowest chance over the selectable is ``level``."""

    seatings: tuple[Seating, ...]
    weights: tuple[Fraction, ...]
    level: Fraction


def deal_lottery(setting: Setting, selectable: tuple[int, ...], relaxed: Relaxed, limits: Limits) -> Dealt | None:
    """A lottery within 1e-6 of the bound in which everybody selectable sits; None where it does not come out.

    Raises ``lottery.stopped``.
    """
    for times, cohorts in islice(_count_cohorts(relaxed.bound, len(selectable)), _TRIES):
        sittings = _share_out(setting, selectable, relaxed, times, cohorts, limits)
        if sittings is not None:
            table = Table(setting, sittings * np.array(setting.sizes), cohorts)
            return _gather(table, Fraction(times, cohorts)) if table.mend(limits) else None
    return None


def _gather(table: Table, level: Fraction) -> Dealt:
    shares = Counter(table.seatings())
    seatings = tuple(sorted(shares))
    return Dealt(seatings, tuple(Fraction(shares[seating], shares.total()) for seating in seatings), level)


def _count_cohorts(bound: float, kinds: int) -> Iterator[tuple[int, int]]:
    """How often everybody sits at least, in how many cohorts: the fewest that are near enough first."""
    for near, most in _NEAR:
        times = 1
        # Rounding may not cost a cohort where the bound is a fraction with few: that then is met exactly.
        while (cohorts := max(1, ceil(times / bound - 1e-9))) <= most:
            if bound - times / cohorts <= near and cohorts * 8 >= kinds:
                yield times, cohorts
            times += 1


def _share_out(
    setting: Setting, selectable: tuple[int, ...], relaxed: Relaxed, times: int, cohorts: int, limits: Limits
) -> Whole | None:
    """How often everybody of a kind sits in all cohorts: at least ``times``, near the relaxed lottery, in whole numbers
    that leave room for every quota.
    """
    sizes = np.array(setting.sizes)
    wanted = relaxed.seats * cohorts / sizes
    least = np.maximum(times, np.floor(wanted + 1e-7))
    most = np.minimum(cohorts, np.maximum(least, np.ceil(wanted - 1e-7) + 1))
    chosen = np.isin(np.arange(len(sizes)), selectable)
    draft = Draft()
    for low, high, can in zip(least, most, chosen, strict=True):
        draft.add_column(lower=float(low) * can, upper=float(high) * can, integral=True)
    for rule in setting.rules:
        terms = {kind: float(sizes[kind]) for kind in rule.kinds}
        draft.add_row(terms, lower=cohorts * rule.lower, upper=cohorts * rule.upper)
    solution = solve_mip(draft.build(maximise=True), Limits(nodes=_NODES, stop=limits.stop))
    return np.rint(solution.values).astype(np.int64) if solution.has_values else None
