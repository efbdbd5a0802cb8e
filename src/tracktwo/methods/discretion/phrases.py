"""Names of several words, such as those of institutes: compared by the stems of the words that say something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tracktwo.methods.discretion.sounds import fold, skeletons
from tracktwo.methods.discretion.tokens import Token, tokens

_EMPTY_SAID = """
the of for and in a an at on to by der die das für und des de la le les et du и в во на по для при с со та й у з
і із зі до від от о об про над під за
"""
_EMPTY = frozenset(_EMPTY_SAID.split())
_NAMED_AFTER = frozenset(["імені", "ім", "имени", "им", "named", "after", "memorial"])
_ENDINGS = re.compile(
    "(?:oho|omu|eho|emu|imi|iami|ami|iah|iam|aia|uiu|oiu|eiu|ovi|evi|ah|am|ih|im|om|em|oi|ei|oe|iv|ov|ev|ia|iu|a|e|i|o|u|s)$"
)
_CLOSED = re.compile("[ieo]([^aeiou])$")
LONGEST_PHRASE = 7
SHORTEST_STEM = 2


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its endings, on its skeleton: Харківський, Харківського and kharkivskyi are one.

    The last vowel of what is left counts as one of i, e and o: Київ, Києва and Киев; Львів and Львова.
    """
    said = next(iter(skeletons(word)), "")
    for _ending in range(2):
        shorter = _ENDINGS.sub("", said)
        said = shorter if len(shorter) >= SHORTEST_STEM else said
    return fold(_CLOSED.sub(r"o\1", said))


def says_something(word: str) -> bool:
    return word.casefold() not in _EMPTY


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of the words that say something, in order."""
    return tuple(stem(token.word) for token in tokens(phrase) if says_something(token.word) and stem(token.word))


def beginnings(stems: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Shorter forms of a long name that still point to it: its first words, two at least."""
    for length in range(2, min(len(stems), LONGEST_PHRASE + 1)):
        yield tuple(stems[:length])


def eponyms(phrase: str) -> tuple[str, ...]:
    """After whom an institution is named: “університет імені Каразіна” is called so for short."""
    words = [token.word for token in tokens(phrase)]
    found = [place for place, word in enumerate(words) if word.casefold() in _NAMED_AFTER]
    after = [word for place in found for word in words[place + 1 : place + 4] if len(word) > 2 and word[:1].isupper()]
    return tuple(dict.fromkeys(stem(word) for word in after))


def abbreviation(phrase: str) -> str:
    """The first letters of the words that say something, where there are three at least."""
    words = [token.word for token in tokens(phrase) if says_something(token.word)]
    words = [word for word in words if word.casefold() not in _NAMED_AFTER]
    return "".join(word[0] for word in words).upper() if len(words) >= 3 else ""


def runs(words: Sequence[Token]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every run of up to ``LONGEST_PHRASE`` telling words of one sentence: first and last place, and the stems."""
    telling = [(place, stem(token.word)) for place, token in enumerate(words) if says_something(token.word)]
    for first, (place, said) in enumerate(telling):
        stems = [said]
        yield place, place, (said,)
        for other, more in telling[first + 1 : first + LONGEST_PHRASE]:
            if words[other].sentence != words[place].sentence:
                break
            stems.append(more)
            yield place, other, tuple(stems)
