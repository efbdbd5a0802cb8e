"""The lint as step 7 asks for it: what in some words certainly points to a person.

One function, so that a richer lexicon reaches briefs, lines and stories at once.
"""

from __future__ import annotations

import re

from tracktwo.methods.discretion import lint

# An address or a number points to somebody whether or not a lexicon knows it.
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()-]{8,}\d")


def certain_hits(text: str, language: str) -> int:
    """How many places must go before the words may leave the house."""
    return len(ADDRESS.findall(text)) + sum(hit.is_certain for hit in lint(text, language=language))


def places_to_look(text: str, language: str) -> list[tuple[str, str]]:
    """Kind and reason of whatever deserves a second look, by code."""
    return [(hit.kind, hit.reason) for hit in lint(text, language=language)]
