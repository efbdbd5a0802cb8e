"""When the phases of a workshop are sat: a later step plans it and tells it here, because this one may not ask it.

The step registers one function when it loads; where nothing is planned it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time

from tracktwo.steps.plan.models import Workshop


@dataclass(frozen=True)
class Sitting:
    """One phase in one session by the clock of the place; languages where its words are not in the reader's.

    ``side``: of one community alone.
    """

    day: date
    begins: time
    minutes: int
    label: str
    purpose: str
    language: str = ""
    purpose_language: str = ""
    side: int | None = None


Teller = Callable[[Workshop], Iterable[Sitting]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    if teller not in _tellers:
        _tellers.append(teller)


def sittings_of(workshop: Workshop) -> list[Sitting]:
    """In the order in which they are sat; empty where no session is planned."""
    found = [sitting for teller in _tellers for sitting in teller(workshop)]
    return sorted(found, key=lambda one: (one.day, one.begins))
