"""Who has a seat in a workshop: the step that fills it says so. Plan comes before it and asks nobody by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tracktwo.steps.plan.models import Workshop

Counter = Callable[[Workshop], int]
Speaker = Callable[[Workshop], Iterable[tuple[str, int]]]
_speakers: list[Speaker] = []
_counters: list[Counter] = []


def register(speaker: Speaker) -> None:
    """Let a step say the cohort of a workshop: pairs of an alias and the number of a community."""
    if speaker not in _speakers:
        _speakers.append(speaker)


def roster_of(workshop: Workshop) -> list[tuple[str, int]]:
    """(alias, community) of every seat, in the order of communities and aliases."""
    found = {line for speaker in _speakers for line in speaker(workshop)}
    return sorted(found, key=lambda line: (line[1], line[0]))


def register_afar(counter: Counter) -> None:
    """Let a step say how many seats of a workshop are taken from afar."""
    if counter not in _counters:
        _counters.append(counter)


def count_afar(workshop: Workshop) -> int:
    """How many of the remote seats are taken: a number, because who may not leave is nobody's to read."""
    return sum(counter(workshop) for counter in _counters)
