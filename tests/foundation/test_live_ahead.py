"""A change is made ready before it is told, and told in any case."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from threading import get_ident

import pytest

from tracktwo.foundation.live import ahead, hub
from tracktwo.foundation.live.ahead import Ahead
from tracktwo.foundation.live.hub import Hub

ROOM = ("convene", "7")


async def turns(count: int = 5) -> None:
    for _each in range(count):
        await asyncio.sleep(0)


def played(play: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(play())  # type: ignore[arg-type]


def test_who_listens_hears_of_a_change_when_it_is_ready() -> None:
    async def play() -> None:
        ready = asyncio.Event()

        async def before(_room: object) -> None:
            await ready.wait()

        rooms = Hub(10, before)
        listener = rooms.join(ROOM, 5)
        assert listener is not None
        rooms.heard({ROOM: 6})
        await turns()
        assert listener.version == 5
        ready.set()
        await turns()
        assert listener.version == 6

    played(play)


def test_who_asks_meanwhile_is_told_when_it_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        ready = asyncio.Event()

        async def before(_room: object) -> None:
            await ready.wait()

        rooms = Hub(10, before)
        assert rooms.join(ROOM, 5) is not None
        assert not await rooms.settled(ROOM)
        rooms.heard({ROOM: 6})
        asking = asyncio.ensure_future(rooms.settled(ROOM))
        await turns()
        assert not asking.done()
        monkeypatch.setattr(hub, "PATIENCE", 0.01)
        assert await rooms.settled(ROOM)  # nobody waits for longer than that
        ready.set()
        await turns()
        assert asking.result()
        assert not await rooms.settled(ROOM)

    played(play)


def test_what_changes_meanwhile_is_told_with_it_and_nothing_is_made_ready_twice() -> None:
    async def play() -> None:
        begun, go_on = [], asyncio.Event()

        async def before(_room: object) -> None:
            begun.append(len(begun))
            await go_on.wait()

        rooms = Hub(10, before)
        listener = rooms.join(ROOM, 5)
        assert listener is not None
        rooms.heard({ROOM: 6})
        await turns()
        for version in (7, 8):
            rooms.heard({ROOM: version})
        go_on.set()
        await turns()
        assert (listener.version, len(begun)) == (8, 2)

    played(play)


def test_under_changes_without_end_nobody_waits_for_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "PATIENCE", 0.02)

    async def play() -> None:
        version = 5

        async def before(_room: object) -> None:
            nonlocal version
            await asyncio.sleep(0.01)
            version += 1
            if version < 100:
                rooms.heard({ROOM: version})

        rooms = Hub(10, before)
        listener = rooms.join(ROOM, 5)
        assert listener is not None
        rooms.heard({ROOM: 6})
        await asyncio.sleep(0.15)
        assert 5 < listener.version < 100

    played(play)


def test_nothing_is_made_ready_where_nobody_listens_or_everybody_has_it() -> None:
    async def play() -> None:
        async def before(_room: object) -> None:
            raise AssertionError

        rooms = Hub(10, before)
        rooms.heard({ROOM: 6})
        assert rooms.join(ROOM, 6) is not None
        rooms.heard({ROOM: 6})
        await turns()
        late = rooms.join(ROOM, 5)
        assert late is not None
        assert late.version == 6

    played(play)


def test_it_is_done_in_one_thread_and_a_fault_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    threads, keys = [], []

    def work(key: str) -> None:
        threads.append(get_ident())
        keys.append(key)
        raise ValueError("a sentence of somebody")

    monkeypatch.setattr(ahead, "_works", {"convene": work})

    async def play() -> None:
        make_ready = Ahead()
        for key in ("7", "8"):
            await make_ready(("convene", key))
        await make_ready(("another kind", "7"))

    with caplog.at_level("WARNING", "tracktwo.live"):
        played(play)
    assert keys == ["7", "8"]
    assert len(set(threads)) == 1
    assert "a sentence" not in caplog.text


def test_what_takes_too_long_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "PATIENCE", 0.01)

    async def play() -> None:
        loop, go_on = asyncio.get_running_loop(), asyncio.Event()

        def work(_key: str) -> None:
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(5)

        monkeypatch.setattr(ahead, "_works", {"convene": work})
        await asyncio.wait_for(Ahead()(ROOM), 2)
        go_on.set()

    played(play)
