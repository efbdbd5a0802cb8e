"""How long sentences are: what can be measured of plain language in every language alike."""

from __future__ import annotations

import re

from tracktwo.methods.text.differences import tokens

# A mark ends a sentence where white space or nothing follows it and what closes with it; so does an empty line.
_END = re.compile(r"(?<=[.!?…])[»”’\"')\]]*(?:\s+|\Z)|\n\s*\n")  # noqa: RUF001
_WORD = re.compile(r"\w")


def sentence_lengths(passage: str) -> tuple[int, ...]:
    """Words of each sentence, in their order. An abbreviation with its stop ends one too, so that none is counted
    longer than it is.
    """
    counts = (sum(bool(_WORD.search(one)) for one in tokens(said)) for said in _END.split(passage))
    return tuple(count for count in counts if count)
