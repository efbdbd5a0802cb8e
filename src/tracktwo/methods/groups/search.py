"""Fewer repeated meetings by exchanging two people at a time (tabu search, after Dotú and Van Hentenryck 2005, who
found with it most of the known answers to the social golfers' problem).

A meeting in round t is a repeat if the pair met before or meets in another round; among repeats one that was had often
is a little worse, so that between equal plans nobody sits with the same person all the time. An exchange of i and j
between two rooms changes the cost by what each would cost where it comes, less what it costs where it sits; for all i
and j at once that is one product of tables. The best exchange is made even where it costs, and those two stay where
they are for a while, so that the search walks out of every hollow. Nothing is drawn by chance but the first deal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.groups.seating import NEVER, Numbers, Places, Table

# A repeat weighs more than all differences between repeats.
REPEAT = 2.0**24
# Once no plan can have fewer repeats, so many further steps for each round even them out.
POLISH = 30


@dataclass
class Walk:
    """A seating of all rounds on its way: ``seated[t, i]``, how often two meet in all of it, and its cost."""

    places: Places
    seated: Numbers
    meetings: Table
    cost: float
    held_until: Numbers

    @classmethod
    def begin(cls, places: Places, seated: Numbers) -> Walk:
        meetings = sum((_together(row, places) for row in seated), np.zeros((places.chairs, places.chairs)))
        return cls(places, seated, meetings, _cost(places.before, meetings), np.zeros_like(seated))

    def step(self, round_: int, clock: int, best: float, hold: int) -> None:
        """Exchange in this round: all that is gained in rooms that do not touch, or else the one that costs least."""
        change = self._changes(round_)
        waiting = self.held_until[round_] > clock
        held = waiting[:, None] | waiting[None, :]
        # Whoever waits may go all the same if nothing so good was ever seen.
        change[held & (self.cost + change >= best)] = np.inf
        row = self.seated[round_]
        before = _together(row, self.places)
        for one, other in _apart_from_each_other(change, row):
            self.cost += float(change[one, other])
            row[one], row[other] = row[other], row[one]
            self.held_until[round_, [one, other]] = clock + hold
        self.meetings += _together(row, self.places) - before

    def _changes(self, round_: int) -> Table:
        places, row = self.places, self.seated[round_]
        inside = np.eye(places.rooms)[row]
        worth = _price(places.before + self.meetings - _together(row, places))
        load = worth @ inside
        there = load[:, row]
        stays = load[np.arange(places.chairs), row]
        change: Table = there - worth - stays[:, None]
        change = change + change.T
        change[~self._allowed(row, inside)] = np.inf
        return change

    def _allowed(self, row: Numbers, inside: Table) -> NDArray[np.bool_]:
        """Another room, each understands those there, and both rooms stay even."""
        places = self.places
        follows = _understands(places, row)
        allowed: NDArray[np.bool_] = (row[:, None] < row[None, :]) & follows & follows.T
        count = np.zeros((places.rooms, len(places.least)), dtype=np.int64)
        np.add.at(count, (row, places.kind), 1)
        own = count[row, places.kind]
        gives = own > places.least[places.kind]
        takes = count[row][:, places.kind] < places.most[places.kind][None, :]
        even = gives[:, None] & gives[None, :] & takes & takes.T
        allowed &= even | (places.kind[:, None] == places.kind[None, :])
        return allowed


def _understands(places: Places, row: Numbers) -> NDArray[np.bool_]:
    """``[i, j]``: j could take the chair of i, sharing a language with all others there or by the interpreter."""
    spoken = np.zeros((places.rooms, places.speaks.shape[1]))
    np.add.at(spoken, row, places.speaks)
    others = spoken[row] - places.speaks == places.chairs // places.rooms - 1
    understood: NDArray[np.bool_] = others.astype(np.float64) @ places.speaks.T > 0
    return understood | places.carried[:, row].T


def _apart_from_each_other(change: Table, row: Numbers) -> list[tuple[int, int]]:
    """The best exchange, and where it gains also the next best in other rooms: there nothing has changed for them."""
    best = int(np.argmin(change))
    lowest = float(change.flat[best])
    if lowest >= NEVER / 2:
        return []
    if lowest >= 0:
        return [divmod(best, len(row))]
    gains = np.flatnonzero(change < 0)
    chosen: list[tuple[int, int]] = []
    touched: set[int] = set()
    for place in gains[np.argsort(change.flat[gains], kind="stable")].tolist():
        one, other = divmod(place, len(row))
        rooms = {int(row[one]), int(row[other])}
        if not rooms & touched:
            touched |= rooms
            chosen.append((one, other))
    return chosen


def _together(row: Numbers, places: Places) -> Table:
    """1 where two people sit in one room; nobody meets an empty chair, or the own self."""
    people = len(places.members)
    table = np.zeros((places.chairs, places.chairs))
    table[:people, :people] = row[:people, None] == row[None, :people]
    np.fill_diagonal(table, 0)
    return table


def _price(met: Table) -> Table:
    """What one more meeting costs those who have met so often."""
    return np.where(met > 0, REPEAT + met, 0.0)


def _cost(before: Table, meetings: Table) -> float:
    each = np.zeros_like(meetings)
    for again in range(int(meetings.max(initial=0))):
        each += np.where(meetings > again, _price(before + again), 0.0)
    return float(np.triu(each, 1).sum())


def improve(
    places: Places, seated: Numbers, bound: int, steps: int, stop: Callable[[], bool] | None = None
) -> tuple[float, Numbers]:
    """The best seating that ``steps`` steps came by, and its cost; sooner when the bound is reached."""
    walk = Walk.begin(places, seated.copy())
    best, kept, last = walk.cost, seated.copy(), 0
    rounds = len(seated)
    for clock in range(1, steps + 1):
        done = best < (bound + 1) * REPEAT and (best == 0 or clock - last > POLISH * rounds)
        if done or (stop is not None and stop()):
            break
        walk.step((clock - 1) % rounds, clock, best, _hold(clock, places.chairs, rounds))
        if walk.cost < best:
            best, kept, last = walk.cost, walk.seated.copy(), clock
    return best, kept


def _hold(clock: int, chairs: int, rounds: int) -> int:
    """For how many steps of all rounds; a saw between a few and a third of the chairs, so that no walk is a ring."""
    return rounds * (2 + clock * 7 % (2 + chairs // 3))
