"""One-time codes: four short words that mean nothing in any language, easy to read over a telephone."""

from __future__ import annotations

import hmac
import unicodedata
from hashlib import sha256

CONSONANTS = "bdfgklmnprstvz"
VOWELS = "aeiou"
SYLLABLES = tuple(consonant + vowel for consonant in CONSONANTS for vowel in VOWELS)
WORDS_IN_A_CODE = 4
# Two different syllables a word: 70 x 69 words, so four of them carry 48.9 bits.
BYTES_IN_A_CODE = 8 * WORDS_IN_A_CODE


def code_from(entropy: bytes) -> str:
    """Four words from 32 random bytes, eight bytes a word (the bias of the remainder is below 2^-51)."""
    if len(entropy) != BYTES_IN_A_CODE:
        raise ValueError(f"a code needs {BYTES_IN_A_CODE} random bytes")
    return " ".join(_word(entropy[start : start + 8]) for start in range(0, BYTES_IN_A_CODE, 8))


def _word(entropy: bytes) -> str:
    number = int.from_bytes(entropy, "big")
    first = number % len(SYLLABLES)
    others = [syllable for syllable in SYLLABLES if syllable != SYLLABLES[first]]
    return SYLLABLES[first] + others[number // len(SYLLABLES) % len(others)]


def normalise(typed: str) -> str:
    """What a person typed, as the code is kept: lower case, one space between words."""
    folded = unicodedata.normalize("NFKC", typed).lower().replace("-", " ")
    return " ".join(folded.split())


def hash_code(code: str, key: str) -> str:
    """The keyed hash under which an invitation is found; the code itself is kept nowhere."""
    return hmac.new(key.encode(), normalise(code).encode(), sha256).hexdigest()
