"""When no plan keeps every wish: which single wish would have to give, and how far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

from tracktwo.methods.dates.answer import Stop
from tracktwo.methods.dates.candidates import World, look_at
from tracktwo.methods.dates.edition import Edition
from tracktwo.methods.dates.entry import Delegation
from tracktwo.methods.dates.means import Means
from tracktwo.methods.dates.model import build
from tracktwo.methods.dates.paths import Paths
from tracktwo.methods.dates.wishes import Weights, Wishes
from tracktwo.methods.record import Refusal, Refusals

_MOST_MONTHS = 120


class NoPlan(Refusals):
    """No plan keeps all the wishes; ``each`` names one wish whose loosening alone would be enough."""

    def __init__(self, wanted: int, ways_out: list[Refusal]) -> None:
        super().__init__(ways_out)
        self.code = "plan.infeasible"
        self.params = {"workshops": wanted, "count": len(ways_out)}


def refuse_infeasible(
    editions: tuple[Edition, ...], wishes: Wishes, weights: Weights, world: World, stop: Stop | None
) -> NoReturn:
    """Try each wish alone, least painful first, and refuse with all that help."""

    def works(loosened: Wishes, in_world: World = world) -> bool:
        if stop is not None and stop():
            raise Refusal("plan.stopped")
        paths = Paths(build([look_at(e, loosened, weights, in_world) for e in editions], loosened, weights), loosened)
        return paths.most() is not None if loosened.workshops is None else paths.holds(loosened.workshops)

    ways = [
        _fewer_workshops(wishes, works),
        _shorter_least(wishes, works),
        _longer_most(wishes, works),
        _later_end(editions, wishes, works),
        _clear_days(wishes, works),
        _away(wishes, world, works),
        _entry(wishes, world, works),
    ]
    found = [way for way in ways if way is not None]
    raise NoPlan(wishes.workshops or 0, found or [Refusal("plan.loosen_several")])


Works = Callable[..., bool]


def _fewer_workshops(wishes: Wishes, works: Works) -> Refusal | None:
    for number in range((wishes.workshops or 0) - 1, 0, -1):
        if works(replace(wishes, workshops=number, locked=wishes.locked)):
            return Refusal("plan.loosen_workshops", most=number)
    return None


def _shorter_least(wishes: Wishes, works: Works) -> Refusal | None:
    for months in range(wishes.months_min - 1, 0, -1):
        if works(replace(wishes, months_min=months)):
            return Refusal("plan.loosen_months_min", months=months)
    return None


def _longer_most(wishes: Wishes, works: Works) -> Refusal | None:
    """Feasibility only grows with the greatest rhythm, so the least that helps is found by halving."""
    if wishes.months_max is None or not works(replace(wishes, months_max=_MOST_MONTHS)):
        return None
    low, high = wishes.months_max, _MOST_MONTHS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(replace(wishes, months_max=middle)) else (middle, high)
    return Refusal("plan.loosen_months_max", months=high)


def _later_end(editions: tuple[Edition, ...], wishes: Wishes, works: Works) -> Refusal | None:
    for start in sorted({edition.start for edition in editions if edition.start > wishes.last_day}):
        if works(replace(wishes, last_day=start)):
            return Refusal("plan.loosen_last_day", last_day=start)
    return None


def _clear_days(wishes: Wishes, works: Works) -> Refusal | None:
    unguarded = replace(wishes, hard_kinds=())
    return Refusal("plan.loosen_clear_days") if wishes.hard_kinds and works(unguarded) else None


def _away(wishes: Wishes, world: World, works: Works) -> Refusal | None:
    always_free = replace(world, means=Means())
    return Refusal("plan.loosen_away") if world.means.away and works(wishes, always_free) else None


def _entry(wishes: Wishes, world: World, works: Works) -> Refusal | None:
    open_borders = replace(world, delegation=Delegation())
    return Refusal("plan.loosen_entry") if works(wishes, open_borders) else None
