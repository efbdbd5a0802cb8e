"""A part of a page that asks for itself: an ordinary GET that answers 304 while the room's version stands
still.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.html import format_html_join

from tracktwo.foundation.live import queries
from tracktwo.foundation.live.streams import KIND, OFFER, opening
from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.models import Account

MOST_PARTS = 16
Part = tuple[str, str]  # address and template
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

    @cached_property
    def version(self) -> int:
        """Read before anything that is shown: what changes in between is shown under the older number, and again."""
        return queries.version(*self.room())

    def scope(self) -> str:
        user = self.request.user
        return user.pk.hex if isinstance(user, Account) else "public"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if KIND in request.headers.get("Accept", ""):
            return self.stream(request)
        tag = self.tag()
        if tag in _offered(request):
            response: HttpResponseBase = HttpResponseNotModified()
        else:
            response = super().get(request, *args, **kwargs)
        response["ETag"] = tag
        # By this a script sets its clock: whole seconds of the Date header would make every clock in the room jump.
        response["X-Now"] = str(int(timezone.now().timestamp() * 1000))
        response["Cache-Control"] = "no-store"  # the script keeps the tag itself; the disk keeps nothing
        patch_vary_headers(response, ("Accept", "Cookie", "Accept-Language"))
        return response

    def stream(self, request: HttpRequest) -> HttpResponse:
        """The room's version as an event; the server's layer (``streams``) stays and sends those that follow."""
        kind, key = self.room()
        offer = getattr(request, "scope", {}).get("extensions", {}).get(OFFER)
        if offer is not None:
            offer.room = kind, str(key)
        response = HttpResponse(opening(self.version), content_type=KIND)
        response["Cache-Control"] = "no-store"
        return response

    def tag(self) -> str:
        """Room version, viewer scope (hashed: headers end up in places) and language."""
        return tag_of(self.room(), self.version, self.scope(), translation.get_language() or "en")


def tag_of(room: tuple[str, object], version: int, scope: str, language: str) -> str:
    kind, key = room
    hashed = salted_hmac("live.scope", f"{kind}|{key}|{scope}", algorithm="sha256").hexdigest()[:16]
    return f'"{version}.{hashed}.{language}"'


class Together(LiveFragment):
    """Several parts of one page in one answer, each under the address that it has alone: ``?of=…&of=…``.

    ``part`` is the door of those parts. They share its context, which is worked out once; what stands behind any other
    door is left out, and its panel asks by itself.
    """

    part: ClassVar[type[Door]]
    template: ClassVar[str] = ""  # none of its own

    def scope(self) -> str:
        return f"{super().scope()}|{'|'.join(address for address, _template in self.parts())}"

    def parts(self) -> list[Part]:
        """Address and template of every part that was asked for."""
        found = []
        for address in self.request.GET.getlist("of")[:MOST_PARTS]:
            with suppress(Resolver404):
                match = resolve(address)
                if getattr(match.func, "view_class", None) is self.part and match.kwargs == self.kwargs:
                    found.append((address, getattr(match.func, "view_initkwargs", {})["template"]))
        return found

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        return HttpResponse(render_parts(self.parts(), self.context(**more), request), status=status)


def render_parts(parts: Iterable[Part], context: dict[str, Any], request: HttpRequest | None = None) -> str:
    """Without a request, for nobody in particular."""
    rendered = ((address, render_to_string(template, context, request=request)) for address, template in parts)
    return format_html_join("\n", '<section data-of="{}">{}</section>', rendered)


def _offered(request: HttpRequest) -> set[str]:
    offered = request.headers.get("If-None-Match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in offered}
