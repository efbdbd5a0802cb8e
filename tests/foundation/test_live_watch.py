"""One watcher hears every commit of the house, and none that was taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections, transaction
from django.db.utils import ConnectionHandler

from tracktwo.foundation.live import watch as watching
from tracktwo.foundation.live.actions import touch, wipe_traces
from tracktwo.foundation.live.asking import ask_of
from tracktwo.foundation.live.hub import Hub
from tracktwo.foundation.live.models import RoomVersion
from tracktwo.foundation.live.watch import watch
from tracktwo.site.database import database_from


class TakeBack(Exception):
    pass


@pytest.fixture
def handler(transactional_db: None, tmp_path: Path) -> ConnectionHandler:
    """To a database that several connections reach: the suite's own SQLite lies in memory."""
    if connection.vendor == "postgresql":
        return ConnectionHandler({"default": connection.settings_dict})
    return ConnectionHandler({"default": database_from("", tmp_path / "shared.sqlite3")})


def by(handler: ConnectionHandler, deed: Callable[[], object]) -> None:
    """In a thread that has a connection of its own, as a request has."""
    connections["default"] = handler.create_connection("default")
    try:
        deed()
    finally:
        connections.close_all()


def make_tables() -> None:
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            editor.create_model(RoomVersion)


def hear(handler: ConnectionHandler, *deeds: Callable[[], object]) -> list[bool]:
    """Whether a listener of room 5 was told after each deed."""

    async def course() -> list[bool]:
        await asyncio.to_thread(by, handler, make_tables)
        hub, told = Hub(most=2), []
        listener = hub.join(("session", "5"), 0)
        assert listener is not None
        watching = asyncio.create_task(watch(hub, handler.settings["default"]))
        await asyncio.sleep(0.3)
        for deed in deeds:
            await asyncio.to_thread(by, handler, deed)
            # What does not come is waited for in vain; what comes, comes after a few hundredths.
            told.append(await listener.wait(0.5))
        watching.cancel()
        return told

    return asyncio.run(course())


def touch_and_take_back() -> None:
    try:
        with transaction.atomic():
            touch("session", 5)
            raise TakeBack
    except TakeBack:
        pass


def test_a_listener_hears_its_own_room_and_only_what_was_committed(handler: ConnectionHandler) -> None:
    told = hear(
        handler,
        lambda: touch("session", 5),
        lambda: touch("session", 6),
        touch_and_take_back,
        lambda: touch("session", 5),
    )
    assert told == [True, False, False, True]


def test_a_commit_of_this_process_is_heard_without_waiting_for_the_next_look(
    handler: ConnectionHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "INTERVAL", 30)
    assert hear(handler, lambda: touch("session", 5), touch_and_take_back, lambda: touch("session", 5)) == [
        True,
        False,
        True,
    ]


def test_one_statement_is_answered_beside_the_orm_and_nothing_where_it_cannot_be(handler: ConnectionHandler) -> None:
    rows = RoomVersion.objects.filter(kind="a % and a ? %s", key="5").values_list("version", "key")
    sql, params = rows.query.sql_with_params()

    def write() -> None:
        make_tables()
        touch("a % and a ? %s", 5)
        touch("session", 5)

    async def course() -> list[object]:
        await asyncio.to_thread(by, handler, write)
        ask = ask_of(handler.settings["default"])
        found = [await ask(sql, params), await ask(sql, ("nobody", "5")), await ask(f"{sql} LIMIT 'x'", params)]
        return [*found, await ask(sql, params)]

    assert asyncio.run(course()) == [(1, "5"), None, None, (1, "5")]


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="asks PostgreSQL who is there")
def test_a_process_listens_once_for_all_its_rooms_and_streams(handler: ConnectionHandler) -> None:
    """A connection for each open stream would take all that a pool has."""
    counted: list[int] = []

    def count() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            counted.append(cursor.fetchone()[0])

    async def course() -> list[bool]:
        hub = Hub(most=20)
        listeners = [hub.join(("session", str(room)), 0) for room in range(10)]
        await asyncio.to_thread(by, handler, count)
        watching = asyncio.create_task(watch(hub, handler.settings["default"]))
        await asyncio.sleep(0.3)
        for room in range(10):
            await asyncio.to_thread(by, handler, lambda room=room: touch("session", room))
        told = [await listener.wait(2) for listener in listeners if listener]
        await asyncio.to_thread(by, handler, count)
        watching.cancel()
        return told

    assert asyncio.run(course()) == [True] * 10
    assert counted[1] - counted[0] == 1


def test_traces_of_rows_that_are_gone_are_wiped_after_the_commit(handler: ConnectionHandler) -> None:
    """On SQLite the write-ahead log held the old pages; it is empty afterwards."""

    def erase() -> None:
        make_tables()
        for number in range(20):
            touch("session", f"a trace {number}")
        with transaction.atomic():
            RoomVersion.objects.all().delete()
            wipe_traces(RoomVersion)
        # Looked at while the connection is open: the last one to close takes the log away in any case.
        found.extend(file.read_bytes() for file in files_of(handler))

    found: list[bytes] = []
    with ThreadPoolExecutor(1) as thread:
        thread.submit(by, handler, erase).result()
    assert not [True for held in found if b"a trace" in held]
    assert len(found) == (2 if connection.vendor == "sqlite" else 0)


def files_of(handler: ConnectionHandler) -> list[Path]:
    if connection.vendor != "sqlite":
        return []
    place = Path(handler.settings["default"]["NAME"])
    return [place, Path(f"{place}-wal")]
