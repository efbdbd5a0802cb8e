"""No body larger than the house can use: told at the door, before a byte of it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from tracktwo.site.middleware import ALWAYS

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

SENTENCE = b"This is more than the house takes in at once. Nothing was kept. Go back and send a smaller file.\n"
HEADERS = ALWAYS | {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": str(len(SENTENCE)),
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}


def bounded(application: Application, most: int) -> Application:
    """Answer 413 to a body of more than ``most`` bytes, whether its length was announced or comes in pieces."""

    async def guarded(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _announced(scope) > most:
            await _refuse(send)
            return
        counted = _Counted(receive, most)
        await application(scope, counted, send)
        if counted.is_over:
            await _refuse(send)

    return guarded


def polls_in_turn(application: Application, most: int) -> Application:
    """Let screens that ask by themselves in ``most`` at a time, the others wait a moment.

    When a vote opens, every telephone asks at once. Each request is a thread, and a hundred threads that pass one lock
    around get less done than a few. Their questions have no body and their answers fit a buffer, so nobody who reads
    slowly keeps others waiting; whatever a person does goes past this queue.
    """
    turns = asyncio.Semaphore(most)

    async def waiting(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _asks_by_itself(scope):
            async with turns:
                await application(scope, receive, send)
        else:
            await application(scope, receive, send)

    return waiting


def _asks_by_itself(scope: Message) -> bool:
    named = dict(scope["headers"])
    return scope["method"] == "GET" and (
        named.get(b"x-live") == b"poll" or b"text/event-stream" in named.get(b"accept", b"")
    )


class _Counted:
    """Receives until there is too much; from then on says that the sender has gone, so nobody reads any further."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left, self.is_over = receive, most, False

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left >= 0:
            return message
        self.is_over = True
        return {"type": "http.disconnect"}


def _announced(scope: Message) -> int:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0


async def _refuse(send: Send) -> None:
    headers = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": SENTENCE})
