"""Words that nobody may keep, in every field that takes words: a paste of five megabytes, signs that turn or hide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from tests.journeys.leaks import every_table

PASTE = "слово " * (5_000_000 // 11)
TURNING, BELL = {"a turned direction": "Copies \u202eare kept."}, "Copies \x07are kept."
# More than any field takes. Of the greater length one for each form is enough: the page that says so holds it again.
LONG = "слово " * 3_000
# The same field in another language is tried with one of them.
OTHERS = ("_uk", "_ru")
# Django looks after these: a session is kept where a page was opened, whatever came of the form.
BESIDES = {"django_session"}

Send = Callable[[Mapping[str, Any]], HttpResponse]


@dataclass(frozen=True)
class Way:
    """A form that takes words: ``typed`` is accepted as it stands, ``free`` are its fields for words."""

    send: Send
    typed: Mapping[str, Any]
    free: tuple[str, ...]


def rows() -> list[tuple[str, bytes]]:
    return sorted((table, cells) for table, cells in every_table() if table not in BESIDES)


def accepted(way: Way) -> int:
    """The status of the words as they stand; nothing of it stays."""
    with transaction.atomic():
        status = way.send(way.typed).status_code
        transaction.set_rollback(True)
    return int(status)


def kept(way: Way) -> list[tuple[str, str, int]]:
    """Fields and words that were not refused, or left something behind; empty where all is well."""
    before, found = rows(), []
    for field in way.free:
        long = PASTE if field == way.free[0] else LONG
        tried = TURNING if field.endswith(OTHERS) else {**TURNING, "a bell": BELL, "too long": long}
        for name, words in tried.items():
            status = way.send({**way.typed, field: words}).status_code
            if status != 422 or rows() != before:
                found.append((field, name, status))
    return found


class Fields(HTMLParser):
    """The fields of a page into which words can be typed."""

    def __init__(self, page: HttpResponse) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "textarea" or tag == "input" and given.get("type") == "text":
            self.names.add(given.get("name") or "")
