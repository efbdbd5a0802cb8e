"""Eight words for a root: what people can read to each other over a telephone, or find on the closing sheet.

Eight words of 256 are 64 bits. To find another record with the words of a given one takes about 2^64
attempts; but whoever prepares two records beforehand, to show one to each side, needs about 2^32 for a pair
with the same words. So the words catch mistakes and later changes; who distrusts the host compares the whole
checkpoint.
"""

from __future__ import annotations

from tracktwo.methods.record.words import WORDS

WORDS_IN_A_DIGEST = 8


def eight_words(root: bytes) -> str:
    """The first eight bytes of a 32-byte root, a word each, joined by spaces."""
    if len(root) != 32:
        raise ValueError("a root has 32 bytes")
    return " ".join(WORDS[byte] for byte in root[:WORDS_IN_A_DIGEST])
