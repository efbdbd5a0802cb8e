"""What every answer of the house carries, by the rules that Mozilla's Observatory checks, and what no title says."""

from __future__ import annotations

import re
from html import unescape

from django.http import HttpResponseBase

from tests.cast import Cast

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
DEVICES = ("camera", "microphone", "geolocation", "payment", "usb")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def policy_of(answer: HttpResponseBase) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.get("Content-Security-Policy", "").split(";"))
    return {name: value for name, _space, value in parts if name}


def faults(answer: HttpResponseBase) -> list[str]:
    """What is missing or different; nothing where all is well."""
    found = [f"{name}: {answer.get(name)}" for name, value in ALWAYS.items() if answer.get(name) != value]
    allowed = answer.get("Permissions-Policy", "")
    found += [f"Permissions-Policy: {device}" for device in DEVICES if f"{device}=()" not in allowed]
    if policy_of(answer) != POLICY:
        found.append(f"Content-Security-Policy: {answer.get('Content-Security-Policy')}")
    if "no-store" not in answer.get("Cache-Control", ""):
        found.append(f"Cache-Control: {answer.get('Cache-Control')}")
    return [*found, *(name for name in ("Server", "X-Powered-By") if name in answer)]


def told_by_title(answer: HttpResponseBase, cast: Cast) -> list[str]:
    """A title stands in the history, on the tab and in the list of windows: it names no programme and nobody."""
    if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return []
    said = " ".join(unescape(title) for title in TITLE.findall(answer.content.decode()))
    return [word for word in telling(cast) if word in said]


def telling(cast: Cast) -> list[str]:
    communities = [community.name for community in cast.programme.communities.all()]
    people = [account.alias for account in cast.everyone().values() if account]
    return [cast.programme.title, cast.programme.host.name, *people, *communities]
