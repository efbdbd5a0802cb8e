"""For small asks the fewest repeated meetings, proven: a search through whole rounds.

Every round has the same number M of meetings, so T rounds that cover C of the pairs who never met repeat T M - C: of
all ways to sit in one round those T are sought that cover more than the plan at hand (maximum coverage). Rounds can be
exchanged, so they are chosen in the order of what each adds to those before; ways that are the same but for who is who
(see ``symmetry``) are tried once. A branch ends where the ways left, taken each by itself, cannot add what is missing,
or where people cannot: in a round each meets only so many of a community. The last two rounds are one table of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.groups.ask import Ask
from tracktwo.methods.groups.meetings import count_repeats, meetings_of
from tracktwo.methods.groups.plan import Plan, Room
from tracktwo.methods.groups.symmetry import alike, orbits
from tracktwo.methods.groups.ways import Bits, Rows, Ways, round_of, ways_of

# Looks at a pair of ways, 64 pairs of people at a time; a step from one round to the next costs as much as so many.
# They are counted instead of seconds, so that an ask has the same answer on every machine: all of them take 2 to 7 s.
MOST_LOOKS, STEP = 2_500_000_000, 8_000
BLOCK = 1 << 15
Counts = NDArray[np.int16]


@dataclass(frozen=True)
class Proof:
    """No plan has fewer repeats than ``bound``. ``rounds``: a plan with fewer than the one at hand, if found."""

    bound: int
    rounds: tuple[tuple[Room, ...], ...] | None = None


def prove(ask: Ask, bound: int, known: int, stop: Callable[[], bool] | None = None) -> Proof:
    """Looks for plans with fewer repeats than ``known``, that of a plan at hand, until there is none.

    Where that is proven, the bound that comes back is the number of repeats of the best plan. It is the ``bound`` given
    where the ways to sit cannot be listed, after ``MOST_LOOKS``, or when ``stop`` says so.
    """
    ways = ways_of(ask)
    if ways is None:
        return Proof(bound)
    search, rounds = Search(ask, ways, stop), None
    while known > bound:
        try:
            found = search.find(ask.rounds * ways.size - known + 1)
        except Spent:
            return Proof(bound, rounds)
        if found is None:
            return Proof(known, rounds)
        rounds = tuple(round_of(ask, ways, way) for way in found)
        known = count_repeats(ask.met, meetings_of(Plan(rounds, 0, 0)))
    return Proof(known, rounds)


@dataclass(frozen=True, eq=False)
class Pool:
    """Ways that may still be chosen: their numbers, the uncovered pairs of each (word by way), how many those are."""

    ways: Rows
    new: Bits
    adds: Counts

    @classmethod
    def of(cls, fresh: Bits) -> Pool:
        return cls(np.arange(fresh.shape[1]), fresh, _count(fresh))

    def take(self, order: Rows) -> Pool:
        return Pool(self.ways[order], self.new[:, order], self.adds[order])

    def after(self, place: int, adds: Counts, need: int, left: int) -> Pool:
        """What is left when the way at this place is chosen: those behind it that can still be one of ``left`` ways."""
        most = int(adds.max(initial=0)) * (left - 1)
        keep = np.flatnonzero(adds >= need - most)
        return Pool(self.ways[place + keep], self.new[:, place + keep] & ~self.new[:, place, None], adds[keep])


class Spent(Exception):
    """The work allowed is done, or somebody asked to stop."""


@dataclass
class Search:
    """``find`` says which ways together cover so many fresh pairs, or None if no ``ask.rounds`` of them do."""

    ask: Ask
    ways: Ways
    stop: Callable[[], bool] | None = None
    looks: int = 0
    classes: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.classes = alike(self.ask, self.ways.members)
        self.caps = Caps(self.ask, self.ways)
        self.fresh = np.ascontiguousarray(self.ways.fresh.T)

    def find(self, need: int) -> list[int] | None:
        return self._extend([], Pool.of(self.fresh), self.ask.rounds, need)

    def _extend(self, chosen: list[int], pool: Pool, left: int, need: int) -> list[int] | None:
        """``left`` ways of the pool that cover ``need`` pairs more after those chosen."""
        if left == 1:
            best = int(pool.adds.argmax()) if len(pool.adds) else 0
            return [*chosen, int(pool.ways[best])] if pool.adds[best : best + 1].sum() >= need else None
        order = np.argsort(-pool.adds, kind="stable")
        starts, order = self._starts(chosen, pool, order, left)
        pool = pool.take(order)
        if left == 2:
            return self._pair(chosen, pool, need)
        for place, adds in self._alive(chosen, pool, starts, left, need):
            begun, missing = [*chosen, int(pool.ways[place])], need - int(pool.adds[place])
            found = self._extend(begun, pool.after(place, adds, missing, left - 1), left - 1, missing)
            if found is not None:
                return found
        return None

    def _alive(self, chosen: list[int], pool: Pool, starts: Rows, left: int, need: int) -> Iterator[tuple[int, Counts]]:
        """Places of the pool to go on from, each with what the ways behind it add then."""
        covered = np.bitwise_or.reduce(self.ways.fresh[chosen], axis=0)
        for begin, block in _blocks(starts, len(pool.ways)):
            if pool.adds[begin : begin + left].sum() < need:
                return
            self._look(len(block) * (len(pool.ways) - begin))
            adds = pool.adds[begin:] - _shared(pool.new[:, block], pool.new[:, begin:])
            missing = need - pool.adds[block].astype(np.int64)
            enough = adds.max(axis=1).astype(np.int64) * (left - 1) >= missing
            enough &= self.caps.most(covered | self.ways.fresh[pool.ways[block]], left - 1) >= missing
            for row in np.flatnonzero(enough).tolist():
                self._look(STEP)
                yield int(block[row]), adds[row, block[row] - begin :]

    def _starts(self, chosen: list[int], pool: Pool, order: Rows, left: int) -> tuple[Rows, Rows]:
        """The places at which a way stands that is not the same as one before, and the order that puts them there."""
        same = None
        if left > 2 and len(order) > 1:
            same = orbits(self.ways.rooms[pool.ways[order]], self.classes, self.ways.rooms[chosen].tolist())
        if same is None:
            return np.arange(len(order)), order
        again = np.lexsort((same, -pool.adds[order]))
        same = same[again]
        return np.flatnonzero(np.concatenate(([True], same[1:] != same[:-1]))), order[again]

    def _pair(self, chosen: list[int], pool: Pool, need: int) -> list[int] | None:
        """The last two at once: together they add what each adds, less what both add."""
        adds = pool.adds
        firsts = np.arange(np.count_nonzero(2 * adds >= need))
        for begin, block in _blocks(firsts, len(adds)):
            end = int(np.count_nonzero(adds >= need - adds[begin]))
            if end <= begin:
                return None
            self._look(len(block) * (end - begin))
            both = _shared(pool.new[:, block], pool.new[:, begin:end])
            enough = adds[block, None] + adds[None, begin:end] - both >= need
            if enough.any():
                one, other = divmod(int(enough.argmax()), enough.shape[1])
                return [*chosen, int(pool.ways[begin + one]), int(pool.ways[begin + other])]
        return None

    def _look(self, times: int) -> None:
        self.looks += times * self.ways.fresh.shape[1]
        if self.looks > MOST_LOOKS or (self.stop is not None and self.stop()):
            raise Spent


class Caps:
    """How much any rounds can add at most, by people and communities: each meets only so many of each in a round.

    ``masks``: for each person and community their pairs; every pair is in two of them. ``each``: the most of them that
    any way brings.
    """

    def __init__(self, ask: Ask, ways: Ways) -> None:
        side = [member.side for member in ways.members]
        groups: dict[tuple[int, int], list[int]] = {}
        for place, (one, other) in enumerate(ways.pairs):
            groups.setdefault((one, side[other]), []).append(place)
            groups.setdefault((other, side[one]), []).append(place)
        self.masks = np.zeros((ways.fresh.shape[1], len(groups)), dtype=np.uint64)
        for row, places in enumerate(groups.values()):
            for place in places:
                self.masks[place // 64, row] |= np.uint64(1 << place % 64)
        self.masks &= np.bitwise_or.reduce(ways.fresh, axis=0)[:, None]  # pairs whom some way brings together
        self.each = np.array([_count((ways.fresh & mask).T).max() for mask in self.masks.T], dtype=np.int64)

    def most(self, covered: Bits, rounds: int) -> Rows:
        """For each row of covered pairs."""
        open_ = _shared(~covered.T, self.masks).astype(np.int64)
        most: Rows = np.minimum(open_, self.each * rounds).sum(axis=-1) // 2
        return most


def _blocks(places: Rows, width: int) -> Iterator[tuple[int, Rows]]:
    """Ascending places in blocks that fit in memory beside so many ways, each with its first."""
    step = max(1, BLOCK // max(1, width))
    for begin in range(0, len(places), step):
        yield int(places[begin]), places[begin : begin + step]


def _shared(one: Bits, other: Bits) -> Counts:
    """How many pairs each of the one way has in common with each of the other: [one, other]."""
    shared = np.zeros((one.shape[1], other.shape[1]), dtype=np.int16)
    for row, column in zip(one, other, strict=True):
        shared += np.bitwise_count(row[:, None] & column[None, :])
    return shared


def _count(bits: Bits) -> Counts:
    """How many bits are set in all words (the first axis) together."""
    counted: Counts = np.bitwise_count(bits[0]).astype(np.int16)
    for word in bits[1:]:
        counted += np.bitwise_count(word)
    return counted
