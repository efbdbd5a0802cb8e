"""The same bytes by nothing but uvicorn: what a room could do at best on this machine.

Pushed through the stream itself, or asked for after a hint, each device on a line of its own, as a telephone of the
room does. Nobody is asked who they are, and nothing is written or drawn.

python benchmarks/room_parts/broadcast.py PORT BYTES      (the server)
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Any

QUEUES: set[asyncio.Queue[bytes]] = set()


def application(length: int) -> Any:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/part/":
            told = [(b"content-type", b"text/html"), (b"content-length", b"%d" % length)]
            await send({"type": "http.response.start", "status": 200, "headers": told})
            await send({"type": "http.response.body", "body": b"x" * length})
            return
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if scope["path"] == "/tell/":
            piece = b"data: " + (b"1" if scope["query_string"] else b"x" * length) + b"\n\n"
            for queue in QUEUES:
                queue.put_nowait(piece)
            await send({"type": "http.response.body", "body": b"told"})
            return
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        QUEUES.add(queue)
        await send({"type": "http.response.body", "body": b": here\n\n", "more_body": True})
        while True:
            await send({"type": "http.response.body", "body": await queue.get(), "more_body": True})

    return answer


async def measure(port: int, clients: int, times: int, asked_for: bool) -> list[float]:
    """Seconds from telling to each client's having read it; ``asked_for``: only a hint comes by the stream."""
    from wire import Wire

    delays: list[float] = []
    began = 0.0

    async def listen() -> None:
        line = Wire(port, "")
        async for _piece in Wire(port, "").events("/"):
            if asked_for:
                await line.get("/part/")
            delays.append(time.perf_counter() - began)

    listening = [asyncio.create_task(listen()) for _client in range(clients)]
    await asyncio.sleep(2 + clients / 500)
    teller = Wire(port, "")
    for heard in range(times):
        began = time.perf_counter()
        await teller.get("/tell/?hint" if asked_for else "/tell/")
        while len(delays) < (heard + 1) * clients:
            await asyncio.sleep(0.01)
        await asyncio.sleep(1)
    for task in listening:
        task.cancel()
    return delays


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(application(int(sys.argv[2])), port=int(sys.argv[1]), log_level="critical", lifespan="off", ws="none")
