"""How fast a hall may write. Kept in memory alone: no address, no hour, nothing of who wrote.

A whole hall stands behind one address of the convention's network, and whoever floods it on purpose can change theirs.
So everybody shares one pace, which no hall reaches by asking and which leaves a moderator in command of a flood.
"""

from __future__ import annotations

from collections import deque
from threading import Lock


class Pace:
    """At most ``most`` in any ``seconds`` for each key, in this process. Times are seconds of a monotonic clock."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self._taken: dict[object, deque[float]] = {}
        self._lock = Lock()

    def take(self, key: object, now: float) -> bool:
        """One more at ``now``? False when the last ``seconds`` are full; a refused one does not count."""
        with self._lock:
            taken = self._taken.setdefault(key, deque(maxlen=self.most))
            if len(taken) == self.most and now - taken[0] < self.seconds:
                return False
            taken.append(now)
            return True

    def forget(self, key: object) -> None:
        with self._lock:
            self._taken.pop(key, None)
