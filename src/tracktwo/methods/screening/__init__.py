"""Is an organisation of ours one that somebody has designated? Names compared across alphabets and spellings."""

from tracktwo.methods.screening.names import forms_of, skeleton, words_of
from tracktwo.methods.screening.screen import (
    CLOSE,
    KINDS,
    LAW,
    PART,
    SAME,
    SANCTION,
    UNDESIRABLE,
    Designation,
    Match,
    screen,
)

__all__ = [
    "CLOSE",
    "KINDS",
    "LAW",
    "PART",
    "SAME",
    "SANCTION",
    "UNDESIRABLE",
    "Designation",
    "Match",
    "forms_of",
    "screen",
    "skeleton",
    "words_of",
]
