"""Every plan is a path through the options in order of days; paths give bounds for all of them at once.

A repetition weighs w for each one beyond the ``free`` ones: w max(0, n - free) = max of p (n - free) over 0 <= p <= w.
For fixed prices p the cheapest path is found by dynamic programming, forwards and backwards, and no plan that takes an
option costs less than the cheapest path through it (Lagrangian relaxation; prices by the subgradient method with
Polyak's step: Held, Wolfe and Crowder, Mathematical Programming 6, 1974). The bounds tell the solver which options it
may forget, and answer most questions of "why not this edition" without asking it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tracktwo.methods.dates.edition import EditionKey
from tracktwo.methods.dates.model import PlanModel
from tracktwo.methods.dates.windows import Floats, Ints, Windows, order_of
from tracktwo.methods.dates.wishes import Wishes

Path = tuple[int, ...]

ROUNDS, ROUNDS_EACH, TOGETHER = 80, 12, 64
# A bound is a float and points are whole: what lies so little above a whole number is that number.
HAIR = 1e-6


class Met:
    """The plans met on the way: each choice of editions with its true cost, and its cheapest days."""

    def __init__(self) -> None:
        self._known: dict[frozenset[EditionKey], tuple[int, Path]] = {}

    def add(self, editions: frozenset[EditionKey], cost: int, path: Path) -> None:
        self._known[editions] = min((cost, path), self._known.get(editions, (cost, path)))

    @property
    def ranked(self) -> list[tuple[int, Path]]:
        """Cheapest first; of equal ones the one that comes first in the order of options."""
        return sorted(self._known.values())

    def cheapest_with(self, edition: EditionKey) -> tuple[int, Path] | None:
        return min((met for editions, met in self._known.items() if edition in editions), default=None)


@dataclass(frozen=True, eq=False)
class Explored:
    """``least`` per option: no plan of that number that takes it costs less (infinite: no plan takes it)."""

    least: Floats
    prices: Floats
    met: Met

    def within(self, most: float) -> tuple[int, ...]:
        """Options that a plan of at most ``most`` points can hold."""
        return tuple(int(place) for place in np.flatnonzero(self.least <= most + HAIR))


class Paths:
    """The options of a model in order, and what the cheapest ways through them cost."""

    def __init__(self, model: PlanModel, wishes: Wishes) -> None:
        self._options = model.options
        self._order = order_of(model.options, wishes)
        costs = np.array(model.costs[: len(model.options)], dtype=np.float64)
        self._costs = np.where(self._order.barred, np.inf, costs) if len(costs) else costs
        self._members = _members(model)
        self._weights = np.array([one.weight for one in model.repetitions], dtype=np.float64)
        self._free = np.array([one.free for one in model.repetitions], dtype=np.float64)

    def most(self) -> int | None:
        """The greatest number of workshops that the rhythm allows; None where the locked ones already break it."""
        empty = None if any(option.locked for option in self._options) else 0
        return max(self._numbers(), default=empty)

    def holds(self, number: int) -> bool:
        """Whether there is any plan of that number."""
        return number in self._numbers()

    def _numbers(self) -> list[int]:
        if not len(self._costs):
            return []
        layers = self._forwards(np.where(np.isfinite(self._costs), 0.0, np.inf)[:, None], len(self._costs))
        return [number for number, layer in enumerate(layers, 1) if np.isfinite(layer[self._order.may_end]).any()]

    def explore(self, number: int) -> Explored | None:
        """Bounds and plans of ``number`` workshops; None where there is none."""
        if not self.holds(number):
            return None
        prices, met = self._weights / 2, Met()
        least, best = np.full(len(self._costs), -np.inf), (-np.inf, prices)
        for _ in range(ROUNDS):
            walk = self._walk(prices[:, None], number)
            bounds = walk.through[:, 0] - prices @ self._free
            least, best = np.maximum(least, bounds), max(best, (float(bounds.min()), prices), key=lambda one: one[0])
            path = walk.paths(np.array([int(bounds.argmin())]))[0]
            room = self._meet(met, path) and met.ranked[0][0] - bounds.min()
            prices = self._step(prices[:, None], path[:, None], np.array([room]))[:, 0]
            if met.ranked[0][0] <= np.ceil(best[0] - HAIR):
                break
        return Explored(least, best[1], met)

    def explore_each(
        self,
        editions: Sequence[EditionKey],
        explored: Explored,
        number: int,
        tell: Callable[[int], None] = lambda done: None,
    ) -> dict[EditionKey, float]:
        """For each edition a bound: no plan of ``number`` workshops that takes it costs less. Adds to the plans met."""
        found: dict[EditionKey, float] = {}
        for begin in range(0, len(editions), TOGETHER):
            some = list(editions[begin : begin + TOGETHER])
            found |= zip(some, self._bounds_of(some, explored, number), strict=True)
            tell(min(begin + TOGETHER, len(editions)))
        return found

    def _bounds_of(self, editions: list[EditionKey], explored: Explored, number: int) -> list[float]:
        """Every edition has prices of its own; those whose bound meets a plan are left out of the next round."""
        bounds = np.full(len(editions), -np.inf)
        prices = np.repeat(explored.prices[:, None], len(editions), axis=1)
        open_ = np.arange(len(editions))
        ours = np.array([[option.edition.key == key for key in editions] for option in self._options])
        upper = np.full(len(editions), np.inf)
        for _ in range(ROUNDS_EACH):
            walk = self._walk(prices[:, open_], number)
            through = np.where(ours[:, open_], walk.through, np.inf)
            bounds[open_] = np.maximum(bounds[open_], through.min(axis=0) - self._free @ prices[:, open_])
            possible = np.isfinite(bounds[open_])
            open_, heads = open_[possible], through.argmin(axis=0)
            paths = walk.paths(heads)[possible]
            for place, path in zip(open_, paths, strict=True):
                upper[place] = min(upper[place], self._meet(explored.met, path))
            rooms = upper[open_] - bounds[open_]
            prices[:, open_] = self._step(prices[:, open_], paths.T, rooms)
            open_ = open_[np.ceil(bounds[open_] - HAIR) < upper[open_]]
            if not len(open_):
                break
        return [float(bound) for bound in bounds]

    def _step(self, prices: Floats, paths: Ints, rooms: Floats) -> Floats:
        """Polyak's step along the subgradient: how far each repetition is beyond (or below) what is free."""
        over = self._members[:, paths].sum(axis=1) - self._free[:, None]
        lengths = np.maximum((over * over).sum(axis=0), 1)
        moved: Floats = np.clip(prices + over * (np.maximum(rooms, 0.5) * 0.9 / lengths), 0, self._weights[:, None])
        return moved

    def _meet(self, met: Met, path: Ints) -> int:
        taken = self._members[:, path].sum(axis=1)
        cost = round(float(self._costs[path].sum() + self._weights @ np.maximum(taken - self._free, 0)))
        places = tuple(int(place) for place in path)
        met.add(frozenset(self._options[place].edition.key for place in places), cost, places)
        return cost

    def _walk(self, prices: Floats, number: int) -> _Walk:
        return _Walk(self, self._costs[:, None] + self._members.T @ prices, number)

    def _forwards(self, costs: Floats, number: int) -> list[Floats]:
        return _layers(self._order.forwards, costs, self._order.may_begin, number)

    def _backwards(self, costs: Floats, number: int) -> list[Floats]:
        return _layers(self._order.backwards, costs, self._order.may_end, number)


def _layers(windows: Windows, costs: Floats, first: object, number: int) -> list[Floats]:
    """Layer k: the cheapest path of k + 1 options that ends at each. Stops early where no path goes on."""
    layers = [np.where(np.asarray(first)[:, None], costs, np.inf)]
    while len(layers) < number and np.isfinite(layers[-1]).any():
        layers.append(windows.cheapest(layers[-1]) + costs)
    return layers


class _Walk:
    """The cheapest paths of one length; each column of ``costs`` is a question of its own."""

    def __init__(self, paths: Paths, costs: Floats, number: int) -> None:
        self._number, self._order = number, paths._order
        self._to, self._from = paths._forwards(costs, number), paths._backwards(costs, number)
        self.through = np.full(costs.shape, np.inf)
        self._at = np.zeros(costs.shape, dtype=np.int64)
        if len(self._to) == number == len(self._from):
            finite = np.where(np.isfinite(costs), costs, 0.0)
            both = np.stack([there + self._from[number - 1 - k] - finite for k, there in enumerate(self._to)])
            self._at, self.through = both.argmin(axis=0), both.min(axis=0)

    def paths(self, heads: Ints) -> Ints:
        """The cheapest path through ``heads[c]`` for each column c, as rows of options in order."""
        columns = np.arange(len(heads))
        found = np.zeros((len(heads), self._number), dtype=np.int64)
        at = self._at[heads, columns]
        found[columns, at] = heads
        for here, there in pairwise(range(self._number)):
            self._trace(found, columns[at <= here], here, there, self._from, self._order.backwards)
        for here, there in pairwise(range(self._number - 1, -1, -1)):
            self._trace(found, columns[at >= here], here, there, self._to, self._order.forwards)
        return found

    def _trace(self, found: Ints, columns: Ints, here: int, there: int, layers: list[Floats], windows: Windows) -> None:
        if len(columns):
            layer = layers[there] if there < here else layers[self._number - 1 - there]
            found[columns, there] = windows.cheapest_into(layer[:, columns], found[columns, here])


def _members(model: PlanModel) -> Floats:
    """Which options belong to which repetition."""
    members = np.zeros((len(model.repetitions), len(model.options)))
    for row, repetition in enumerate(model.repetitions):
        members[row, list(repetition.options)] = 1
    return members


def whole(bound: float) -> int:
    """The least whole number of points that a bound allows."""
    return int(np.ceil(bound - HAIR))
