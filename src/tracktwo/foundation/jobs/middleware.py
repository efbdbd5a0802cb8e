"""A page that waits for work asks for its own progress; when the work is done, the whole page has something new."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

WAITING = "job-"


def end_of_waiting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell a page whose progress is no longer shown to load itself anew.

    Many pages show the result in place of the progress. A script that swaps one part would find nothing to swap in,
    and whoever waits would be left with neither.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        asked = request.headers.get("HX-Target", "")
        if asked.startswith(WAITING) and not response.streaming and f'id="{asked}"'.encode() not in response.content:
            response["HX-Refresh"] = "true"
        return response

    return middleware
