"""Whoever came by the room's door stays in the room."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from tracktwo.foundation.live import door
from tracktwo.foundation.people.doors import ASIDE

Answer = Callable[[HttpRequest], HttpResponse]
DOOR = "/room/"
SIGN_IN = "/sign-in/"
BESIDE_THE_DOOR = (DOOR, "/day/", "/language/", "/sign-out/", "/health/")


def stay_in_the_room(get_response: Answer) -> Answer:
    """A session of the room is good at its door only, and no other session is good there."""

    def middleware(request: HttpRequest) -> HttpResponse:
        is_here, key = door.came_by_it(request), door.room_of(request)
        fits = bool(key) if is_here else door.MARK not in request.session
        if request.user.is_authenticated and not fits:
            logout(request)
            key = ""
        if is_here and not _is_of_the_room(request.path, key):
            if request.method not in {"GET", "HEAD"}:
                raise Http404
            return redirect(_way_back(request))
        return get_response(request)

    return middleware


def keep_to_encrypted_lines(get_response: Answer) -> Answer:
    """A cookie that was given out on an encrypted line goes over no other, whatever else this house has."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return middleware


def _way_back(request: HttpRequest) -> str:
    """To the door; for whoever stepped aside to the public page they left, unless they ask to sign in."""
    aside = "" if request.path == SIGN_IN else request.session.get(ASIDE, "")
    return aside or DOOR


def _is_of_the_room(path: str, key: str) -> bool:
    # What everybody is told when something has happened is told here too, and here too somebody can ask to be reached.
    of_the_room = (f"/p/{key}/convene/", f"/p/{key}/prepare/told/", f"/p/{key}/prepare/reach/")
    return path.startswith(BESIDE_THE_DOOR) or (bool(key) and path.startswith(of_the_room))
