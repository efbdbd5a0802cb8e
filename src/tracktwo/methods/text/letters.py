"""One form for letters that look alike, so that the same words are the same bytes and have the same hash."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

# Unicode Standard Annex 15, Stream-Safe Text Format: no word of any language has more accents on one letter.
MOST_ACCENTS = 30


def composed_letters(typed: str) -> str:
    """The typed words in Normalization Form C: й is one letter, also where a keyboard or a PDF made two of it.

    Words with a run of more than 30 accents, which mean nothing, come back as they are: to put a run in order takes the
    square of its length.
    """
    if typed.isascii() or _too_many_accents().search(typed):
        return typed
    return unicodedata.normalize("NFC", typed)


@cache
def _too_many_accents() -> re.Pattern[str]:
    ranges: list[list[int]] = []
    for code in (code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code))):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    accents = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{accents}]{{{MOST_ACCENTS + 1},}}")
