"""What is asked of the rooms, and whether it can be asked at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracktwo.methods.record import Refusal

Pair = tuple[str, str]
# Beyond these the tables of pairs outgrow a laptop's memory.
MOST_MEMBERS, MOST_ROUNDS = 1000, 20


@dataclass(frozen=True)
class Member:
    """Somebody to be dealt into rooms: an opaque key, a community, and the languages in which one can talk."""

    key: str
    side: int
    languages: frozenset[str]


@dataclass(frozen=True)
class Interpreter:
    """Sits in one room at a time and carries between these languages."""

    key: str
    languages: frozenset[str]


@dataclass(frozen=True)
class Ask:
    """``rooms`` rooms in each of ``rounds`` rounds.

    ``apart``: pairs that never share a room. ``met``: how often a pair met in small rooms before, years included.
    """

    members: tuple[Member, ...]
    rooms: int
    rounds: int
    apart: frozenset[Pair] = frozenset()
    met: Mapping[Pair, int] = field(default_factory=dict)
    interpreters: tuple[Interpreter, ...] = ()


def pair_of(one: str, other: str) -> Pair:
    """Two keys in the order that ``Ask`` and ``Plan`` know them by."""
    return (one, other) if one <= other else (other, one)


def check_ask(ask: Ask) -> None:
    """Refuses what has no answer by its form; each refusal says which part of it."""
    keys = [member.key for member in ask.members] + [one.key for one in ask.interpreters]
    if any(count > 1 for count in Counter(keys).values()):
        raise Refusal("groups.twice")
    if len(ask.members) > MOST_MEMBERS:
        raise Refusal("groups.many", most=MOST_MEMBERS)
    if not 1 <= ask.rounds <= MOST_ROUNDS:
        raise Refusal("groups.rounds", most=MOST_ROUNDS)
    if not 1 <= ask.rooms <= len(ask.members) // 2:
        raise Refusal("groups.rooms", most=len(ask.members) // 2, people=len(ask.members))
    _check_pairs(ask, {member.key for member in ask.members})
    speaking = [member.languages for member in ask.members] + [one.languages for one in ask.interpreters]
    if not all(speaking):
        raise Refusal("groups.speechless")


def _check_pairs(ask: Ask, known: set[str]) -> None:
    wrong = [pair for pair in (*ask.apart, *ask.met) if not _is_pair(pair, known)]
    if wrong or any(count < 0 for count in ask.met.values()):
        raise Refusal("groups.pair")


def _is_pair(pair: Pair, known: Iterable[str]) -> bool:
    return pair[0] < pair[1] and pair[0] in known and pair[1] in known
