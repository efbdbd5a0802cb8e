"""What may be known of the versions in other languages."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.methods.text import Clause, from_data
from tracktwo.steps.agree.models import Rendering, Text

MISSING, BEHIND, TRANSLATED, REVIEWED = "missing", "behind", "translated", "reviewed"


def rendering_state(clause: Clause, rendering: Rendering | None) -> str:
    """Where a clause stands in another language: missing, behind, translated, reviewed."""
    if rendering is None:
        return MISSING
    if rendering.of_version < clause.version:
        return BEHIND
    return REVIEWED if rendering.reviewed_on is not None else TRANSLATED


def renderings_in(text: Text, language: str) -> Mapping[str, Rendering]:
    """The clauses of a language, by key."""
    return {one.clause: one for one in text.renderings.filter(language=language)}


def languages_behind(text: Text) -> list[str]:
    """Languages in which a clause with words is not yet translated and reviewed as it stands."""
    return [language for language in text.languages if not _is_in_step(text, language)]


def _is_in_step(text: Text, language: str) -> bool:
    found, clauses = renderings_in(text, language), from_data(text.state).clauses
    return all(rendering_state(one, found.get(one.key)) == REVIEWED for one in clauses if one.standing)
