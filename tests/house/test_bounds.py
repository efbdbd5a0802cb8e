"""A body larger than the house can use is told at the door, and an error page needs no database."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.cast import Cast
from tracktwo.site.bounds import bounded

MOST = 1000


def sent(sizes: list[int], *, announced: int | None = None) -> tuple[int, int, dict[str, str]]:
    """Status, bytes that the application read, and headers, for a body that comes in pieces of these sizes."""
    answers: list[Any] = []
    pieces = [{"type": "http.request", "body": b"x" * size, "more_body": True} for size in sizes]
    pieces.append({"type": "http.request", "body": b"", "more_body": False})
    read = 0

    async def receive() -> Any:
        return pieces.pop(0)

    async def send(message: Any) -> None:
        answers.append(message)

    async def application(scope: Any, receive: Any, send: Any) -> None:
        nonlocal read
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            read += len(message["body"])
            more = message["more_body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})

    length = sum(sizes) if announced is None else announced
    headers = [(b"content-length", str(length).encode())] if length >= 0 else []
    asyncio.run(bounded(application, MOST)({"type": "http", "headers": headers}, receive, send))
    return answers[0]["status"], read, {name.decode(): value.decode() for name, value in answers[0]["headers"]}


def test_a_body_of_the_allowed_size_is_read_whole() -> None:
    assert sent([400, 600])[:2] == (200, 1000)


def test_a_body_that_announces_too_much_is_refused_before_it_is_read() -> None:
    status, read, headers = sent([400, 601])
    assert (status, read) == (413, 0)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("announced", [-1, 10])
def test_a_body_that_comes_in_pieces_or_lies_about_its_length_is_cut_off(announced: int) -> None:
    status, read, _headers = sent([400] * 50, announced=announced)
    assert (status, read) == (413, 800)


@pytest.mark.django_db
def test_an_error_page_is_shown_while_the_database_does_not_answer(cast: Cast) -> None:
    def unreachable(*_arguments: Any) -> None:
        raise DatabaseError("the server closed the connection unexpectedly")

    client = cast.client(cast.convener)
    client.raise_request_exception = False
    with connection.execute_wrapper(unreachable):
        answer = client.get("/help/")
    assert answer.status_code == 500
    assert b"Something went wrong on our side" in answer.content
    assert b"closed the connection" not in answer.content
