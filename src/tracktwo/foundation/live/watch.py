"""How a process hears that a room has changed: one watcher for all its streams, never a query for each.

On SQLite one connection asks every few milliseconds whether anybody has committed (``data_version``, a number in shared
memory) and reads the versions of the rooms only when somebody has; whoever commits in this very process rings, and is
heard at once. On PostgreSQL one connection listens; ``touch``
notifies in the transaction of the change, so the word comes with the commit. Neither goes through the ORM.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from tracktwo.foundation.live.hub import Hub, Room

INTERVAL = 0.04
PATIENCE = 2.0  # between two tries to reach a database that does not answer
CHANNEL = "tracktwo_live"
VERSION_OF = "SELECT version FROM live_roomversion WHERE kind = {0} AND key = {0}"
log = logging.getLogger("tracktwo.live")
_bells: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()


def ring() -> None:
    """Somebody in this process has just committed, in whatever thread: look now instead of in a moment."""
    for loop, bell in list(_bells):
        with suppress(RuntimeError):  # that loop has just been closed
            loop.call_soon_threadsafe(bell.set)


async def watch(hub: Hub, database: dict[str, Any]) -> None:
    """Tell the hub of every change until cancelled. ``database`` is an entry of Django's DATABASES."""
    follow = follow_postgresql if database["ENGINE"].endswith("postgresql") else follow_sqlite
    while True:
        try:
            await follow(hub, database)
        except asyncio.CancelledError:
            raise
        except Exception:  # whatever the driver raises: screens ask by themselves meanwhile
            log.warning("live.watch_lost")
        await asyncio.sleep(PATIENCE)


async def follow_sqlite(hub: Hub, database: dict[str, Any]) -> None:
    from pysqlite3 import dbapi2

    # A timeout of nothing: this runs in the event loop and must never wait for a writer.
    connection = dbapi2.connect(str(database["NAME"]), timeout=0, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    sql, seen, known = VERSION_OF.format("?"), None, set[Room]()
    bell = asyncio.get_running_loop(), asyncio.Event()
    _bells.add(bell)
    try:
        while True:
            changes, rooms = connection.execute("PRAGMA data_version").fetchone()[0], set(hub.rooms)
            if changes != seen or rooms - known:
                hub.heard({room: _one(connection.execute(sql, room).fetchall()) for room in rooms})
                seen, known = changes, rooms
            with suppress(TimeoutError):
                await asyncio.wait_for(bell[1].wait(), INTERVAL)
            bell[1].clear()
    finally:
        _bells.discard(bell)
        connection.close()


async def follow_postgresql(hub: Hub, database: dict[str, Any]) -> None:
    from psycopg import AsyncConnection

    async with await AsyncConnection.connect(**address_of(database), autocommit=True) as connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        await _tell(hub, connection, hub.rooms)  # what changed while nobody listened
        # The version comes along: while this is read, the connection takes no question.
        async for notice in connection.notifies():
            kind, key, version = notice.payload.split("|")
            hub.heard({(kind, key): int(version)})


async def _tell(hub: Hub, connection: Any, rooms: Sequence[Room]) -> None:
    for room in rooms:
        found = await connection.execute(VERSION_OF.format("%s"), room)
        hub.heard({room: _one(await found.fetchall())})


def _one(rows: Sequence[Sequence[int]]) -> int:
    return int(rows[0][0]) if rows else 0


def address_of(database: dict[str, Any]) -> dict[str, Any]:
    """Django's words for a PostgreSQL database in the driver's. A dead line is noticed within a minute."""
    named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    found = {word: database[name] for name, word in named.items() if database.get(name)}
    options: dict[str, Any] = database.get("OPTIONS", {})
    return {"keepalives_idle": 20, "keepalives_interval": 10, "keepalives_count": 4} | found | options
