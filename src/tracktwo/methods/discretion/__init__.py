"""Discretion: what in a text would identify somebody. Names through alphabets and declensions, jigsaws, speech, terms.

docs/explanation/discretion.md says what it finds, what it cannot, and against whom it protects.
"""

from tracktwo.methods.discretion.hits import (
    CERTAIN,
    GRADES,
    KINDS,
    LIKELY,
    LOOK,
    POINTING,
    RANK,
    REASONS,
    SUGGESTIONS,
    Hit,
)
from tracktwo.methods.discretion.jigsaw import Traits
from tracktwo.methods.discretion.lexicon import KEY_BYTES, Lexicon, lexicon_of, make_lexicon, page_of
from tracktwo.methods.discretion.lint import LONGEST_TEXT, lint
from tracktwo.methods.discretion.members import Member
from tracktwo.methods.discretion.phrases import stems_of
from tracktwo.methods.discretion.terms import AGREED, AVOID, DUAL, STANDINGS, Term

__all__ = [
    "AGREED",
    "AVOID",
    "CERTAIN",
    "DUAL",
    "GRADES",
    "KEY_BYTES",
    "KINDS",
    "LIKELY",
    "LONGEST_TEXT",
    "LOOK",
    "POINTING",
    "RANK",
    "REASONS",
    "STANDINGS",
    "SUGGESTIONS",
    "Hit",
    "Lexicon",
    "Member",
    "Term",
    "Traits",
    "lexicon_of",
    "lint",
    "make_lexicon",
    "page_of",
    "stems_of",
]
