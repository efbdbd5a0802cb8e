"""The name of an organisation as it is compared: without capitals, legal form, alphabet and manner of romanising.

A register in Moscow writes a name in Cyrillic, our own list has it in Latin letters, a bank romanises it in a third
way. ``skeleton`` takes a word to one string for all of these. It merges more than it should (Ukrainian г and х), which
costs a question too many and never a match too few.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that a way of romanising writes with two or three signs stand as one capital: Z ж, C ч, S ш and щ, T ц.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ё": "e", "ж": "Z", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "T", "ч": "C", "ш": "S", "щ": "S", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_WITH_MARKS = {"š": "S", "ŝ": "S", "ž": "Z", "č": "C", "ł": "l", "ß": "ss", "ø": "o", "đ": "d", "ı": "i"}
# In this order: what is longer first, and endings before single letters.
_FOLDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"shch|sch|SC", "S"),
        (r"tch", "C"),
        (r"sh", "S"),
        (r"zh", "Z"),
        (r"ch", "C"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ts|tz", "T"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"c(?=[aoubdfghklmnprstvwz]|$)", "k"),
        (r"c", "T"),
        (r"w", "v"),
        (r"[yj]", "i"),
        (r"g", "h"),
        (r"ie|io", "e"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"ae", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_INITIALS = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_APOSTROPHES = re.compile("['’ʼ`´ʹ\u02ba\"«»“”„]")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SHORT_NAME = re.compile(r"[^\W\d_]{3,12}")

# Forms of law and small words say nothing about who it is.
_LEGAL = """
llc ltd limited inc incorporated plc corp gmbh ggmbh ev ag sa srl asbl bv nv oy ab as
ооо оао зао пао ао ано нко фгбу фгбоу фгаоу фгау фгун гбоу гбу во впо тов пат прат ат го бо
"""
_SMALL = """
the of for and in a an at on to der die das für fur und des de la le les et du
и в во на по для при с со та й у з і із зі i v s k u z y ta na po dlya dlia pri
"""
_EMPTY = frozenset((_LEGAL + _SMALL).split())


def words_of(name: str) -> tuple[str, ...]:
    """The words that tell who it is, lower case, in order; all words where nothing else would be left."""
    plain = unicodedata.normalize("NFKC", name)
    plain = _INITIALS.sub(lambda found: found[0].replace(".", ""), plain).casefold()
    plain = _APOSTROPHES.sub("", plain)
    words = tuple("".join(sign if sign.isalnum() else " " for sign in _compose(plain)).split())
    return tuple(word for word in words if word not in _EMPTY) or words


def skeleton(word: str) -> str:
    """One word, whatever alphabet or romanisation it is written in: Щербаківський and Shcherbakivskyi are equal."""
    letters = _plain_letters(_compose(_APOSTROPHES.sub("", word.casefold())))
    said = "".join(_CYRILLIC.get(letter, letter) for letter in letters)
    for pattern, into in _FOLDS:
        said = pattern.sub(into, said)
    return said


def forms_of(name: str) -> frozenset[tuple[str, ...]]:
    """Every way in which a name calls its bearer: the whole, and a short name in brackets; each as sorted skeletons.

    What stands in brackets counts alone only where it is written like an abbreviation (ZOiS): "(Berlin)" names no one.
    """
    whole = _IN_BRACKETS.sub(" ", name)
    short = [inside for inside in _IN_BRACKETS.findall(name) if _is_abbreviation(inside)]
    found = {_form(part) for part in (whole, *short)}
    return frozenset(form for form in found if form)


def _form(name: str) -> tuple[str, ...]:
    return tuple(sorted(bones for word in words_of(name) if (bones := skeleton(word))))


def _is_abbreviation(text: str) -> bool:
    said = text.strip()
    return bool(_SHORT_NAME.fullmatch(said)) and sum(letter.isupper() for letter in said) >= 2


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain_letters(word: str) -> str:
    """Without marks above and below, except on letters that are others without them (й, ї, ё, š, ž, č)."""
    kept = []
    for letter in word:
        if letter in _CYRILLIC:
            kept.append(letter)
        elif letter in _WITH_MARKS:
            kept.append(_WITH_MARKS[letter])
        else:
            bare = unicodedata.normalize("NFKD", letter)
            kept.append("".join(sign for sign in bare if not unicodedata.combining(sign)))
    return "".join(kept)
