"""The phrase that links a person's answers over the years and that only this person holds.

Self-made codes match only half to three quarters of people a year later, so a phrase is issued: four words
from a list. What is stored is a keyed hash of it, so nobody who reads the database can try words against it
without the key.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Collection, Sequence

from tracktwo.methods.record import Refusal

WORDS = 4
LEAST_KEY = 32  # bytes; as long as the hash
_TAG = b"tracktwo phrase 1\0"
_APOSTROPHES = re.compile("['’ʼ‘`´]")  # noqa: RUF001 - the look-alikes people type are the point
_BETWEEN = re.compile(r"[\W_]+")


def issue_phrase(words: Sequence[str], entropy: bytes) -> str:
    """Four words, each drawn evenly from ``words`` by two bytes of ``entropy`` (at least 8 bytes, from the
    caller).

    The length of the list must be a power of two up to 65,536, so that a remainder favours no word; 256 words
    give 2**32 phrases. ValueError for another length, words that look alike when typed, or too little
    entropy.
    """
    count = len(words)
    if not 2 <= count <= 65536 or count & (count - 1) or len({_fold(word) for word in words}) < count:
        raise ValueError("the word list must hold a power of two of words that differ when typed")
    if len(entropy) < 2 * WORDS:
        raise ValueError(f"a phrase needs {2 * WORDS} bytes of entropy")
    picks = [int.from_bytes(entropy[2 * k : 2 * k + 2], "big") % count for k in range(WORDS)]
    return " ".join(words[pick] for pick in picks)


def normalise_phrase(typed: str) -> str:
    """The typed phrase as it is hashed: case, spacing, hyphens, apostrophes and ё/е make no difference.

    Refuses ``relations.phrase_words`` unless four words are left; the words themselves never enter a refusal.
    """
    words = _fold(typed).split()
    if len(words) != WORDS:
        raise Refusal("relations.phrase_words", count=len(words), words=WORDS)
    return " ".join(words)


def check_phrase(typed: str, lists: Collection[Sequence[str]]) -> str:
    """The normalised phrase when all its words stand in one list; else ``relations.phrase_unknown`` with the
    place of the first word not found, so that a slip of the finger is not taken for another person."""
    words = normalise_phrase(typed).split()
    known = [{_fold(word) for word in words_of_one} for words_of_one in lists]
    found = [next((place for place, word in enumerate(words) if word not in one), WORDS) for one in known]
    if not found or max(found) < WORDS:
        raise Refusal("relations.phrase_unknown", place=max(found, default=0) + 1)
    return " ".join(words)


def link_key(typed: str, key: bytes) -> str:
    """HMAC-SHA256 of the normalised phrase under ``key`` (32 bytes or more), as 64 hexadecimal digits."""
    if len(key) < LEAST_KEY:
        raise ValueError(f"the key must have at least {LEAST_KEY} bytes")
    return hmac.new(key, _TAG + normalise_phrase(typed).encode(), hashlib.sha256).hexdigest()


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return _BETWEEN.sub(" ", _APOSTROPHES.sub("", folded)).strip()
