"""Everybody in rooms as numbers: what the search moves about.

People are numbered in the order of their keys; behind them come empty chairs, which make all rooms equally large and
are dealt like one more community. Tables are indexed by these numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.groups.ask import Ask, Member
from tracktwo.methods.groups.plan import Room
from tracktwo.methods.groups.shares import even_shares
from tracktwo.methods.groups.start import Outline
from tracktwo.methods.groups.tongues import room_of, tongues_of
from tracktwo.methods.record import Stream

Numbers = NDArray[np.int64]
Table = NDArray[np.float64]
# Heavier than any number of meetings: a pair kept apart never gets into one room. All tables hold whole numbers below
# 2^53, so that their sums are exact on every machine.
NEVER = 2.0**45


@dataclass(frozen=True, eq=False)
class Places:
    """``kind``: community of each number (the empty chairs are the last).

    ``speaks[i, l]``: i speaks the l-th language; empty chairs speak all. ``carried[i, r]``: i can follow the
    interpreter who sits in room r, if one does.

    ``least`` and ``most`` are by community; ``before[i, j]`` is how often two met, or ``NEVER`` if no room
    can hold both.
    """

    members: tuple[Member, ...]
    kind: Numbers
    speaks: Table
    carried: NDArray[np.bool_]
    least: Numbers
    most: Numbers
    before: Table

    @property
    def chairs(self) -> int:
        return len(self.kind)

    @property
    def rooms(self) -> int:
        return int(self.carried.shape[1])


def places_of(ask: Ask, drawn: Outline) -> Places:
    members = tuple(sorted(ask.members, key=lambda one: one.key))
    shares = even_shares(members, ask.rooms)
    sides = sorted(shares.least)
    kind = [sides.index(member.side) for member in members] + [len(sides)] * shares.empty
    languages = sorted({language for member in members for language in member.languages})
    speaks = np.ones((len(kind), len(languages)))
    speaks[: len(members)] = [[language in member.languages for language in languages] for member in members]
    carried = np.zeros((len(kind), ask.rooms), dtype=np.bool_)
    for room, tongue in enumerate(drawn.tongues):
        if tongue.interpreter:
            carried[:, room] = [*map(tongue.fits, members), *[True] * shares.empty]
    return Places(
        members=members,
        kind=np.array(kind, dtype=np.int64),
        speaks=speaks,
        carried=carried,
        least=np.array([*(shares.least[side] for side in sides), 0], dtype=np.int64),
        most=np.array([*(shares.most[side] for side in sides), 1], dtype=np.int64),
        before=_before(ask, members, len(kind)),
    )


def _before(ask: Ask, members: tuple[Member, ...], chairs: int) -> Table:
    place = {member.key: number for number, member in enumerate(members)}
    table = np.zeros((chairs, chairs))
    fits = np.array([[tongue.fits(member) for tongue in tongues_of(ask)] for member in members], dtype=np.float64)
    # No room holds two whom nothing lets understand each other, so nothing is to be hoped from their first meeting.
    table[: len(members), : len(members)][fits @ fits.T == 0] = NEVER
    for (one, other), times in [*ask.met.items(), *((pair, NEVER) for pair in ask.apart)]:
        table[place[one], place[other]] = table[place[other], place[one]] = times
    return table


def deal(places: Places, drawn: Outline, stream: Stream) -> Numbers:
    """One round by the outline: who of a kind sits where is drawn. Room by chair."""
    number = {member.key: place for place, member in enumerate(places.members)}
    seated = np.full(places.chairs, -1, dtype=np.int64)
    for column, kind in enumerate(drawn.kinds):
        drawn_order = shuffled([number[key] for key in kind], stream)
        rooms = [room for room, counts in enumerate(drawn.counts) for _seat in range(counts[column])]
        seated[drawn_order] = rooms
    size = places.chairs // places.rooms
    free = [room for room in range(places.rooms) for _chair in range(size - int((seated == room).sum()))]
    seated[len(places.members) :] = free
    return seated


def take_turns(places: Places, rounds: int) -> Numbers | None:
    """Dealt like cards along the communities, each row moving on by its own number in every round: what schools do.

    Where people outnumber rooms this keeps the same few together, which is hard to come by in exchanges. None where it
    breaks a promise.
    """
    order = np.argsort(places.kind, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(places.chairs)
    rows = np.array([(place + turn * (place // places.rooms)) % places.rooms for turn in range(rounds)])
    return rows if all(_keeps_promises(places, row) for row in rows) else None


def _keeps_promises(places: Places, row: Numbers) -> bool:
    count = np.zeros((places.rooms, len(places.least)), dtype=np.int64)
    np.add.at(count, (row, places.kind), 1)
    even = (count >= places.least).all() and (count <= places.most).all()
    apart = (places.before[row[:, None] == row[None, :]] < NEVER).all()
    spoken = np.zeros((places.rooms, places.speaks.shape[1]))
    np.add.at(spoken, row, places.speaks)
    understood = (spoken == places.chairs // places.rooms).any(axis=1)[row] | places.carried[np.arange(len(row)), row]
    return bool(even and apart and understood.all())


def shuffled(numbers: list[int], stream: Stream) -> list[int]:
    """Fisher and Yates, from the end."""
    order = list(numbers)
    for place in range(len(order) - 1, 0, -1):
        other = stream.below(place + 1)
        order[place], order[other] = order[other], order[place]
    return order


def seats_of(places: Places, rooms: tuple[Room, ...]) -> Numbers:
    """The rooms of one round as numbers, empty chairs where a room has fewer people than chairs."""
    number = {member.key: place for place, member in enumerate(places.members)}
    seated = np.full(places.chairs, -1, dtype=np.int64)
    for place, room in enumerate(rooms):
        seated[[number[key] for key in room.members]] = place
    size = places.chairs // places.rooms
    seated[len(number) :] = [place for place, room in enumerate(rooms) for _chair in range(size - len(room.members))]
    return seated


def rooms_of(places: Places, drawn: Outline, seated: Numbers) -> tuple[Room, ...]:
    inside: list[list[Member]] = [[] for _room in range(places.rooms)]
    for member, room in zip(places.members, seated.tolist(), strict=False):
        inside[room].append(member)
    rooms = [room_of(members, tongue) for members, tongue in zip(inside, drawn.tongues, strict=True)]
    return tuple(sorted(rooms, key=lambda room: room.members))
