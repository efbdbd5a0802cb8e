"""Which ways to sit are the same but for who is who, given the rounds that stand already.

People of one community with the same languages, kept apart from the same and having met the same, can be exchanged in
a whole plan. Exchanges that leave the standing rounds as they are move a way to another that is worth as much. Two ways
can be so moved into each other exactly if their rooms hold as many of each *cell* (interchangeable people who sat
together in every standing round), up to the order of the rooms, and up to a renaming of the rooms of the standing
rounds under which every cell keeps its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product
from math import factorial, prod

import numpy as np

from tracktwo.methods.groups.ask import Ask, Member, pair_of
from tracktwo.methods.groups.ways import Bits, Rows

# Beyond so many renamings only the rooms of the way itself are reordered: fewer ways are recognised, none wrongly.
MOST_RENAMINGS = 600
FEWEST_MOVES = 8
Cell = tuple[int, ...]


def alike(ask: Ask, members: Sequence[Member]) -> list[int]:
    """Classes of people who can be exchanged, as bits."""
    classes: list[list[int]] = []
    known = [[_between(ask, one, other) for other in members] for one in members]
    for place, member in enumerate(members):
        for group in classes:
            first = group[0]
            same = (member.side, member.languages) == (members[first].side, members[first].languages)
            others = (k for k in range(len(members)) if k not in (place, first))
            if same and all(known[place][k] == known[first][k] for k in others):
                group.append(place)
                break
        else:
            classes.append([place])
    return [sum(1 << place for place in group) for group in classes]


def _between(ask: Ask, one: Member, other: Member) -> tuple[bool, bool]:
    pair = pair_of(one.key, other.key)
    return pair in ask.apart, bool(ask.met.get(pair, 0))


def orbits(rooms: Bits, classes: Sequence[int], standing: Sequence[Sequence[int]]) -> Rows | None:
    """A number for each way (a row of ``rooms``), the same only for ways that can be moved into each other.

    None where so few moves are left that looking for them would cost more than it saves.
    """
    cells = _cells(classes, standing)
    if prod(factorial(bits.bit_count()) for bits in cells.values()) < FEWEST_MOVES:
        return None
    counts = [np.bitwise_count(rooms & np.uint64(bits)) for bits in cells.values()]
    codes, first, number = np.unique(_coded(counts, _digits(cells)), axis=0, return_index=True, return_inverse=True)
    counts = [count[first] for count in counts]
    for renamed in _renamings(cells, [len(round_) for round_ in standing]):
        codes = _lower(codes, _coded(counts, renamed))
    merged = np.unique(codes, axis=0, return_inverse=True)[1].ravel()
    found: Rows = merged[number.ravel()]
    return found


def _cells(classes: Sequence[int], standing: Sequence[Sequence[int]]) -> dict[Cell, int]:
    """By class and the rooms of the standing rounds: who is in all of them, where somebody is."""
    cells: dict[Cell, int] = {(number,): bits for number, bits in enumerate(classes)}
    for round_ in standing:
        cells = {(*cell, place): bits & room for cell, bits in cells.items() for place, room in enumerate(round_)}
    return {cell: bits for cell, bits in cells.items() if bits}


def _digits(cells: Mapping[Cell, int]) -> dict[Cell, int]:
    """What one person of a cell adds to the code of a room: codes are the same for the same counts only."""
    worth, digits = 1, {}
    for cell, bits in cells.items():
        digits[cell] = worth
        worth *= bits.bit_count() + 1
    return digits


def _renamings(cells: Mapping[Cell, int], rooms: Sequence[int]) -> Iterator[dict[Cell, int]]:
    """The digits under every renaming of standing rooms that leaves the size of each cell."""
    if prod(map(factorial, rooms)) > MOST_RENAMINGS:
        return
    digits = _digits(cells)
    for names in product(*(permutations(range(count)) for count in rooms)):
        moved = {cell: (cell[0], *(name[place] for name, place in zip(names, cell[1:], strict=True))) for cell in cells}
        if all(to in cells and cells[to].bit_count() == cells[cell].bit_count() for cell, to in moved.items()):
            yield {cell: digits[to] for cell, to in moved.items()}


def _coded(counts: Sequence[Bits], digits: Mapping[Cell, int]) -> Bits:
    code = np.zeros(counts[0].shape, dtype=np.uint64)
    for count, worth in zip(counts, digits.values(), strict=True):
        code += count * np.uint64(worth)
    return np.sort(code, axis=1)


def _lower(one: Bits, other: Bits) -> Bits:
    """Row by row the one that comes first in the order of words."""
    differs = one != other
    place = differs.argmax(axis=1)[:, None]
    less = np.take_along_axis(other, place, 1) < np.take_along_axis(one, place, 1)
    return np.where(less, other, one)
