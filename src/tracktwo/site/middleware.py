"""Headers that every answer carries, errors included."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

ALWAYS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    # Django's own middleware stands too far inside to see a request for another host.
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=(), payment=(), usb=()",
}


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
