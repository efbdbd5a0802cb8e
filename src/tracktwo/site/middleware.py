"""Around every answer: the headers it carries, room for the calls that make it, one form for what was typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

from tracktwo.methods.text import composed_letters

Answer = Callable[[HttpRequest], HttpResponse]

ALWAYS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    # Django's own middleware stands too far inside to see a request for another host.
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=(), payment=(), usb=()",
}

# In slots of eight bytes: half a megabyte, so that Python takes a piece of one megabyte and the other half stays free.
ROOM = 2**16


def room_for_calls(get_response: Answer) -> Answer:
    """Answer from a frame with room behind it for all the calls of a page.

    CPython keeps the frames of calls in pieces of 16 KB, and gives a piece back to the system as soon as its first
    frame has returned. Where the templates of a page go in and out over the end of a piece, each time costs a new one:
    a long text (benchmarks/text.py) had fifty thousand pages of memory mapped and took more than twice its time. Behind
    a frame that says it needs much there is room for the others; nothing is ever written into it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.__code__ = middleware.__code__.replace(co_stacksize=ROOM)
    return middleware


def quiet_headers(get_response: Answer) -> Answer:
    """No caching of pages, no indexing, no device access."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for header, value in ALWAYS.items():
            response.setdefault(header, value)
        if not request.path.startswith("/static/"):
            response.setdefault("Cache-Control", "no-store")
        return response

    return middleware


class ComposedLetters:
    """What people type reaches every form and deed in one form: the same words have the same hash, and can be hashed.

    After the check of where a form comes from, which reads it first. Passphrases stay as they are: they are no words.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        if request.method != "POST" or not request.POST:
            return
        typed = request.POST
        if all(text.isascii() for name in typed for text in typed.getlist(name)):
            return
        plain = QueryDict(mutable=True, encoding=typed.encoding)
        for name in typed:
            given = typed.getlist(name)
            plain.setlist(name, given if "phrase" in name else [composed_letters(text) for text in given])
        plain._mutable = False
        request.POST = plain
