"""Server-sent events that carry a version number and nothing else.

A layer around Django's application. A request that accepts ``text/event-stream`` is put to Django as any other, and the
door of the panel decides who may read; the layer keeps the answer's headers and stays with the browser, while Django's
thread and its database connection are free again. The same question is put again from time to time, beside Django where
that is enough (``ready``): whoever has signed out, or lost the seat, loses it. Above ``most`` streams the answer
is 204, after which a browser asks no more and its page goes on polling.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from tracktwo.foundation.live.hub import Before, Hub, Listener, Room

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
Watch = Callable[[Hub], Awaitable[None]]
Still = Callable[[Message], Awaitable[Room | None]]

KIND = "text/event-stream"
OFFER = "tracktwo.stream"
BEAT = b"event: beat\ndata:\n\n"


@dataclass
class Offer:
    """Lies in the scope while Django answers; the panel's door writes its room into it."""

    room: Room | None = None


@dataclass(frozen=True)
class Rhythm:
    """Seconds between two signs of life, and between two questions whether the reader still may."""

    beat: float = 10.0
    again: float = 30.0


@dataclass
class _Answer:
    """What Django said, kept instead of sent."""

    messages: list[Message] = field(default_factory=list)

    async def keep(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def version(self) -> int:
        """Of the event in the body (``opening`` wrote it)."""
        body = b"".join(message.get("body", b"") for message in self.messages)
        return int(body.rpartition(b"data: ")[2])


def opening(version: int) -> bytes:
    """The first event. Where no layer holds the stream open, it is the only one and the browser comes again."""
    return b"retry: 3000\n" + event(version)


def event(version: int) -> bytes:
    return f"id: {version}\ndata: {version}\n\n".encode()


class Streams:
    """The layer itself; ``end`` is for a server that stops."""

    def __init__(
        self,
        application: Application,
        watch: Watch,
        most: int,
        rhythm: Rhythm | None = None,
        before: Before | None = None,
        still: Still | None = None,
    ) -> None:
        self._application, self._watch, self._rhythm = application, watch, rhythm or Rhythm()
        self._still = still
        self.hub = Hub(most, before)
        self._watching: asyncio.Task[None] | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not accepts_events(scope):
            await self._application(scope, receive, send)
            return
        offer, answer = await self._ask(scope)
        if offer.room is None:
            for message in answer.messages:
                await send(message)
            return
        listener = self.hub.join(offer.room, answer.version)
        if listener is None:
            await _decline(answer, send)
            return
        try:
            await self._stay(scope, listener, answer, receive, send)
        finally:
            self.hub.leave(listener)

    def end(self) -> None:
        self.hub.end()

    async def _ask(self, scope: Message) -> tuple[Offer, _Answer]:
        """Put the request to Django, through every door, and hear what it says."""
        offer, answer = Offer(), _Answer()
        extensions = {**scope.get("extensions", {}), OFFER: offer}
        await self._application({**scope, "extensions": extensions}, _nothing_more(), answer.keep)
        return offer, answer

    async def _stay(self, scope: Message, listener: Listener, answer: _Answer, receive: Receive, send: Send) -> None:
        self._begin_watching()
        leaving = asyncio.create_task(_gone(receive, listener))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _headers(answer)})
            await send(_piece(opening(listener.version)))
            await self._tell(scope, listener, send)
            await send({"type": "http.response.body", "body": b""})
        finally:
            leaving.cancel()

    async def _tell(self, scope: Message, listener: Listener, send: Send) -> None:
        clock = asyncio.get_running_loop().time
        # Each in a moment of its own: asked together, at the next change maybe, they would hold the change up.
        ask_at = clock() + self._rhythm.again * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
        while True:
            is_new = await listener.wait(min(self._rhythm.beat, ask_at - clock()))
            if listener.is_over:
                return
            if is_new:
                await send(_piece(event(listener.version)))
            if clock() >= ask_at:
                if not await self._still_reads(scope, listener.room):
                    return
                ask_at = clock() + self._rhythm.again
            if not is_new:
                await send(_piece(BEAT))

    async def _still_reads(self, scope: Message, room: Room) -> bool:
        if self._still is not None and await self._still(scope) == room:
            return True
        offer, _answer = await self._ask(scope)
        return offer.room == room

    def _begin_watching(self) -> None:
        """One task for all streams, from the first on and for as long as the server runs."""
        if self._watching is None or self._watching.done():
            self._watching = asyncio.ensure_future(self._watch(self.hub))


def accepts_events(scope: Message) -> bool:
    """Whether it asks for a stream."""
    return any(name == b"accept" and KIND.encode() in value for name, value in scope["headers"])


def _nothing_more() -> Receive:
    """A request without a body whose sender stays: Django waits for news of it until its answer is done."""
    parts: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if parts:
            return parts.pop()
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

    return receive


def _headers(answer: _Answer) -> list[tuple[bytes, bytes]]:
    """Django's own, with every rule that pages carry; the length is not known. No proxy may hold events back."""
    kept = [(name, value) for name, value in answer.messages[0]["headers"] if name.lower() != b"content-length"]
    return [*kept, (b"x-accel-buffering", b"no")]


def _piece(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}


async def _gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


async def _decline(answer: _Answer, send: Send) -> None:
    headers = [(name, value) for name, value in _headers(answer) if name.lower() != b"content-type"]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
