"""Deeds on the versions in other languages: write a clause, review it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import clean_words
from tracktwo.steps.agree.actions.keeping import locked, note, refuse_while_silent
from tracktwo.steps.agree.convert import rendering_digest
from tracktwo.steps.agree.models import Rendering, Text


@transaction.atomic
def write_rendering(
    text: Text,
    clause: str,
    language: str,
    words: str,
    *,
    of_version: int,
    seen: str,
    now: datetime,
    alternatives: Mapping[int, str] | None = None,
) -> Rendering:
    """Keep a clause in another language, made from the clause at ``of_version``; any review of it is void.

    ``seen``: the digest of the translation that was read. Somebody else's newer one is never written over.
    """
    row, state = locked(text)
    refuse_while_silent(row)
    found = state.clause(clause)
    if state.frozen:
        raise Refusal("text.frozen")
    if language not in row.languages:
        raise Refusal("agree.language_unknown")
    words = clean_words(words)
    if not words:
        raise Refusal("text.empty")
    rendering = row.renderings.filter(clause=clause, language=language).first()
    if seen != rendering_digest(rendering):
        raise Refusal("agree.translated_meanwhile", clause=clause)
    rendering = rendering or Rendering(text=row, clause=clause, language=language)
    rendering.words, rendering.of_version = words, min(of_version, found.version)
    rendering.alternatives = {str(side): clean_words(one) for side, one in (alternatives or {}).items() if one.strip()}
    rendering.written_on, rendering.reviewed_on, rendering.reviewed_side = now.date(), None, None
    rendering.save()
    return rendering


@transaction.atomic
def review_rendering(text: Text, clause: str, language: str, *, seen: str, by: Standing, now: datetime) -> None:
    """A reader of a community says that the clause reads the same in this language: the words that were ``seen``."""
    row, state = locked(text)
    refuse_while_silent(row)
    rendering = row.renderings.filter(clause=clause, language=language).first()
    if rendering is None or seen != rendering_digest(rendering):
        raise Refusal("agree.translated_meanwhile", clause=clause)
    if rendering.of_version < state.clause(clause).version:
        raise Refusal("agree.translation_behind", clause=clause)
    rendering.reviewed_on, rendering.reviewed_side = now.date(), by.side
    rendering.save(update_fields=["reviewed_on", "reviewed_side"])
    note("agree.translation_reviewed", row, by, now, clause=clause, language=language)
