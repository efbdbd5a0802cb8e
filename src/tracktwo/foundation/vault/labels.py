"""What a person is called outside the vault.

Steps that give aliases say them here; the vault itself asks nobody by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from tracktwo.foundation.people.models import Compartment

Labels = Callable[[Compartment], Mapping[UUID, str]]
_speakers: list[Labels] = []


def register(labels: Labels) -> None:
    """Let a step name persons of a compartment by alias.

    Later registrations win where two name the same person.
    """
    if labels not in _speakers:
        _speakers.append(labels)


def labels_in(compartment: Compartment) -> dict[UUID, str]:
    """Alias by person, for every person whom some step has given one."""
    found: dict[UUID, str] = {}
    for labels in _speakers:
        found.update(labels(compartment))
    return found
