"""Who can sit at all? Found before anything is drawn, and proven."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.start import Beginning, begin, find_reachable
from tracktwo.methods.lottery.tree import Tree
from tracktwo.methods.solver import Limits

_BATCHES = 4


@dataclass(frozen=True)
class Cover:
    """Valid seatings that between them seat every kind that can sit; ``barred`` kinds cannot. ``beginning``: more
    seatings where these came from.
    """

    seatings: tuple[Seating, ...]
    barred: tuple[int, ...]
    barred_tree: Tree | None
    beginning: Beginning


def cover_kinds(setting: Setting, pricer: Pricer, limits: Limits) -> Cover | None:
    """None when there is no valid seating.

    Kinds out of reach even of broken seats are barred at once; most others sit in some seating near the relaxed
    lottery; each round after that seats as many of the rest as it can.
    """
    reachable = find_reachable(setting, limits)
    if reachable is None:
        return None
    beginning = begin(setting, reachable, pricer, limits)
    seatings: list[Seating] = []
    waiting = set(reachable)
    for batch in islice(beginning.batches, _BATCHES):
        seatings += batch
        waiting -= {kind for kind in waiting if any(seating[kind] for seating in batch)}
        if not waiting:
            break
    rest = _cover_rest(setting, pricer, waiting, seatings)
    if rest is None:
        return None
    barred = tuple(sorted({*range(len(setting.kinds))} - {*reachable} | rest))
    if rest:
        beginning = begin(setting, tuple(kind for kind in reachable if kind not in rest), pricer, limits)
    return Cover(tuple(dict.fromkeys(seatings)), barred, prove_barred(setting, barred), beginning)


def _cover_rest(setting: Setting, pricer: Pricer, waiting: set[int], seatings: list[Seating]) -> set[int] | None:
    """Kinds that nobody can seat; seatings of the others are added. None when there is no seating at all."""
    waiting = set(waiting)
    while waiting or not seatings:
        found = _seat_some(setting, pricer, waiting)
        if found is None:
            return None
        seatings.append(found)
        fresh = {kind for kind in waiting if found[kind]}
        if not fresh:
            break
        waiting -= fresh
    return waiting


def _seat_some(setting: Setting, pricer: Pricer, waiting: set[int]) -> Seating | None:
    prices = np.array([float(kind in waiting) for kind in range(len(setting.kinds))])
    for seating in pricer.dive(prices, 3):
        if any(seating[kind] for kind in waiting):
            return seating
    priced = pricer.price_surely(prices, enough=1.0 if waiting else None)
    return priced.seating if priced else None


def prove_barred(setting: Setting, barred: tuple[int, ...]) -> Tree | None:
    """That nobody of these kinds can sit; None where there are none, or where the tree grew too large."""
    if not barred:
        return None
    prices = tuple(int(kind in barred) for kind in range(len(setting.kinds)))
    try:
        return prove_at_most(setting, prices, 0)
    except (GivenUp, Counterexample):
        return None
