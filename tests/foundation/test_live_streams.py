"""A stream says the version and nothing else, to whoever may still read, while there is room for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tracktwo.foundation.live.hub import Hub
from tracktwo.foundation.live.streams import OFFER, Rhythm, Still, Streams, opening

ROOM = ("convene", "7")
QUICK = Rhythm(beat=0.02, again=0.1)
SLOW = Rhythm(beat=60, again=600)


@dataclass
class House:
    """Stands in for Django: admits or turns away, at the version that it has."""

    version: int = 5
    admits: bool = True
    asked: int = 0
    hangs_at: tuple[int, ...] = ()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        if self.asked in self.hangs_at:
            await asyncio.Event().wait()
        assert await receive() == {"type": "http.request", "body": b"", "more_body": False}
        if self.admits:
            scope["extensions"][OFFER].room = ROOM
        body = opening(self.version) if self.admits else b"who are you?"
        headers = [(b"content-security-policy", b"default-src 'none'"), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200 if self.admits else 302, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@dataclass
class Browser:
    """Opens a stream and reads it until it leaves or is left."""

    said: list[bytes] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> dict[str, Any]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.head = message
        elif message.get("body"):
            self.said.append(message["body"])

    def open(self, streams: Streams, accept: bytes = b"text/event-stream") -> asyncio.Task[None]:
        scope = {"type": "http", "method": "GET", "headers": [(b"accept", accept)]}
        return asyncio.create_task(streams(scope, self.receive, self.send))

    async def until(self, count: int) -> None:
        for _each in range(400):
            if len(self.said) >= count:
                return
            await asyncio.sleep(0.005)
        raise AssertionError(self.said)


async def nobody_watches(_hub: Hub) -> None:
    await asyncio.Event().wait()


def streams_of(house: House, rhythm: Rhythm = SLOW, most: int = 10, still: Still | None = None) -> Streams:
    return Streams(house, nobody_watches, most, rhythm, still=still)


def run(course: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(course(), 20))


def test_a_stream_says_the_version_at_once_and_each_newer_one() -> None:
    async def course() -> None:
        streams, browser = streams_of(House()), Browser()
        stream = browser.open(streams)
        await browser.until(1)
        streams.hub.heard({ROOM: 6, ("convene", "8"): 99})
        await browser.until(2)
        streams.hub.heard({ROOM: 6})  # told already
        streams.hub.heard({ROOM: 9})
        await browser.until(3)
        browser.left.set()
        await stream
        assert browser.said == [
            b"retry: 3000\nid: 5\ndata: 5\n\n",
            b"id: 6\ndata: 6\n\n",
            b"id: 9\ndata: 9\n\n",
        ]
        assert len(streams.hub) == 0

    run(course)


def test_a_stream_keeps_the_rules_of_every_page_and_has_no_length() -> None:
    async def course() -> None:
        browser = Browser()
        stream = browser.open(streams_of(House()))
        await browser.until(1)
        browser.left.set()
        await stream
        assert browser.head["headers"] == [
            (b"content-security-policy", b"default-src 'none'"),
            (b"x-accel-buffering", b"no"),
        ]

    run(course)


def test_a_change_between_reading_and_joining_is_not_lost() -> None:
    async def course() -> None:
        house = House()
        streams, early, late = streams_of(house), Browser(), Browser()
        early.open(streams)
        await early.until(1)
        streams.hub.heard({ROOM: 6})  # and the next reader has read 5 a moment before
        late.open(streams)
        await late.until(2)
        assert late.said[1] == b"id: 6\ndata: 6\n\n"
        streams.end()
        await asyncio.sleep(0.01)

    run(course)


def test_a_stream_gives_signs_of_life_and_asks_again_whether_it_may() -> None:
    async def course() -> None:
        house, browser = House(), Browser()
        stream = browser.open(streams_of(house, QUICK))
        await browser.until(3)
        assert browser.said[1] == b"event: beat\ndata:\n\n"
        house.admits = False  # signed out, or the session has ended
        await asyncio.wait_for(stream, 5)
        assert house.asked >= 2

    run(course)


def test_a_stream_that_is_known_to_hold_asks_django_only_when_it_is_not() -> None:
    async def course() -> None:
        known: list[Any] = [ROOM]
        told = []

        async def still(scope: Any) -> Any:
            told.append(scope["headers"])
            return known[0]

        house, browser = House(), Browser()
        stream = browser.open(streams_of(house, QUICK, still=still))
        await browser.until(20)
        assert len(told) >= 2
        assert told[0] == [(b"accept", b"text/event-stream")]
        assert house.asked == 1
        known[0] = None  # not known any more: Django decides, and admits
        await browser.until(40)
        assert house.asked >= 2
        known[0], house.admits = ("convene", "8"), False  # another room than this stream's is no leave either
        await asyncio.wait_for(stream, 5)

    run(course)


def test_a_stream_asks_in_a_moment_of_its_own_and_waits_for_no_change_with_it() -> None:
    async def course() -> None:
        house, browser = House(), Browser()
        browser.open(streams_of(house, Rhythm(beat=60, again=0.05)))
        await browser.until(3)
        assert house.asked >= 3

    run(course)


def test_a_change_is_told_before_the_question_that_is_due_with_it() -> None:
    async def course() -> None:
        streams, early, late = streams_of(House(hangs_at=(2, 4)), Rhythm(beat=60, again=0)), Browser(), Browser()
        early.open(streams)
        await early.until(1)
        streams.hub.heard({ROOM: 6})
        late.open(streams)
        await late.until(2)
        assert late.said[1] == b"id: 6\ndata: 6\n\n"

    run(course)


def test_whoever_may_not_read_gets_djangos_own_answer() -> None:
    async def course() -> None:
        streams, browser = streams_of(House(admits=False)), Browser()
        await browser.open(streams)
        assert (browser.head["status"], browser.said, len(streams.hub)) == (302, [b"who are you?"], 0)

    run(course)


def test_above_the_limit_a_browser_is_told_to_go_on_asking() -> None:
    async def course() -> None:
        streams, first, second = streams_of(House(), most=1), Browser(), Browser()
        stream = first.open(streams)
        await first.until(1)
        await second.open(streams)
        assert (second.head["status"], second.said) == (204, [])
        first.left.set()
        await stream
        third = Browser()
        third.open(streams)
        await third.until(1)
        streams.end()
        await asyncio.sleep(0.01)

    run(course)


def test_all_streams_end_when_the_server_does() -> None:
    async def course() -> None:
        streams, browsers = streams_of(House()), [Browser() for _each in range(3)]
        open_now = [browser.open(streams) for browser in browsers]
        for browser in browsers:
            await browser.until(1)
        streams.end()
        await asyncio.wait_for(asyncio.gather(*open_now), 5)
        assert len(streams.hub) == 0

    run(course)


def test_a_slow_reader_is_told_the_newest_version_only() -> None:
    async def course() -> None:
        hub = Hub(most=1)
        listener = hub.join(ROOM, 1)
        assert listener is not None
        for version in range(2, 1000):
            hub.heard({ROOM: version})
        assert await listener.wait(0) is True
        assert listener.version == 999
        assert await listener.wait(0) is False

    run(course)
