"""The lint as step 7 asks for it: what in some words certainly points to a person.

One function, so that a richer lexicon reaches briefs, lines, the log and stories at once.
"""

from __future__ import annotations

import re

from tracktwo.foundation.vault.discretion import lint_passage
from tracktwo.methods.discretion import Traits
from tracktwo.steps.agree.queries.leaks import traits_of
from tracktwo.steps.plan.models import Workshop

# An address or a number points to somebody whether or not a lexicon knows it.
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()-]{8,}\d")


def certain_hits(workshop: Workshop, text: str, language: str = "", *, jigsaws: bool = True) -> int:
    """How many places must go before the words may leave the house: by the keyed names of the vault, by form, and by
    attributes that together fit one of the cohort.

    Without ``jigsaws`` where a participant is the one who asks: by trying attributes one would learn those of others.
    """
    traits: Traits | None = traits_of(workshop) if jigsaws else None
    linted = lint_passage(workshop.programme.compartment, text, language=language, traits=traits)
    return len(ADDRESS.findall(text)) + len(linted.certain)
