"""How somebody is recognised and let in, whichever door they stand at."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tracktwo.foundation.people import actions
from tracktwo.foundation.people.doors import ASIDE
from tracktwo.foundation.people.known_browsers import find_browser
from tracktwo.foundation.people.middleware import this_minute
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal


def recognise(request: HttpRequest, alias: str, passphrase: str) -> Account:
    """The account of alias and passphrase. Refuses ``people.sign_in_wrong`` and ``people.wait``."""
    now, door = timezone.now(), actions.sign_in_door(alias, find_browser(request, alias))
    actions.check_patience(door, now=now)
    account = authenticate(request, username=alias, password=passphrase)
    if not isinstance(account, Account):
        actions.lose_patience(door, now=now)
        raise Refusal("people.sign_in_wrong")
    actions.regain_patience(door)
    return account


def let_in(request: HttpRequest, account: Account) -> None:
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    request.session.pop(ASIDE, None)
    request.session["began"] = request.session["seen"] = this_minute()
    # Nobody else would ever erase the rows of those who went without signing out.
    request.session.clear_expired()


def speak(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 60 * 60,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response
