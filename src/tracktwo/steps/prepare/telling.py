"""Who else has to be told that everybody is told: screens of later steps that stand open and ask by themselves.

This step may not ask later ones, so a step with such screens registers a function when it loads.
"""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.steps.programme.models import Programme

Listener = Callable[[Programme], None]
_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """``listener(programme)`` is called in the transaction in which everybody is told, or no longer."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(programme: Programme) -> None:
    for listener in _listeners:
        listener(programme)
