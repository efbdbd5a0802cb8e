"""Which organisations a programme stands on, beyond those typed here: later steps say theirs, as they know them.

Plan names the associations before whose conventions workshops lie. Nobody is asked by name: a step registers a speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tracktwo.steps.programme.models import Part, Programme

Speaker = Callable[[Programme], Iterable[tuple[str, str]]]
_speakers: list[Speaker] = []


def register(speaker: Speaker) -> None:
    """Let a step name organisations of a programme: pairs of a part (see ``Part``) and a name."""
    if speaker not in _speakers:
        _speakers.append(speaker)


def organisations_of(programme: Programme) -> list[tuple[str, str]]:
    """(part, name) of every organisation to be checked, each once: the host, those typed, those of later steps."""
    found = [(str(Part.HOST), programme.host.name)]
    found += programme.organisations.values_list("part", "name")
    for speaker in _speakers:
        found += [(str(part), name) for part, name in speaker(programme)]
    return list(dict.fromkeys(found))
