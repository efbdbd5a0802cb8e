"""Every page that somebody reaches from home: links, the addresses of forms, and parts that load by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

ADDRESS = re.compile(r'\b(?:href|action|formaction|data-live|hx-get)="([^"]*)"')
NOT_PAGES = ("/static/", "/language/", "/sign-out/")


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes
    headers: dict[str, str]

    @property
    def is_page(self) -> bool:
        """A whole page, not a part of one and not a file."""
        if self.headers.get("Content-Disposition", "").startswith("attachment"):
            return False
        return self.kind.startswith("text/html") and b"<!doctype html>" in self.body[:40]


Fetch = Callable[[str], Answer]


def anywhere(_place: str) -> bool:
    return True


def crawl(fetch: Fetch, start: str = "/", follow: Callable[[str], bool] = anywhere) -> dict[str, Answer]:
    """Address to answer, redirects followed by the one who fetches; nothing is sent."""
    seen: dict[str, Answer] = {}
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen[place] = answer = fetch(place)
        if answer.kind.startswith("text/html"):
            found = addresses_in(answer.body.decode(), place)
            waiting += [one for one in found if one not in seen and follow(one)]
    return seen


def addresses_in(html: str, place: str) -> list[str]:
    """Addresses of this house on a page, without fragments, in the order in which they stand."""
    joined = [urlsplit(urljoin(place, unescape(found))) for found in ADDRESS.findall(html)]
    own = [f"{one.path}?{one.query}" if one.query else one.path for one in joined if not one.netloc and not one.scheme]
    return list(dict.fromkeys(one for one in own if one.startswith("/") and not one.startswith(NOT_PAGES)))
