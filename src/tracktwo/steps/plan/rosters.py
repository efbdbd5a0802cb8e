"""Who has a seat in a workshop: the step that fills it says so. Plan comes before it and asks nobody by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from tracktwo.foundation.people.models import Standing
from tracktwo.steps.plan.models import Workshop

Counter = Callable[[Workshop], int]
Speaker = Callable[[Workshop], Iterable[tuple[str, int]]]
# Is a cohort drawn here, and who was drawn as alternates since? None where nobody drew the cohort.
Alternates = Callable[[Workshop], list[str] | None]
# The same, read for a form: that somebody read them is a deed of the step that drew.
Opener = Callable[[Workshop, Standing, datetime], list[str]]
_speakers: list[Speaker] = []
_alternates: list[tuple[Alternates, Opener]] = []
_counters: list[Counter] = []


def register(speaker: Speaker) -> None:
    """Let a step say the cohort of a workshop: pairs of an alias and the number of a community."""
    if speaker not in _speakers:
        _speakers.append(speaker)


def roster_of(workshop: Workshop) -> list[tuple[str, int]]:
    """(alias, community) of every seat, in the order of communities and aliases."""
    found = {line for speaker in _speakers for line in speaker(workshop)}
    return sorted(found, key=lambda line: (line[1], line[0]))


def register_alternates(known: Alternates, opener: Opener) -> None:
    """Let the step that draws say which alternates were drawn, and open them for a form."""
    if (known, opener) not in _alternates:
        _alternates.append((known, opener))


def drawn_alternates(workshop: Workshop) -> list[str] | None:
    """Who was drawn and is still willing, for comparison only and for nobody's screen; None for a cohort that nobody
    drew, whose alternates are typed.
    """
    return next((found for known, _opener in _alternates if (found := known(workshop)) is not None), None)


def open_alternates(workshop: Workshop, by: Standing, now: datetime) -> list[str]:
    """As ``drawn_alternates``, for the form; recorded."""
    return [alias for _known, opener in _alternates for alias in opener(workshop, by, now)]


def register_afar(counter: Counter) -> None:
    """Let a step say how many seats of a workshop are taken from afar."""
    if counter not in _counters:
        _counters.append(counter)


def count_afar(workshop: Workshop) -> int:
    """How many of the remote seats are taken: a number, because who may not leave is nobody's to read."""
    return sum(counter(workshop) for counter in _counters)
