"""Letters of one alphabet that pass for letters of another, and figures that pass for letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PAIRS = "aа eе oо pр cс yу xх iі jј sѕ kк mм tт bв hн nп uи rг AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ JЈ SЅ"
_TO_CYRILLIC = {ord(pair[0]): pair[1] for pair in _PAIRS.split()} | {ord("ı"): "і"}
_TO_LATIN = {ord(pair[1]): pair[0] for pair in _PAIRS.split() if pair[0] not in "unr"}
_GREEK = str.maketrans("αβεηικμνοπρτυχΑΒΕΗΙΚΜΝΟΡΤΥΧ", "aβehikmvonptuxABEHIKMNOPTYX")
_FIGURES_CYRILLIC = str.maketrans("0134689", "оізачбв")
_FIGURES_LATIN = str.maketrans("013457", "oieast")
# Signs that take no room on a screen; the soft hyphen and the joiners are the usual ones.
UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
INVISIBLE = re.compile(f"[{UNSEEN}]")
_STROKES = re.compile("[\u0334-\u0338]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_GREEK_LETTER = re.compile("[\u0370-\u03ff]")
_FIGURE = re.compile(r"\d")
LEAST_LETTERS = 3


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """The word as it is read: compatibility forms and what cannot be seen taken away."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", _STROKES.sub("", INVISIBLE.sub("", word))))


@lru_cache(maxsize=65_536)
def disguises(word: str) -> tuple[str, ...]:
    """What a word may be meant as when it mixes alphabets or has figures among its letters; nothing if it does not."""
    letters = word.translate(_GREEK)
    greek = bool(_GREEK_LETTER.search(word))
    cyrillic, latin = bool(_CYRILLIC.search(letters)), bool(_LATIN.search(letters))
    figures = bool(_FIGURE.search(letters))
    if not ((cyrillic and latin) or greek or figures) or sum(sign.isalpha() for sign in word) < LEAST_LETTERS:
        return ()
    found = []
    if cyrillic or not latin or greek:
        found.append(letters.translate(_TO_CYRILLIC).translate(_FIGURES_CYRILLIC))
    if latin:
        found.append(letters.translate(_TO_LATIN).translate(_FIGURES_LATIN))
    return tuple(meant for meant in found if meant != word)


def is_cyrillic(word: str) -> bool:
    return bool(_CYRILLIC.search(word))
