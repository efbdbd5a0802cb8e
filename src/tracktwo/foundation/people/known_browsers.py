"""A browser in which somebody has signed in waits for its own mistakes and for no stranger's.

Its cookie holds a random word and a signature over the word and the alias. It opens nothing, says neither which account
it belongs to nor when somebody was here, and only moves the growing wait to a door of its own.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from tracktwo.foundation.people.models import fold_alias

REMEMBERED_FOR = timedelta(days=90)
BYTES_OF_A_WORD = 16


def find_browser(request: HttpRequest, alias: str) -> str:
    """The word of a browser in which this alias has signed in; nothing for every other browser."""
    try:
        return _signer(alias).unsign(request.COOKIES.get(settings.BROWSER_COOKIE_NAME, ""))
    except BadSignature:
        return ""


def remember_browser(response: HttpResponse, alias: str) -> None:
    """Give the browser a new word; the last alias that signed in is the one remembered."""
    response.set_cookie(
        settings.BROWSER_COOKIE_NAME,
        _signer(alias).sign(secrets.token_urlsafe(BYTES_OF_A_WORD)),
        max_age=REMEMBERED_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def _signer(alias: str) -> Signer:
    return Signer(salt=f"known-browser|{fold_alias(alias)}")
