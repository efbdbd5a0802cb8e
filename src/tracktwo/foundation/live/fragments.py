"""A part of a page that asks for itself: an ordinary GET that answers 304 while the room's version stands
still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.crypto import salted_hmac

from tracktwo.foundation.live import queries
from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.models import Account

if TYPE_CHECKING:
    _Base = Door
else:
    _Base = object


class LiveFragment(_Base):
    """Mix in before ``Door`` and name the room; ``context`` and ``template`` are the door's.

    The door has already asked whether this person may read, so a 304 tells a stranger nothing. ``room``
    returns the kind and the key that deeds ``touch``; ``scope`` is whatever makes two readers' fragments
    differ (by default each sees their own).
    """

    def room(self) -> tuple[str, object]:
        raise NotImplementedError

    def scope(self) -> str:
        user = self.request.user
        return user.pk.hex if isinstance(user, Account) else "public"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = self.tag()
        if tag in _offered(request):
            response: HttpResponseBase = HttpResponseNotModified()
        else:
            response = super().get(request, *args, **kwargs)
        response["ETag"] = tag
        # By this a script sets its clock: whole seconds of the Date header would make every clock in the room jump.
        response["X-Now"] = str(int(timezone.now().timestamp() * 1000))
        response["Cache-Control"] = "no-store"  # the script keeps the tag itself; the disk keeps nothing
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
        return response

    def tag(self) -> str:
        """Room version, viewer scope (hashed: headers end up in places) and language."""
        kind, key = self.room()
        scope = salted_hmac("live.scope", f"{kind}|{key}|{self.scope()}", algorithm="sha256").hexdigest()[:16]
        return f'"{queries.version(kind, key)}.{scope}.{translation.get_language() or "en"}"'


def _offered(request: HttpRequest) -> set[str]:
    offered = request.headers.get("If-None-Match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in offered}
