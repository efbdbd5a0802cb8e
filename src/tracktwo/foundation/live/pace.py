"""How fast people may write. Kept in the memory of the one process that serves: no address, no hour, and nothing of who
wrote outlives its minute.
"""

from __future__ import annotations

from collections import deque
from threading import Lock


class Pace:
    """At most ``most`` in any ``seconds``, for a whole room or for each of those in it.

    Times are seconds of a monotonic clock.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self._taken: dict[object, dict[object, deque[float]]] = {}
        self._lock = Lock()

    def take(self, room: object, now: float, who: object = None) -> bool:
        """One more at ``now``? False when the last ``seconds`` are full; a refused one does not count."""
        with self._lock:
            known = self._taken.get(room, {})
            lately = {one: times for one, times in known.items() if now - times[-1] < self.seconds}
            taken = lately.setdefault(who, known.get(who) or deque(maxlen=self.most))
            self._taken[room] = lately
            if len(taken) == self.most and now - taken[0] < self.seconds:
                return False
            taken.append(now)
            return True

    def forget(self, room: object) -> None:
        with self._lock:
            self._taken.pop(room, None)
