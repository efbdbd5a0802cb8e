"""Sessions end after 30 minutes without a person's deed and after eight hours in any case."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tracktwo.foundation.people.sessions import ABSOLUTE_SECONDS, IDLE_SECONDS

Answer = Callable[[HttpRequest], HttpResponse]


def session_limits(get_response: Answer) -> Answer:
    """Keep both limits. A screen that asks for itself every two seconds is not a person and keeps nothing alive."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = this_minute()
            if _is_over(request, now):
                logout(request)
            elif not is_poll(request):
                _note(request, now)
        return get_response(request)

    return middleware


def spare_the_session(get_response: Answer) -> Answer:
    """What a page asks by itself leaves the browser's session as it is.

    Asked with a session that ended a moment ago, by a tap to the public agenda maybe, it would else take away the one
    that took its place, and with it the public page to which every way back leads.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_poll(request):
            response.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return response

    return middleware


def this_minute() -> int:
    """Now, as a timestamp kept to the minute: nobody needs to know more of anybody."""
    return int(timezone.now().timestamp()) // 60 * 60


def is_poll(request: HttpRequest) -> bool:
    """Did the page ask by itself? A browser opens a stream of events without headers of ours."""
    return request.headers.get("X-Live") == "poll" or "text/event-stream" in request.headers.get("Accept", "")


def _is_over(request: HttpRequest, now: int) -> bool:
    began, seen = request.session.get("began", now), request.session.get("seen", now)
    return bool(now - began >= ABSOLUTE_SECONDS or now - seen >= IDLE_SECONDS)


def _note(request: HttpRequest, now: int) -> None:
    request.session.setdefault("began", now)
    # Once a minute is enough, and spares a write to disk for each page.
    if now != request.session.get("seen"):
        request.session["seen"] = now
