"""Requests are answered by a few threads that stay, and none finds there what another left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from threading import get_ident
from time import sleep
from typing import Any

import pytest
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from tracktwo.site.threads import Threads

View = Callable[[HttpRequest], HttpResponseBase]


@pytest.fixture
def ended() -> Iterator[list[int]]:
    """In which threads requests have come to their end."""
    threads: list[int] = []

    def note(**_of_the_signal: Any) -> None:
        threads.append(get_ident())

    request_finished.connect(note)
    yield threads
    request_finished.disconnect(note)


def answers(view: View, times: int = 1, most: int = 2, first: str = "http.request") -> list[list[Any]]:
    application = Threads(most)
    application.get_response = view  # type: ignore[method-assign, assignment]

    async def ask() -> list[Any]:
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": first, "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
        await application(scope, receive, send)
        return sent

    async def together() -> list[list[Any]]:
        return await asyncio.gather(*(ask() for _time in range(times)))

    return asyncio.run(together())


def test_no_more_are_at_work_at_a_time_than_there_are_threads_and_all_are_answered(ended: list[int]) -> None:
    at_work, most, threads = [0], [0], []

    def view(_request: HttpRequest) -> HttpResponse:
        threads.append(get_ident())
        at_work[0] += 1
        most[0] = max(most[0], at_work[0])
        sleep(0.01)
        at_work[0] -= 1
        return HttpResponse("done")

    assert [sent[1]["body"] for sent in answers(view, times=12)] == [b"done"] * 12
    assert most[0] == len(set(threads)) == 2
    assert sorted(ended) == sorted(threads)  # each ends in its own thread, where its connection is


def test_the_language_of_one_reader_is_not_the_next_ones() -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        found = translation.get_language() or ""
        translation.activate("uk")
        return HttpResponse(found)

    bodies = {sent[1]["body"] for sent in answers(view, times=4, most=1)}
    assert bodies == {translation.get_language().encode()}


def test_what_comes_in_pieces_is_let_go_of_at_its_end(ended: list[int]) -> None:
    ends: list[int] = []

    async def pieces() -> Any:
        for piece in (b"one", b"two"):
            ends.append(len(ended))
            yield piece

    sent = answers(lambda _request: StreamingHttpResponse(pieces()))[0]
    assert b"".join(message.get("body", b"") for message in sent[1:]) == b"onetwo"
    assert (ends, len(ended)) == ([0, 0], 1)


def test_who_has_gone_before_all_was_sent_is_not_answered() -> None:
    assert answers(lambda _request: HttpResponse("nobody"), first="http.disconnect") == [[]]
