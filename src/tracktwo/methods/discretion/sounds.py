"""A word as it sounds, whatever alphabet and manner of romanising it is written in.

``skeletons`` takes a word to one string of small letters and capitals (Z ж, C ч, S ш and щ, T ц); Щербаківський,
Shcherbakivskyi (Ukrainian national, 2010) and Ščerbakivsʹkyj (scholarly) come out equal, and so do the Russian systems
(passport, BGN/PCGN, GOST 7.79). Where a sign stands for two letters in two systems (x is ks and х, ch is ч and х,
c is ц and k) the word has several skeletons. It merges more than it should (Ukrainian г and х), which costs a look too
many and never a name too few.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ё": "e", "ж": "Z", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "T", "ч": "C", "ш": "S", "щ": "S", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
# What is longer goes first. A value with several ways is read in each of them.
_SIGNS: dict[str, tuple[str, ...]] = {
    "ьо": ("e",),  # Журавльов and Журавлёв
    "schtsch": ("S",), "shch": ("S",), "tsch": ("C",), "šč": ("S",), "sch": ("S",), "shh": ("S",), "zgh": ("zh",),
    "tch": ("C",), "sh": ("S",), "zh": ("Z",), "kh": ("h",), "ch": ("C", "h"), "ph": ("f",), "ts": ("T",),
    "tz": ("T",), "cz": ("T", "C"), "ck": ("k",), "sz": ("S",),
    "š": ("S",), "ŝ": ("S",), "ž": ("Z",), "ż": ("Z",), "č": ("C",), "ć": ("C",), "ł": ("l",), "ß": ("s",),
    "đ": ("d",), "ø": ("o",), "ı": ("i",), "â": ("ia",), "û": ("iu",), "ë": ("e",), "ě": ("e",), "ï": ("i",),
    "x": ("ks", "h"), "c": ("T", "k"), "q": ("k",), "w": ("v",), "y": ("i",), "j": ("i",), "g": ("h",),
}  # fmt: skip
_SIGN = re.compile("|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + "|.", re.DOTALL)
_APOSTROPHES = re.compile("['’‘ʼ`´ʹʺ′\"«»“”„-]")
_DOUBLES = re.compile(r"(.)\1+")
_IOTATED = re.compile("i[eo]")
MOST_READINGS = 8


def fold(said: str) -> str:
    """Doubled letters once; ie and io, which are written for е, є, ё and йо, as e."""
    once = _DOUBLES.sub(r"\1", said)
    return _DOUBLES.sub(r"\1", _IOTATED.sub("e", once).replace("SC", "S").replace("ts", "T"))


@lru_cache(maxsize=65_536)
def skeletons(word: str) -> tuple[str, ...]:
    """Every reading of a word, the likeliest first; at most ``MOST_READINGS``. None for what has no letter."""
    readings = [_read_sign(sign) for sign in _signs(unicodedata.normalize("NFC", word).casefold())]
    found: dict[str, None] = {}
    for parts in product(*readings):
        found.setdefault(fold("".join(parts)))
        if len(found) == MOST_READINGS:
            break
    return tuple(said for said in found if said)


def unfolded(word: str) -> str:
    """The likeliest reading with doubled letters left double: what a slip leaves of a name may be doubled by it."""
    signs = _signs(unicodedata.normalize("NFC", word).casefold())
    return _IOTATED.sub("e", "".join(_read_sign(sign)[0] for sign in signs))


def skeleton(word: str) -> str:
    """The likeliest reading, or nothing."""
    return next(iter(skeletons(word)), "")


def _signs(word: str) -> list[str]:
    return _SIGN.findall(_APOSTROPHES.sub("", word))


@lru_cache(maxsize=4096)
def _read_sign(sign: str) -> tuple[str, ...]:
    if sign in _CYRILLIC:
        return (_CYRILLIC[sign],)
    if sign in _SIGNS:
        return _SIGNS[sign]
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(mark))
    if bare != sign and bare:
        return _read_sign(bare)
    return (sign if sign.isalnum() else "",)
