"""What steps keep that identifies without being an identity (passports, ways home): each destroys its own in a purge.

Foundations do not know steps, so a step that holds such things registers a function when it loads.
"""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.foundation.people.models import Compartment

Destroyer = Callable[[Compartment], None]
_destroyers: list[Destroyer] = []


def register(destroyer: Destroyer) -> None:
    """``destroyer(compartment)`` destroys what the step holds of a programme, in the transaction of the purge."""
    if destroyer not in _destroyers:
        _destroyers.append(destroyer)


def destroy_elsewhere(compartment: Compartment) -> None:
    for destroyer in _destroyers:
        destroyer(compartment)
