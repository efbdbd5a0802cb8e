"""When to give up: ``stop()`` callables that methods ask between two steps of long work."""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.running.clock import Seconds, steady_seconds

Stop = Callable[[], bool]


def stop_after(seconds: float, clock: Seconds = steady_seconds) -> Stop:
    """A stop that says yes once ``seconds`` of wall time have passed since this call; 0 says yes at once.

    Wall seconds differ between machines, so a result stopped by them is outside the same-bytes promise.
    """
    if seconds < 0:
        raise ValueError("a limit is zero seconds or more")
    began = clock()
    return lambda: clock() - began >= seconds


def stop_when_any(*stops: Stop) -> Stop:
    """A stop that says yes as soon as one of these does."""
    return lambda: any(stop() for stop in stops)


def never() -> bool:
    """The stop of work without a limit."""
    return False
