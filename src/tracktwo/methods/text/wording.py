"""What people type, made fit to be compared and hashed, or refused when it could deceive a reader."""

from __future__ import annotations

import re
import unicodedata

from tracktwo.methods.record import Refusal

MOST_CHARACTERS = 10_000

# Marks that turn the direction of what follows: a reader would see other words than those that are hashed and
# agreed.
_TURNS_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Invisible leftovers of word processors and web pages; they mean nothing to a reader and are dropped.
_LEFTOVERS = re.compile("[\u00ad\u200b\ufeff]")
_JOINERS = "\u200c\u200d"  # invisible too, but spelling in Persian and several Indian languages


def check_passage(*typed: str) -> None:
    """Refuse in words of several paragraphs what :func:`clean_words` refuses in a clause; line breaks may stay.

    Refuses ``text.bidi`` and ``text.control`` with the position (from 1) of the offending character.
    """
    for passage in typed:
        for position, character in enumerate(passage, start=1):
            if _TURNS_DIRECTION.match(character):
                raise Refusal("text.bidi", position=position)
            if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") and character not in "\n\r\t":
                raise Refusal("text.control", position=position)


def clean_words(typed: str) -> str:
    """The typed words in Normalization Form C, each run of white space one space, none at the ends.

    Refuses ``text.bidi`` and ``text.control`` with the position (from 1) of the offending character, and
    ``text.too_long`` above 10,000 characters.
    """
    turning = _TURNS_DIRECTION.search(typed)
    if turning:
        raise Refusal("text.bidi", position=turning.start() + 1)
    words = composed(_LEFTOVERS.sub("", typed), MOST_CHARACTERS)
    if len(words) > MOST_CHARACTERS:
        raise Refusal("text.too_long", length=len(words), most=MOST_CHARACTERS)
    for position, character in enumerate(words, start=1):
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character not in _JOINERS:
            raise Refusal("text.control", position=position)
    return words


def composed(typed: str, most: int) -> str:
    """The typed words on one line in Normalization Form C, for a place that takes ``most`` characters.

    Above twice as many they come back as they are, for the place to refuse: to put a run of accents in order takes the
    square of its length, and a page full of them would hold up everybody.
    """
    line = " ".join(typed.split())
    return line if len(line) > 2 * most else unicodedata.normalize("NFC", line)
