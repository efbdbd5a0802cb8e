"""Who in this process listens to which room. Knows neither Django nor a database: rooms and their newest version."""

from __future__ import annotations

import asyncio
from contextlib import suppress

Room = tuple[str, str]


class Listener:
    """One open stream. Keeps the newest version only: a phone that is slow to read lets nothing pile up."""

    def __init__(self, room: Room, version: int) -> None:
        self.room, self.version, self.is_over = room, version, False
        self._news = asyncio.Event()

    def hear(self, version: int) -> None:
        if version > self.version:
            self.version = version
            self._news.set()

    def end(self) -> None:
        self.is_over = True
        self._news.set()

    async def wait(self, seconds: float) -> bool:
        """True when something is new within ``seconds``."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)
        is_new = self._news.is_set()
        self._news.clear()
        return is_new


class Hub:
    """All listeners of one event loop, ``most`` at a time."""

    def __init__(self, most: int) -> None:
        self._most, self._listeners = most, dict[Room, set[Listener]]()
        self._latest: dict[Room, int] = {}

    def __len__(self) -> int:
        return sum(map(len, self._listeners.values()))

    @property
    def rooms(self) -> list[Room]:
        return list(self._listeners)

    def join(self, room: Room, version: int) -> Listener | None:
        """A new listener who has read ``version``; None when there are ``most`` already."""
        if len(self) >= self._most:
            return None
        listener = Listener(room, version)
        self._listeners.setdefault(room, set()).add(listener)
        # The room may have changed, and everybody been told, between this reader's reading and joining.
        listener.hear(self._latest.get(room, version))
        return listener

    def leave(self, listener: Listener) -> None:
        """Safe to call twice."""
        beside = self._listeners.get(listener.room, set())
        beside.discard(listener)
        if not beside:
            self._listeners.pop(listener.room, None)

    def heard(self, versions: dict[Room, int]) -> None:
        """Wake whoever listens to a room that has a newer version."""
        for room, version in versions.items():
            self._latest[room] = version
            for listener in self._listeners.get(room, ()):
                listener.hear(version)

    def end(self) -> None:
        """The server stops: every stream ends at once instead of being cut off later."""
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.end()
