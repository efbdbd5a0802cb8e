"""A telephone before the layer that answers beside Django, and how to tell who of the two has answered.

No server and no loop: nothing here ever waits, so a question is simply carried through.
"""

from __future__ import annotations

import re
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.core.handlers.base import BaseHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.steps.convene.stage import Room
from tracktwo.foundation.live.ready import Draw, Ready
from tracktwo.foundation.people.models import Account

PARTS = ("room_now", "room_field", "room_wall", "room_place")
FORM = "f" * 32
TOKENS = re.compile(rb'(name="(?:csrfmiddlewaretoken|once)" value=")[^"]+')


def through(question: Coroutine[Any, Any, Any]) -> Any:
    try:
        question.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("waited for something")


class Django(BaseHandler):
    """Django as the server has it, in this thread and on this test's connection."""

    def __init__(self) -> None:
        self.asked = 0
        self.load_middleware()

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        self.asked += 1
        await ASGIHandler.send_response(_Sender(), self.get_response(ASGIRequest(scope, BytesIO())), send)


class _Sender(ASGIHandler):
    def __init__(self) -> None:
        pass


async def ask(sql: str, params: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()


async def at_once(draw: Draw) -> bytes:
    """In this thread, and without a word to the database: in the server no transaction and no reader are near."""
    with CaptureQueriesContext(connection) as asked:
        drawn = draw()
    assert [query["sql"] for query in asked.captured_queries] == []
    return drawn


@dataclass
class Answer:
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    by_django: bool

    @property
    def tag(self) -> bytes:
        return next(value for name, value in self.headers if name.lower() == b"etag")

    @property
    def plain(self) -> bytes:
        """Without what is drawn anew for every answer."""
        return TOKENS.sub(rb"\1", self.body)


@dataclass
class House:
    """The layer with Django behind it, as ``site.asgi`` has them."""

    most: int = 100
    django: Django = field(default_factory=Django)

    def __post_init__(self) -> None:
        self.ready = Ready(ask, self.most, at_once)
        self.application = self.ready.quick(self.ready.learning(self.django))


@dataclass
class Telephone:
    house: House
    room: Room
    account: Account
    language: str = "en"
    parts: Sequence[str] = PARTS
    more: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        signed_in = self.room.client(self.account).cookies[settings.SESSION_COOKIE_NAME].value
        self.cookies = {
            settings.SESSION_COOKIE_NAME: signed_in,
            settings.CSRF_COOKIE_NAME: FORM,
            settings.LANGUAGE_COOKIE_NAME: self.language,
        }

    @property
    def session(self) -> str:
        return self.cookies[settings.SESSION_COOKIE_NAME]

    def ask(self, tag: bytes = b"", **other: Any) -> Answer:
        scope, sent, before = self.scope(tag) | other, [], self.house.django.asked

        async def send(message: Any) -> None:
            sent.append(message)

        through(self.house.application(scope, None, send))
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], list(sent[0]["headers"]), body, self.house.django.asked > before)

    def stream(self) -> dict[str, Any]:
        """The question with which this telephone has opened a stream, put to Django by the layer that stays."""
        path = self.room.url("room_now")
        asked = self.scope(b"") | {"path": path, "raw_path": path.encode(), "query_string": b""}
        asked["headers"] = [
            *(pair for pair in asked["headers"] if pair[0] != b"x-live"),
            (b"accept", b"text/event-stream"),
        ]
        return asked

    def open_stream(self) -> Answer:
        return self.ask(**self.stream())

    def still_reads(self) -> Any:
        """The room, where the layer knows without Django that this stream may stay."""
        return through(self.house.ready.still(self.stream()))

    def scope(self, tag: bytes) -> dict[str, Any]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"host": "127.0.0.1:8000", "x-live": "poll", "cookie": cookies} | self.more
        sent = [(name.encode(), value.encode()) for name, value in headers.items()]
        path = self.room.url("room_parts")
        asked = urlencode([("of", self.room.url(part)) for part in self.parts])
        return {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": asked.encode(),
            "headers": [*sent, *([(b"if-none-match", tag)] if tag else [])],
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 5),
        }
