"""From an ask to a plan: a first seating that keeps every promise, many exchanges, and a bound beside the result."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tracktwo.methods.groups.ask import Ask, check_ask
from tracktwo.methods.groups.bound import least_repeats
from tracktwo.methods.groups.exact import prove
from tracktwo.methods.groups.meetings import count_repeats, meetings_of
from tracktwo.methods.groups.plan import Plan, Room
from tracktwo.methods.groups.search import POLISH, REPEAT, improve
from tracktwo.methods.groups.seating import Numbers, Places, deal, places_of, rooms_of, seats_of, take_turns
from tracktwo.methods.groups.start import Outline, outline
from tracktwo.methods.record import Stream

# Exchanges of one start: a step costs about people squared, so large asks get fewer of them and fewer starts.
STARTS, LARGE, LARGE_STARTS = 4, 100, 2
WORK, FEWEST, MOST = 60_000_000, 300, 2500

Progress = Callable[[int, int], None]
Rounds = tuple[tuple[Room, ...], ...]


def compose(ask: Ask, seed: bytes, *, stop: Callable[[], bool] | None = None, progress: Progress | None = None) -> Plan:
    """Rooms for every round: even, understood, apart where asked, and with as few repeated meetings as were found.

    Every room holds its even share of each community to within one person; everybody in it speaks one language, or one
    of those of an interpreter who sits there; no pair of ``ask.apart`` shares a room. A meeting is repeated if
    the two met in an earlier round or in ``ask.met``. ``bound`` says how few repeats any plan has at least.

    The same ask and seed give the same plan, whatever the order of members and the hash seed. ``stop`` ends the search
    with the best plan so far; ``progress`` hears of starts done and of all. Refuses by the form (``groups.size`` and
    the like) and, proven, what no rooms can keep: ``groups.languages``, ``groups.apart``, ``groups.unmet``.
    O(starts x steps x people^2).
    """
    check_ask(ask)
    drawn = outline(ask, stop)
    places = places_of(ask, drawn)
    bound = least_repeats(ask, places)
    seated = _search(ask, drawn, places, bound, seed, stop, progress)
    rounds = tuple(rooms_of(places, drawn, row) for row in seated)
    repeats = _repeats(ask, rounds)
    if repeats > bound:
        proof = prove(ask, bound, repeats, stop)
        rounds, bound = _spread(places, drawn, proof.rounds, stop) if proof.rounds else rounds, proof.bound
    return Plan(rounds, _repeats(ask, rounds), bound)


def _spread(places: Places, drawn: Outline, rounds: Rounds, stop: Callable[[], bool] | None) -> Rounds:
    """Evens out the repeats of a plan, as the search has done with its own; not where interpreters sit in rooms."""
    if any(room.interpreter for rooms in rounds for room in rooms):
        return rounds
    seated = np.array([seats_of(places, rooms) for rooms in rounds])
    _cost, kept = improve(places, seated, 0, POLISH * len(rounds), stop)
    return tuple(rooms_of(places, drawn, row) for row in kept)


def _repeats(ask: Ask, rounds: Rounds) -> int:
    return count_repeats(ask.met, meetings_of(Plan(rounds, 0, 0)))


def _search(
    ask: Ask,
    drawn: Outline,
    places: Places,
    bound: int,
    seed: bytes,
    stop: Callable[[], bool] | None,
    progress: Progress | None,
) -> Numbers:
    steps = min(MOST, 20 * places.chairs * ask.rounds, max(FEWEST, WORK // places.chairs**2))
    starts = STARTS if places.chairs <= LARGE else LARGE_STARTS
    best, kept = np.inf, np.empty((0, 0), dtype=np.int64)
    for start in range(starts):
        seated = take_turns(places, ask.rounds) if start == starts - 1 else None
        if seated is None:
            stream = Stream(seed, f"tracktwo/groups/{start}")
            seated = np.array([deal(places, drawn, stream) for _round in range(ask.rounds)])
        cost, found = improve(places, seated, bound, steps, stop)
        if cost < best:
            best, kept = cost, found
        if progress is not None:
            progress(start + 1, starts)
        if best < (bound + 1) * REPEAT:
            break
    return kept
