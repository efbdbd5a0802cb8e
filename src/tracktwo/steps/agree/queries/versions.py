"""What may be known of the versions of a text."""

from __future__ import annotations

from tracktwo.steps.agree.models import Text, TextVersion


def list_versions(text: Text) -> list[TextVersion]:
    """The saved versions, first to last."""
    return list(text.versions.all())


def has_unsaved_words(text: Text) -> bool:
    """Whether anything has changed since the version that was saved last."""
    last = text.versions.last()
    return bool(text.state["clauses"]) if last is None else last.data != text.state
