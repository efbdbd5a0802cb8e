"""A good beginning for column generation: the relaxed lottery, taken apart into true seatings.

If seats could be broken, one broken seating x* would be the whole lottery, and its lowest chance bounds every lottery
from above. Seatings whose running sum follows k x* as closely as whole numbers let it make a near-best lottery before
the first price is asked for; without them a pool of a thousand kinds takes hundreds of rounds to come near.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import numpy as np

from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, LiveProgram, Model, Status, solve_lp
from tracktwo.methods.solver.model import Floats

# Levels of the relaxed lottery, and what counts as a price.
_MOST_LEVELS, _PRICED = 12, 1e-9
# People of a kind, on average, from which on a dive would fill whole kinds.
_CROWDED = 8.0


@dataclass(frozen=True, eq=False)
class Relaxed:
    """``seats`` per kind, broken, and the lowest chance they give, which no lottery exceeds."""

    seats: Floats
    bound: float


def relax(setting: Setting, selectable: tuple[int, ...], limits: Limits) -> Relaxed:
    """The fairest lottery if seats could be broken: linear programs over the kinds, level by level as leximin does.

    The first level is the bound. The others only keep seats away from it wherever they need not stand there: so fewer
    kinds hold the true lottery up.
    """
    program, level = LiveProgram(draft_relaxed(setting, selectable)), len(setting.kinds)
    free = {kind: len(setting.rules) + place for place, kind in enumerate(selectable)}
    seats: Floats | None = None
    first: float | None = None
    for _ in range(_MOST_LEVELS):
        solution = program.solve()
        if solution.status is not Status.OPTIMAL or solution.bound is None:
            break
        seats, first = solution.values[:-1], solution.bound if first is None else first
        held = [kind for kind, row in free.items() if solution.duals[row] < -_PRICED]
        for kind in held:
            program.set_coefficient(free[kind], level, 0.0)
            program.set_row_bounds(free.pop(kind), float(solution.values[level]) * setting.sizes[kind], inf)
        if not held or not free:
            break
    if seats is None or first is None:
        raise Refusal("lottery.stopped")
    return Relaxed(seats, first)


def draft_relaxed(setting: Setting, selectable: tuple[int, ...]) -> Model:
    """Seats per kind, broken, then the level z; rows: the rules, then the selectable kinds in their order."""
    draft = Draft()
    for size in setting.sizes:
        draft.add_column(upper=size)
    level = draft.add_column(cost=1.0)
    for rule in setting.rules:
        draft.add_row(dict.fromkeys(rule.kinds, 1.0), lower=rule.lower, upper=rule.upper)
    # Everybody who can sit sits at least as often as the level says.
    for kind in selectable:
        draft.add_row({kind: 1.0, level: -float(setting.sizes[kind])}, lower=0.0)
    return draft.build(maximise=True)


@dataclass(frozen=True, eq=False)
class Beginning:
    """The relaxed lottery, and endless batches of true seatings near it."""

    relaxed: Relaxed
    batches: Iterator[list[Seating]]


def begin(setting: Setting, selectable: tuple[int, ...], pricer: Pricer, limits: Limits) -> Beginning:
    relaxed = relax(setting, selectable, limits)
    return Beginning(relaxed, take_apart(setting, relaxed, pricer, max(10, len(selectable) // 8)))


def find_reachable(setting: Setting, limits: Limits) -> tuple[int, ...] | None:
    """Kinds that some broken seating seats; None when the rules leave no seating, not even a broken one.

    One linear program: everybody in reach gets a crumb, so small that all of them can have it together.
    """
    crumb = 1e-3 / len(setting.kinds)
    draft = Draft()
    for size in setting.sizes:
        draft.add_column(upper=size)
    crumbs = [draft.add_column(cost=1.0, upper=1.0) for _ in setting.sizes]
    for rule in setting.rules:
        draft.add_row(dict.fromkeys(rule.kinds, 1.0), lower=rule.lower, upper=rule.upper)
    for kind, own in enumerate(crumbs):
        draft.add_row({kind: 1.0, own: -crumb}, lower=0.0)
    solution = solve_lp(draft.build(maximise=True), limits)
    if solution.status is Status.INFEASIBLE:
        return None
    if not solution.has_values:
        raise Refusal("lottery.stopped")
    return tuple(kind for kind, own in enumerate(crumbs) if solution.values[own] > 1e-3)


def take_apart(setting: Setting, relaxed: Relaxed, pricer: Pricer, size: int) -> Iterator[list[Seating]]:
    """Endless batches of ``size`` dives, each for what the sum so far still lacks of its share of x*."""
    sizes = np.array(setting.sizes, dtype=np.float64)
    lacking = np.zeros(len(sizes))
    while True:
        batch: list[Seating] = []
        for _ in range(size):
            lacking += relaxed.seats
            for seating in _dive(pricer, lacking, sizes):
                lacking -= np.array(seating)
                batch.append(seating)
        yield batch


def _dive(pricer: Pricer, lacking: Floats, sizes: Floats) -> list[Seating]:
    if sizes.mean() < _CROWDED:
        return pricer.dive(lacking / sizes, 1)
    # No more of a kind than it lacks: of a kind of thirty, one seat at a time and not thirty at once.
    seating = pricer.dive_within(lacking / sizes, np.maximum(1.0, np.ceil(lacking)))
    return [] if seating is None else [seating]
