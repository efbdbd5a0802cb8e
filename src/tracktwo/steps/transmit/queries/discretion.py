"""The lint as step 7 asks for it: what in some words certainly points to a person.

One function, so that a richer lexicon reaches briefs, lines, the log and stories at once.
"""

from __future__ import annotations

import re

from tracktwo.foundation.vault.discretion import lint_passage
from tracktwo.steps.programme.models import Programme

# An address or a number points to somebody whether or not a lexicon knows it.
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()-]{8,}\d")


def certain_hits(programme: Programme, text: str, language: str = "") -> int:
    """How many places must go before the words may leave the house: by the keyed names of the vault, and by form."""
    return len(ADDRESS.findall(text)) + len(lint_passage(programme.compartment, text, language=language).certain)
