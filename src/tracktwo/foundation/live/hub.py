"""Who in this process listens to which room. Knows neither Django nor a database: rooms and their newest version."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

Room = tuple[str, str]
Before = Callable[[Room], Awaitable[None]]
PATIENCE = 0.5  # seconds for which a change is held back until it is ready to be asked for


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
    """All listeners of one event loop, ``most`` at a time; ``before`` is done with a room before a change is told."""

    def __init__(self, most: int, before: Before | None = None) -> None:
        self._most, self._before, self._listeners = most, before, dict[Room, set[Listener]]()
        self._latest, self._waiting = dict[Room, int](), dict[Room, int]()
        self._telling: dict[Room, asyncio.Future[None]] = {}

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
            if self._before is None or not self._is_news(room, version):
                self._wake(room, version)
                continue
            self._waiting[room] = version
            if room not in self._telling:
                self._telling[room] = asyncio.ensure_future(self._tell(room, self._before))

    async def settled(self, room: Room) -> bool:
        """Whether something was being made ready of a room; by now it is, or takes longer than anybody waits."""
        telling = self._telling.get(room)
        if telling is not None:
            await asyncio.wait({telling}, timeout=PATIENCE)
        return telling is not None

    def _is_news(self, room: Room, version: int) -> bool:
        return any(listener.version < version for listener in self._listeners.get(room, ()))

    async def _tell(self, room: Room, before: Before) -> None:
        """What changes meanwhile is told with it, but nothing is held back for longer than ``PATIENCE``."""
        clock = asyncio.get_running_loop().time
        try:
            while room in self._waiting:
                until = clock() + PATIENCE
                while (version := self._waiting.pop(room, None)) is not None and clock() < until:
                    await before(room)
                    told = version
                self._wake(room, told if version is None else version)
        finally:
            del self._telling[room]

    def _wake(self, room: Room, version: int) -> None:
        self._latest[room] = version
        for listener in self._listeners.get(room, ()):
            listener.hear(version)

    def end(self) -> None:
        """The server stops: every stream ends at once instead of being cut off later."""
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.end()
