"""What everybody asks for as soon as they hear of a change is made ready before they hear of it.

A room that changes is told to a hundred streams at once, and a hundred telephones ask in the same moment. The first
would find nothing ready and the others would wait behind it. So the process that holds the streams reads and draws
first and tells then. It is done once for each process, and never in place of a question: who may read is asked of the
database when somebody asks. What takes longer than ``PATIENCE`` is told all the same.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections, connections

from tracktwo.foundation.live.hub import PATIENCE, Room

Work = Callable[[str], None]
log = logging.getLogger("tracktwo.live")
_works: dict[str, Work] = {}


def register(kind: str, work: Work) -> None:
    """``work(key)`` makes ready what the screens of a room of this kind ask for, as the room stands by then."""
    _works[kind] = work


class Ahead:
    """A thread that makes ready, with a connection of its own that it keeps."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "ahead")

    async def __call__(self, room: Room) -> None:
        """Done, or late, or failed: whoever waits may go on."""
        kind, key = room
        if (work := _works.get(kind)) is not None:
            doing = asyncio.get_running_loop().run_in_executor(self._threads, _do, work, key)
            await asyncio.wait({doing}, timeout=PATIENCE)


def _do(work: Work, key: str) -> None:
    try:
        close_old_connections()
        work(key)
    except Exception:  # whatever it was, screens ask by themselves
        log.warning("live.ahead_lost")
        connections.close_all()
