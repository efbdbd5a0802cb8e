"""Who can sit at all? Found before anything is drawn, and proven."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tracktwo.methods.lottery.branching import Counterexample, GivenUp, prove_at_most
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.tree import Tree


@dataclass(frozen=True)
class Cover:
    """Valid seatings that between them seat every kind that can sit; ``barred`` kinds cannot."""

    seatings: tuple[Seating, ...]
    barred: tuple[int, ...]
    barred_tree: Tree | None


def cover_kinds(setting: Setting, pricer: Pricer) -> Cover | None:
    """None when there is no valid seating. Each round seats as many kinds not yet seated as it can."""
    waiting = set(range(len(setting.kinds)))
    seatings: list[Seating] = []
    while waiting:
        found = _seat_some(setting, pricer, waiting)
        if found is None:
            return None
        fresh = {kind for kind in waiting if found[kind]}
        if fresh or not seatings:
            seatings.append(found)
        if not fresh:
            break
        waiting -= fresh
    return _prove_barred(setting, Cover(tuple(seatings), tuple(sorted(waiting)), None))


def _seat_some(setting: Setting, pricer: Pricer, waiting: set[int]) -> Seating | None:
    prices = np.array([float(kind in waiting) for kind in range(len(setting.kinds))])
    for seating in pricer.dive(prices, 1):
        if any(seating[kind] for kind in waiting):
            return seating
    priced = pricer.price_surely(prices)
    return priced.seating if priced else None


def _prove_barred(setting: Setting, cover: Cover) -> Cover:
    if not cover.barred:
        return cover
    prices = tuple(int(kind in cover.barred) for kind in range(len(setting.kinds)))
    try:
        return Cover(cover.seatings, cover.barred, prove_at_most(setting, prices, 0))
    except (GivenUp, Counterexample):
        return cover
