"""What every screen of a room shows alike, worked out once for all who ask in the same moment.

When a vote opens, forty telephones ask within a tenth of a second. Only the newest moment of a room is kept, in memory,
and it is dropped with the session. Nothing of any one person is in it: the place in the queue, the line on a roll and
the seat are asked for each reader.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

Facts = dict[str, Any]
Room = tuple[str, object, str, str | None]  # which screen, workshop, programme, language
_kept: dict[Room, tuple[Hashable, Facts]] = {}
_lock = Lock()


def shared(room: Room, moment: Hashable, work: Callable[[], Facts]) -> Facts:
    """The facts of a room at a moment; ``work`` is done by the first who asks, the others wait for it."""
    found = _kept.get(room)
    if found is None or found[0] != moment:
        with _lock:
            found = _kept.get(room)
            if found is None or found[0] != moment:
                found = moment, work()
                _kept[room] = found
    return found[1]


def forget(workshop: object) -> None:
    """The session is closed: whatever was kept of the workshop's room goes, in every language."""
    with _lock:
        for room in [room for room in _kept if room[1] == workshop]:
            del _kept[room]
