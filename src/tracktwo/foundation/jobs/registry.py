"""Which function does the work of which name. A step's ``tasks.py`` registers; names are looked up when work
runs.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

Function = Callable[..., None]
DEFAULT_SECONDS = 600.0


@dataclass(frozen=True)
class Task:
    """``function(*ids, report, stop)``; ``words`` maps its progress codes to lazily translated words."""

    name: str
    function: Function
    seconds: float
    words: Mapping[str, Any] = field(default_factory=dict)


_tasks: dict[str, Task] = {}


def register(
    name: str, *, seconds: float = DEFAULT_SECONDS, words: Mapping[str, Any] | None = None
) -> Callable[[Function], Function]:
    """Decorate the function that does the work ``step.verb_noun``.

    It is called with the ids that were enqueued and with ``report(done, of, words)`` and ``stop()`` by name,
    outside any transaction. ``stop`` says yes after ``seconds`` of wall time. A machine may fall in the
    middle, and then the work is done again from the start: so a task writes its result in one transaction,
    and writing it twice changes nothing.
    """

    def decorate(function: Function) -> Function:
        if name in _tasks and _tasks[name].function.__qualname__ != function.__qualname__:
            raise ValueError(f"two tasks are called {name}")
        _tasks[name] = Task(name, function, seconds, dict(words or {}))
        return function

    return decorate


def find(name: str) -> Task:
    """The task of a name, loading the ``tasks`` module of the app that the name begins with.

    Raises LookupError where no such task exists.
    """
    if name not in _tasks:
        _load_tasks_of(name.partition(".")[0])
    if name not in _tasks:
        raise LookupError(f"no task is called {name}")
    return _tasks[name]


def _load_tasks_of(label: str) -> None:
    app = apps.app_configs.get(label)
    if app is not None and importlib.util.find_spec(f"{app.name}.tasks") is not None:
        importlib.import_module(f"{app.name}.tasks")
