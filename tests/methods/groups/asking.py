"""Asks for small rooms, drawn and written, and the best answer to small ones by trying every way to sit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, combinations_with_replacement, product

from hypothesis import strategies as st

from tracktwo.methods.groups import Ask, Interpreter, Member, Pair, Plan, Room, find_faults, pair_of
from tracktwo.methods.groups.bound import least_repeats
from tracktwo.methods.groups.seating import places_of
from tracktwo.methods.groups.start import outline

SEED = bytes(range(32))


def people(count: int, sides: int = 2, *languages: str) -> tuple[Member, ...]:
    told = frozenset(languages or ("en",))
    return tuple(Member(f"p{place:03}", place % sides + 1, told) for place in range(count))


def communities(*sizes: int, spoken: tuple[tuple[str, ...], ...] = (("en",),)) -> tuple[Member, ...]:
    """One community after the other; languages in turns."""
    sides = [side for side, size in enumerate(sizes, start=1) for _member in range(size)]
    return tuple(
        Member(f"p{place:03}", side, frozenset(spoken[place % len(spoken)])) for place, side in enumerate(sides)
    )


@st.composite
def asks(draw: st.DrawFn, most: int = 10) -> Ask:
    count = draw(st.integers(4, most))
    spoken = st.frozensets(st.sampled_from(("en", "uk", "ru")), min_size=1)
    members = tuple(Member(f"p{place}", draw(st.integers(1, 3)), draw(spoken)) for place in range(count))
    pairs = sorted({pair_of(one.key, other.key) for one, other in combinations(members, 2)})
    apart = frozenset(draw(st.lists(st.sampled_from(pairs), max_size=3)))
    met = draw(st.dictionaries(st.sampled_from(pairs), st.integers(0, 3), max_size=6))
    carried = (Interpreter("~first", frozenset({"uk", "ru"})), Interpreter("~other", frozenset({"en", "ru"})))
    number = draw(st.integers(0, 2))
    return Ask(members, draw(st.integers(1, count // 2)), draw(st.integers(1, 3)), apart, met, carried[:number])


@st.composite
def plain_asks(draw: st.DrawFn, most: int) -> Ask:
    """Two communities with one language and little beside it: many people who can be exchanged for each other."""
    count = draw(st.integers(4, most))
    members = people(count, draw(st.integers(1, 2)))
    pairs = [pair_of(one.key, other.key) for one, other in combinations(members, 2)]
    some = st.lists(st.sampled_from(pairs), max_size=2)
    met = dict.fromkeys(draw(some), 1)
    rooms = draw(st.integers(2, min(count // 2, 3)))
    return Ask(members, rooms, draw(st.integers(2, 3)), frozenset(draw(some)), met)


def all_rounds(ask: Ask) -> dict[frozenset[Pair], tuple[Room, ...]]:
    """Every way to sit in one round, by the pairs that sit together."""
    found = {}
    once = replace(ask, rounds=1)
    for rooms in _partitions(tuple(one.key for one in ask.members), ask.rooms):
        for held in product(*(_held(ask, keys) for keys in rooms)):
            if not find_faults(once, Plan((held,), 0, 0)):
                found[frozenset(pair for room in rooms for pair in combinations(sorted(room), 2))] = held
    return found


def _partitions(keys: tuple[str, ...], rooms: int) -> Iterator[list[tuple[str, ...]]]:
    if not keys:
        yield [()] * rooms
        return
    for parts in _partitions(keys[:-1], rooms):
        used = sum(1 for part in parts if part)
        for place in range(min(used + 1, rooms)):
            yield [(*part, keys[-1]) if number == place else part for number, part in enumerate(parts)]


def _held(ask: Ask, keys: tuple[str, ...]) -> list[Room]:
    common = frozenset.intersection(*(one.languages for one in ask.members if one.key in keys)) if keys else frozenset()
    sent = [""] if common else [one.key for one in ask.interpreters]
    return [Room(tuple(sorted(keys)), tuple(sorted(common)), interpreter) for interpreter in sent]


def counted(ask: Ask) -> int:
    """The bound that is counted without seating anybody."""
    return least_repeats(ask, places_of(ask, outline(ask)))


def least_by_trying(ask: Ask, most: int = 100_000) -> int | None:
    """The fewest repeats of all plans; None where nobody can sit, -1 where there are more than ``most`` plans."""
    ways = [*all_rounds(ask)]
    if len(ways) ** ask.rounds > most:
        return -1
    return min((_repeats(ask, plan) for plan in combinations_with_replacement(ways, ask.rounds)), default=None)


def _repeats(ask: Ask, plan: tuple[frozenset[Pair], ...]) -> int:
    times = Counter(pair for way in plan for pair in way)
    return sum(n - (ask.met.get(pair, 0) == 0) for pair, n in times.items())
