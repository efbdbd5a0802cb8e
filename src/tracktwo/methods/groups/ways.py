"""All ways to sit in one round, where they can be listed: rooms of people as bits, and the meetings each way brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.groups.ask import Ask, Member, pair_of
from tracktwo.methods.groups.plan import Room
from tracktwo.methods.groups.shares import Shares, even_shares, room_sizes
from tracktwo.methods.groups.tongues import Tongue, room_of, tongues_of

Bits = NDArray[np.uint64]
Rows = NDArray[np.int64]
# Sixteen people of two communities sit in four rooms in 264,600 ways: 13 megabytes, listed in half a second.
MOST_PEOPLE, MOST_ROOMS, MOST_WAYS = 32, 70_000, 500_000
BLOCK = 4_000_000


@dataclass(frozen=True, eq=False)
class Ways:
    """``rooms[w, r]``: who sits in the r-th room of way w, a bit for each of ``members`` (in the order of keys).

    ``fresh[w]``: the pairs who sit together there and never met before, a bit for each of the ``pairs`` of numbers;
    ways that bring the same are listed once. ``size``: how many meetings any round has.
    """

    members: tuple[Member, ...]
    pairs: tuple[tuple[int, int], ...]
    rooms: Bits
    fresh: Bits
    size: int


def ways_of(ask: Ask) -> Ways | None:
    """Every way to keep all promises in one round; None if there are more than ``MOST_WAYS``. O(ways x rooms)."""
    members = tuple(sorted(ask.members, key=lambda one: one.key))
    shares = even_shares(members, ask.rooms)
    if len(members) > MOST_PEOPLE or _count_rooms(members, shares) > MOST_ROOMS:
        return None
    inside = [*_rooms(ask, members, shares)]
    held = _Held(ask, members)
    needs = [held.need(room) for room in inside]
    rooms = np.array([_bits(room) for room, need in zip(inside, needs, strict=True) if need], dtype=np.uint64)
    rows = _fill(rooms, members, shares, ask.rooms)
    if rows is None:
        return None
    rows = rows[held.can_be_sent(np.array([need for need in needs if need], dtype=np.int64)[rows])]
    return _listed(ask, members, rooms, rows)


def _count_rooms(members: tuple[Member, ...], shares: Shares) -> int:
    sides = [sum(member.side == side for member in members) for side in shares.least]
    return sum(prod(comb(of, taken) for of, taken in zip(sides, counts, strict=True)) for counts in _fillings(shares))


def _fillings(shares: Shares) -> Iterator[tuple[int, ...]]:
    """How many of each community sit in a room, in every way that is even."""
    for counts in product(*(range(shares.least[side], shares.most[side] + 1) for side in shares.least)):
        if shares.smallest <= sum(counts) <= shares.largest:
            yield counts


def _rooms(ask: Ask, members: tuple[Member, ...], shares: Shares) -> Iterator[tuple[int, ...]]:
    sides = [[place for place, one in enumerate(members) if one.side == side] for side in shares.least]
    apart = {pair for pair in combinations(range(len(members)), 2) if _keys(members, pair) in ask.apart}
    for counts in _fillings(shares):
        for parts in product(*(combinations(side, taken) for side, taken in zip(sides, counts, strict=True))):
            room = tuple(sorted(place for part in parts for place in part))
            if apart.isdisjoint(combinations(room, 2)):
                yield room


def _keys(members: tuple[Member, ...], pair: tuple[int, int]) -> tuple[str, str]:
    return pair_of(members[pair[0]].key, members[pair[1]].key)


def _bits(places: tuple[int, ...]) -> int:
    return sum(1 << place for place in places)


class _Held:
    """By which interpreters a room can be held, as bits: the first bit if it needs none, nothing if it cannot be."""

    def __init__(self, ask: Ask, members: tuple[Member, ...]) -> None:
        self.members = members
        self.carried = [one for one in tongues_of(ask) if one.interpreter]

    def need(self, room: tuple[int, ...]) -> int:
        inside = [self.members[place] for place in room]
        if frozenset.intersection(*(one.languages for one in inside)):
            return 1
        return sum(2 << place for place, one in enumerate(self.carried) if all(map(one.fits, inside)))

    def can_be_sent(self, needs: Rows) -> NDArray[np.bool_]:
        """Row by row whether each room can have an interpreter of its own, where it needs one."""
        kinds, of = np.unique(np.sort(needs, axis=1), axis=0, return_inverse=True)
        return np.array([self.send(kind) is not None for kind in kinds.tolist()], dtype=np.bool_)[of.ravel()]

    def send(self, needs: list[int]) -> list[int] | None:
        """For each room the number of its interpreter from 1 (0: none needed), or None if they do not suffice."""
        if not needs:
            return []
        able = [0] if needs[0] & 1 else [place for place in range(1, len(self.carried) + 1) if needs[0] >> place & 1]
        for place in able:
            others = [need & ~(1 << place) if place else need for need in needs[1:]]
            rest = self.send(others)
            if rest is not None:
                return [place, *rest]
        return None


def _fill(rooms: Bits, members: tuple[Member, ...], shares: Shares, count: int) -> Rows | None:
    """Numbers of rooms that together seat everybody once: the next room is one of the first person still standing."""
    everybody = np.uint64(_bits(tuple(range(len(members)))))
    groups = [(everybody, shares.smallest, shares.largest)]
    for side, least in shares.least.items():
        own = _bits(tuple(place for place, one in enumerate(members) if one.side == side))
        groups.append((np.uint64(own), least, shares.most[side]))
    rows, seated = np.zeros((1, 0), dtype=np.int64), np.zeros(1, dtype=np.uint64)
    for left in range(count - 1, 0, -1):
        # Who still stands must fill the other rooms evenly.
        limits = [(bits, left * least, left * most) for bits, least, most in groups]
        found, total = [(np.zeros((0, count - left), dtype=np.int64), seated[:0])], 0
        for state, room in _next_rooms(seated, rooms):
            keep = _within(~(seated[state] | rooms[room]), limits)
            state, room = state[keep], room[keep]
            found.append((np.column_stack((rows[state], room)), seated[state] | rooms[room]))
            total += len(state)
            if total > MOST_WAYS:
                return None
        rows, seated = np.concatenate([one for one, _ in found]), np.concatenate([now for _, now in found])
    return _with_last(rows, everybody & ~seated, rooms)


def _within(standing: Bits, limits: Sequence[tuple[np.uint64, int, int]]) -> NDArray[np.bool_]:
    keep = np.ones(len(standing), dtype=np.bool_)
    for bits, least, most in limits:
        number = np.bitwise_count(standing & bits)
        keep &= (number >= least) & (number <= most)
    return keep


def _with_last(rows: Rows, standing: Bits, rooms: Bits) -> Rows:
    """All who still stand are the last room, if they can be one."""
    order = np.argsort(rooms)
    place = np.minimum(np.searchsorted(rooms, standing, sorter=order), len(rooms) - 1)
    last = order[place] if len(rooms) else place
    fits = rooms[last] == standing if len(rooms) else np.zeros(len(rows), dtype=np.bool_)
    return np.column_stack((rows[fits], last[fits]))


def _next_rooms(seated: Bits, rooms: Bits) -> Iterator[tuple[Rows, Rows]]:
    """Numbers of states, and of a room for each in which sits the first person whom the state has not seated."""
    first = ~seated & (seated + np.uint64(1))
    for bit in np.unique(first):
        fitting, states = np.flatnonzero(rooms & bit), np.flatnonzero(first == bit)
        step = max(1, BLOCK // max(1, len(fitting)))
        for begin in range(0, len(states), step):
            some = states[begin : begin + step]
            which, room = np.nonzero((seated[some, None] & rooms[None, fitting]) == 0)
            yield some[which], fitting[room]


def _listed(ask: Ask, members: tuple[Member, ...], rooms: Bits, rows: Rows) -> Ways:
    pairs = tuple(
        pair
        for pair in combinations(range(len(members)), 2)
        if not ask.met.get(_keys(members, pair)) and _keys(members, pair) not in ask.apart
    )
    words = np.zeros((len(rooms), -(-len(pairs) // 64) or 1), dtype=np.uint64)
    for place, (one, other) in enumerate(pairs):
        both = np.uint64(1 << one | 1 << other)
        words[(rooms & both) == both, place // 64] |= np.uint64(1 << place % 64)
    fresh = np.bitwise_or.reduce(words[rows], axis=1)
    _, first = np.unique(fresh, axis=0, return_index=True)
    first.sort()
    size = sum(comb(seats, 2) for seats in room_sizes(len(members), ask.rooms))
    return Ways(members, pairs, rooms[rows[first]], fresh[first], size)


def round_of(ask: Ask, ways: Ways, way: int) -> tuple[Room, ...]:
    """The rooms of one way as people read them, interpreters sent where nobody's language is everybody's."""
    held = _Held(ask, ways.members)
    inside = [
        tuple(place for place in range(len(ways.members)) if bits >> place & 1) for bits in ways.rooms[way].tolist()
    ]
    sent = held.send([held.need(room) for room in inside]) or [0] * len(inside)
    tongues = [Tongue(frozenset()), *held.carried]
    rooms = [room_of([ways.members[i] for i in room], tongues[one]) for room, one in zip(inside, sent, strict=True)]
    return tuple(sorted(rooms, key=lambda room: room.members))
