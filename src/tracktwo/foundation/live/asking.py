"""One statement put to the database from the event loop, on a connection of its own and beside the ORM.

On SQLite a read waits for nobody (the log is written ahead), and takes less than handing it to a thread would. On
PostgreSQL the loop goes on meanwhile. Whatever goes wrong, the answer is that nothing was found, and Django is asked.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import Any

from tracktwo.foundation.live.ready import Ask, Row
from tracktwo.foundation.live.watch import address_of

PLACE = re.compile(r"(?<!%)%s")
log = logging.getLogger("tracktwo.live")


def ask_of(database: dict[str, Any]) -> Ask:
    """For an entry of Django's DATABASES."""
    return _Postgresql(database) if database["ENGINE"].endswith("postgresql") else _Sqlite(database)


class _Sqlite:
    def __init__(self, database: dict[str, Any]) -> None:
        self._name, self._texts = str(database["NAME"]), dict[str, str]()
        self._connection: Any = None

    async def __call__(self, sql: str, params: Sequence[Any]) -> Row | None:
        from pysqlite3 import dbapi2

        try:
            if self._connection is None:
                self._connection = dbapi2.connect(self._name, timeout=0, isolation_level=None)
                self._connection.execute("PRAGMA query_only = ON")
            rows: list[Row] = self._connection.execute(self._text(sql), params).fetchall()
        except dbapi2.Error:
            log.warning("live.ask_lost")
            self._connection = None
            return None
        return rows[0] if rows else None

    def _text(self, sql: str) -> str:
        """Django's places for values in SQLite's words; there are as many statements as kinds of screens."""
        if sql not in self._texts:
            self._texts[sql] = PLACE.sub("?", sql).replace("%%", "%")
        return self._texts[sql]


class _Postgresql:
    def __init__(self, database: dict[str, Any]) -> None:
        self._address, self._turn = address_of(database), asyncio.Lock()
        self._connection: Any = None

    async def __call__(self, sql: str, params: Sequence[Any]) -> Row | None:
        from psycopg import AsyncConnection, Error

        async with self._turn:
            try:
                if self._connection is None:
                    self._connection = await AsyncConnection.connect(**self._address, autocommit=True)
                found = await self._connection.execute(sql, params)
                row: Row | None = await found.fetchone()
            except Error:
                log.warning("live.ask_lost")
                if self._connection is not None:
                    await self._connection.close()
                self._connection = None
                return None
        return row
