"""A first seating that keeps every promise, or the proof that there is none.

People of one community with the same languages are the same to this question, unless they are kept apart from somebody;
so a room is a few whole numbers, and five hundred people are a small programme.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tracktwo.methods.groups.ask import Ask, Member
from tracktwo.methods.groups.shares import even_shares
from tracktwo.methods.groups.tongues import Tongue, held_by_all, tongues_of
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, Solution, Status, solve_mip

NODES = 20_000


@dataclass(frozen=True)
class Outline:
    """For each room its tongue, and how many of each kind of people sit in it. ``kinds`` holds keys in order."""

    kinds: tuple[tuple[str, ...], ...]
    tongues: tuple[Tongue, ...]
    counts: tuple[tuple[int, ...], ...]


def outline(ask: Ask, stop: Callable[[], bool] | None = None) -> Outline:
    """Refuses by what has to give (``groups.languages``, ``groups.apart``, ``groups.unmet``), or is ``unsettled``."""
    found = _solve(ask, stop)
    if found is None:
        raise _why_not(ask, stop)
    return found


def _why_not(ask: Ask, stop: Callable[[], bool] | None) -> Refusal:
    """Which of the two wishes, left out alone, would let the rooms be filled."""
    everything = frozenset(language for member in ask.members for language in member.languages)
    fluent = tuple(replace(member, languages=everything) for member in ask.members)
    if _solve(replace(ask, members=fluent), stop) is not None:
        return Refusal("groups.languages", rooms=ask.rooms)
    if _solve(replace(ask, apart=frozenset()), stop) is not None:
        return Refusal("groups.apart", rooms=ask.rooms)
    return Refusal("groups.unmet", rooms=ask.rooms)


def _solve(ask: Ask, stop: Callable[[], bool] | None) -> Outline | None:
    kinds = _kinds(ask)
    tongue = held_by_all(ask)
    sheet = _Sheet(ask, kinds, [tongue] if tongue else tongues_of(ask))
    solution = solve_mip(sheet.draft.build(maximise=True), Limits(nodes=NODES, gap=0.2, stop=stop))
    if solution.has_values:
        return sheet.read(solution)
    if solution.status is Status.INFEASIBLE:
        return None
    raise Refusal("groups.unsettled")


def _kinds(ask: Ask) -> list[list[Member]]:
    """Whoever is kept apart from somebody is a kind alone."""
    alone = {key for pair in ask.apart for key in pair}
    kinds: dict[tuple[object, ...], list[Member]] = {}
    for member in sorted(ask.members, key=lambda one: one.key):
        kind = (member.side, tuple(sorted(member.languages)), member.key if member.key in alone else "")
        kinds.setdefault(kind, []).append(member)
    return list(kinds.values())


class _Sheet:
    """``seats[k][r]``: how many of kind k sit in room r; ``held[r][h]``: whether room r is held in tongue h."""

    def __init__(self, ask: Ask, kinds: Sequence[Sequence[Member]], tongues: Sequence[Tongue]) -> None:
        self.ask, self.kinds, self.tongues, self.draft = ask, kinds, tongues, Draft()
        add = self.draft.add_column
        self.seats = [[add(upper=len(kind), integral=True) for _room in range(ask.rooms)] for kind in kinds]
        # Rather a tongue in which more people could sit: an interpreter is sent where the search gains by it.
        worth = [sum(map(tongue.fits, ask.members)) for tongue in tongues]
        self.held = [[self.draft.add_choice(cost=each) for each in worth] for _room in range(ask.rooms)]
        self._everybody_sits_once()
        self._rooms_are_even()
        self._rooms_are_understood()
        self._some_stay_apart()

    def _everybody_sits_once(self) -> None:
        for kind, row in zip(self.kinds, self.seats, strict=True):
            self.draft.add_row(dict.fromkeys(row, 1.0), lower=len(kind), upper=len(kind))

    def _rooms_are_even(self) -> None:
        shares = even_shares(self.ask.members, self.ask.rooms)
        for room in range(self.ask.rooms):
            self.draft.add_row({row[room]: 1.0 for row in self.seats}, lower=shares.smallest, upper=shares.largest)
            for side in shares.least:
                own = {row[room]: 1.0 for kind, row in zip(self.kinds, self.seats, strict=True) if kind[0].side == side}
                self.draft.add_row(own, lower=shares.least[side], upper=shares.most[side])

    def _rooms_are_understood(self) -> None:
        """A room is held in one tongue, and only those sit in it who speak a language of it."""
        for room, held in enumerate(self.held):
            self.draft.add_row(dict.fromkeys(held, 1.0), lower=1, upper=1)
            for kind, row in zip(self.kinds, self.seats, strict=True):
                fitting = {
                    held[place]: -float(len(kind)) for place, one in enumerate(self.tongues) if one.fits(kind[0])
                }
                self.draft.add_row({row[room]: 1.0} | fitting, upper=0)
        for place, tongue in enumerate(self.tongues):
            if tongue.interpreter:  # one interpreter sits in one room at a time
                self.draft.add_row({held[place]: 1.0 for held in self.held}, upper=1)

    def _some_stay_apart(self) -> None:
        place = {kind[0].key: number for number, kind in enumerate(self.kinds)}
        for one, other in sorted(self.ask.apart):
            for room in range(self.ask.rooms):
                self.draft.add_row({self.seats[place[one]][room]: 1.0, self.seats[place[other]][room]: 1.0}, upper=1)

    def read(self, solution: Solution) -> Outline:
        value = solution.values
        chosen = [max(range(len(held)), key=lambda place: value[held[place]]) for held in self.held]
        return Outline(
            kinds=tuple(tuple(member.key for member in kind) for kind in self.kinds),
            tongues=tuple(self.tongues[place] for place in chosen),
            counts=tuple(tuple(int(value[row[room]]) for row in self.seats) for room in range(self.ask.rooms)),
        )
