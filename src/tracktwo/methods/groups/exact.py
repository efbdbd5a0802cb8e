"""For small asks, how many repeated meetings no plan avoids, by branch and bound over all rounds at once.

``seat[t][i][r]``: i sits in room r of round t. ``pair[t][p][r]``: pair p sits there together. Whoever sits in a room
meets as many of each community there as the room holds; written as sums over pairs this keeps the relaxation from
spreading everybody over all rooms. Only the first meeting of two is free, so meetings are counted off from the first.
The first person sits in the first room of every round, because rooms are alike; nothing else is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import ceil

from tracktwo.methods.groups.ask import Ask, pair_of
from tracktwo.methods.groups.shares import even_shares
from tracktwo.methods.groups.tongues import held_by_all, tongues_of
from tracktwo.methods.solver import Draft, Limits, Status, solve_mip

# Columns of pairs beyond which the solver proves nothing in the time of a cup of tea: of twelve people in three rooms
# and four rounds (792 columns) 2,000 nodes took 46 seconds, and the bound was still the one that counting gives, 12.
MOST_COLUMNS, NODES = 500, 200


def is_small(ask: Ask) -> bool:
    people = len(ask.members)
    return people * (people - 1) // 2 * ask.rooms * ask.rounds <= MOST_COLUMNS


def proven_repeats(ask: Ask, known: int, stop: Callable[[], bool] | None = None) -> int:
    """A number of repeats that no plan goes below, at most ``known`` (that of a plan at hand)."""
    sheet = _Sheet(ask)
    # Only plans with fewer are of interest: where there is none, the plan at hand is the best.
    sheet.draft.add_row(sheet.price, upper=known - 1)
    solution = solve_mip(sheet.draft.build(), Limits(nodes=NODES, stop=stop))
    if solution.status is Status.INFEASIBLE:
        return known
    return min(known, max(0, ceil((solution.bound or 0.0) - 1e-6)))


class _Sheet:
    def __init__(self, ask: Ask) -> None:
        self.ask, self.draft = ask, Draft()
        self.members = sorted(ask.members, key=lambda one: one.key)
        self.shares = even_shares(ask.members, ask.rooms)
        self.pairs = list(combinations(range(len(self.members)), 2))
        self.price: dict[int, float] = {}
        self.meets: dict[tuple[int, int], dict[int, float]] = {pair: {} for pair in self.pairs}
        for round_ in range(ask.rounds):
            self._round(round_)
        for pair in self.pairs:
            self._price(pair)

    def _round(self, round_: int) -> None:
        rooms = range(self.ask.rooms)
        # The rooms of a round are alike until somebody sits in them: the first person sits in the first.
        seat = [
            [self.draft.add_column(upper=float(i > 0 or r == 0), integral=True) for r in rooms]
            for i in range(len(self.members))
        ]
        pair = {pair: [self.draft.add_column(upper=1.0) for _room in rooms] for pair in self.pairs}
        for row in seat:
            self.draft.add_row(dict.fromkeys(row, 1.0), lower=1, upper=1)
        for room in rooms:
            self._even(room, seat)
            self._companions(room, seat, pair)
        self._understood(seat)
        for each, columns in pair.items():
            self.meets[each] |= dict.fromkeys(columns, 1.0)

    def _even(self, room: int, seat: list[list[int]]) -> None:
        everybody = {row[room]: 1.0 for row in seat}
        self.draft.add_row(everybody, lower=self.shares.smallest, upper=self.shares.largest)
        for side in self.shares.least:
            own = {row[room]: 1.0 for row, one in zip(seat, self.members, strict=True) if one.side == side}
            self.draft.add_row(own, lower=self.shares.least[side], upper=self.shares.most[side])

    def _companions(self, room: int, seat: list[list[int]], pair: dict[tuple[int, int], list[int]]) -> None:
        for one, other in self.pairs:
            column = pair[one, other][room]
            self.draft.add_row({column: 1.0, seat[one][room]: -1.0, seat[other][room]: -1.0}, lower=-1)
            apart = pair_of(self.members[one].key, self.members[other].key) in self.ask.apart
            if apart:
                self.draft.add_row({column: 1.0}, upper=0)
        for i, member in enumerate(self.members):
            for side in self.shares.least:
                own = int(side == member.side)
                with_ = {
                    pair[min(i, j), max(i, j)][room]: 1.0
                    for j, other in enumerate(self.members)
                    if j != i and other.side == side
                }
                least, most = self.shares.least[side] - own, self.shares.most[side] - own
                self.draft.add_row(with_ | {seat[i][room]: -float(least)}, lower=0)
                self.draft.add_row(with_ | {seat[i][room]: -float(most)}, upper=0)
            around = {pair[min(i, j), max(i, j)][room]: 1.0 for j in range(len(self.members)) if j != i}
            self.draft.add_row(around | {seat[i][room]: -float(self.shares.smallest - 1)}, lower=0)

    def _understood(self, seat: list[list[int]]) -> None:
        if held_by_all(self.ask):
            return
        tongues = tongues_of(self.ask)
        held = [[self.draft.add_choice() for _tongue in tongues] for _room in range(self.ask.rooms)]
        for room, choices in enumerate(held):
            self.draft.add_row(dict.fromkeys(choices, 1.0), lower=1, upper=1)
            for row, member in zip(seat, self.members, strict=True):
                fitting = {column: -1.0 for column, one in zip(choices, tongues, strict=True) if one.fits(member)}
                self.draft.add_row({row[room]: 1.0} | fitting, upper=0)
        for place, tongue in enumerate(tongues):
            if tongue.interpreter:
                self.draft.add_row({choices[place]: 1.0 for choices in held}, upper=1)

    def _price(self, pair: tuple[int, int]) -> None:
        before = self.ask.met.get(pair_of(self.members[pair[0]].key, self.members[pair[1]].key), 0)
        costs = [float(before + again > 0) for again in range(self.ask.rounds)]
        steps = [self.draft.add_column(cost=cost, upper=1.0) for cost in costs]
        self.price |= dict(zip(steps, costs, strict=True))
        self.draft.add_row(self.meets[pair] | dict.fromkeys(steps, -1.0), lower=0, upper=0)
