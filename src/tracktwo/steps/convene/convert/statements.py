"""What a typed sentence becomes before it stands in the room."""

from __future__ import annotations

import unicodedata

from tracktwo.methods.record import Refusal
from tracktwo.methods.text import composed
from tracktwo.steps.convene.models import LONGEST_STATEMENT

JOINERS = "\u200c\u200d"  # needed inside words of some scripts
UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs"}


def checked_text(typed: str) -> str:
    """The statement as it is kept: one line, single spaces, nothing invisible.

    Invisible and direction-changing characters are refused: they make a sentence read otherwise than it is written,
    and could mark who wrote it. Refuses ``convene.text_empty``, ``convene.text_long``, ``convene.text_unseen``.
    """
    text = composed(typed, LONGEST_STATEMENT)
    if not text.strip(JOINERS):
        raise Refusal("convene.text_empty")
    if len(text) > LONGEST_STATEMENT:
        raise Refusal("convene.text_long", length=len(text), most=LONGEST_STATEMENT)
    if any(unicodedata.category(letter) in UNSEEN and letter not in JOINERS for letter in text):
        raise Refusal("convene.text_unseen")
    return text
