"""Reading the record."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from tracktwo.foundation.ledger.deeds import sentence_for
from tracktwo.foundation.ledger.models import Checkpoint, Entry


def list_entries(book: str, *, kind: str = "", key: str = "", deed: str = "") -> QuerySet[Entry]:
    """The entries of a book in order, all or those of one deed or about one object."""
    entries = Entry.objects.filter(book=book).order_by("seq")
    if deed:
        entries = entries.filter(deed=deed)
    if kind:
        # Members of canonical JSON stand in alphabetical order, so that "key" and "kind" are neighbours.
        entries = entries.filter(leaf__contains=f'"key":"{key}","kind":"{kind}"')
    return entries


def latest_checkpoint(book: str) -> Checkpoint | None:
    """The checkpoint signed last, or None."""
    return Checkpoint.objects.filter(book=book).order_by("-id").first()


def describe(entry: Entry, translate: Callable[[str], str]) -> str:
    """The entry's deed as a sentence with its facts; ``translate`` is a gettext function."""
    return sentence_for(entry.deed, entry.facts, translate)
