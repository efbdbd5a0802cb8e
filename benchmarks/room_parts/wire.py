"""As much HTTP/1.1 as a device speaks: a connection that stays, answers of a length or in pieces, streams of events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlencode

SECRET = "b" * 32  # of the form's cookie; the same value in the form is what Django asks for


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Wire:
    def __init__(self, port: int, session: str, language: str = "en") -> None:
        self._port, self._cookies = port, f"session={session}; form={SECRET}; language={language}"
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, **headers: str) -> Answer:
        request, is_kept = self._head("GET", path, headers), self._open is not None
        try:
            return await self._ask(request)
        except ConnectionError:
            if not is_kept:
                raise
            return await self._ask(request)  # the server has let go of a line nobody spoke on; a browser asks again too

    async def post(self, path: str, fields: dict[str, object]) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": SECRET, **fields}).encode()
        headers = {
            "Origin": f"http://127.0.0.1:{self._port}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
        }
        return await self._ask(self._head("POST", path, headers) + body)

    async def events(self, path: str) -> AsyncIterator[str]:
        """The data of each event, on a connection of its own, until the server ends it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            writer.write(self._head("GET", path, {"Accept": "text/event-stream"}))
            status, _headers = await _read_head(reader)
            while status == 200 and (line := await reader.readline()):
                if line.startswith(b"data: "):
                    yield line[6:].decode().strip()
        finally:
            writer.close()

    def close(self) -> None:
        if self._open:
            self._open[1].close()
        self._open = None

    def _head(self, method: str, path: str, headers: dict[str, str]) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self._port}", f"Cookie: {self._cookies}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _ask(self, request: bytes) -> Answer:
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._open
        try:
            writer.write(request)
            status, headers = await _read_head(reader)
            body = b"" if status in {204, 304} else await _read_body(reader, headers)
        except (OSError, asyncio.IncompleteReadError, ValueError, IndexError):
            self.close()
            raise ConnectionError from None
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, headers, body)


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    parts = (line.partition(": ") for line in lines if line)
    return int(first.split(" ")[1]), {name.lower(): value for name, _colon, value in parts}


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body
