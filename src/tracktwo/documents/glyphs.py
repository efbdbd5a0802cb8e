"""Which characters the vendored fonts can set, and what is printed instead of the others.

PDF/UA forbids a character without a glyph, and a document must never fail because somebody wrote one; nor may
it vanish. So it is printed by its number: ``[U+4E2D]``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

COVERAGE = Path(__file__).parent / "fonts" / "coverage.txt"
# a line break, and the two marks for where a word may break; the typesetter handles them without a glyph
HANDLED = frozenset("\n\u00ad\u200b")
LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
BYTE_ORDER_MARK = "\ufeff"


def printable(said: str) -> str:
    """Composed (NFC) text of characters that can be set; tabs are spaces, every line end is one ``\\n``."""
    plain = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", said)).replace("\t", " ")
    known = covered()
    # a byte order mark says nothing, and PDF/UA forbids it although the fonts have it
    plain = plain.replace(BYTE_ORDER_MARK, "")
    return "".join(char if char in known or char in HANDLED else f"[U+{ord(char):04X}]" for char in plain)


@cache
def covered() -> frozenset[str]:
    """Every character of the list beside the fonts that a document may hold."""
    spans = (line.partition("-") for line in COVERAGE.read_text(encoding="ascii").split())
    codes = (code for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, codes)) - {BYTE_ORDER_MARK}
