"""Django in a few threads that stay, each with its own connection to the database.

Django's own handler makes a thread for every request, opens the database in it and goes in and out of the event loop
several times on the way. In a room where everybody votes, that was a third of the cost of a deed; and a hundred threads
that want to write at once keep one another from it. Here a request is one errand to a thread that knows the database
already, and whoever comes when all are busy waits in line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import IO, Any

from asgiref.sync import ThreadSensitiveContext
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.core.signals import request_started
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Threads(ASGIHandler):
    """An ASGI application. ``most`` requests are answered at a time; views and middleware are all of the plain kind."""

    def __init__(self, most: int) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self._threads = ThreadPoolExecutor(most, "django")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        run = asyncio.get_running_loop().run_in_executor
        # In a context of its own, so that nothing of a reader stays behind in the thread.
        response = await run(self._threads, copy_context().run, self._answer, scope, body)
        if not response.streaming:
            await self.send_response(response, send)
            return
        try:
            async with ThreadSensitiveContext():
                await self.send_response(response, send)
        finally:
            await run(self._threads, response.close)

    def _answer(self, scope: Message, body: IO[bytes]) -> HttpResponseBase:
        """All of it in one thread; what is whole is let go of there too, with the connection it used."""
        with body:
            set_script_prefix(get_script_prefix(scope))
            request_started.send(sender=type(self), scope=scope)
            request, error = self.create_request(scope, body)
            response: HttpResponseBase = error if request is None else self.get_response(request)
            response._handler_class = type(self)  # what says at the end that the request is over
            if response.streaming:
                response.block_size = self.chunk_size
            else:
                response.close()
        return response
