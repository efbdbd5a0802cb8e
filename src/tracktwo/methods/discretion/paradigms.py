"""How a name is declined in Ukrainian and Russian, on skeletons: every parse, both genders, singular and plural.

A dictionary misreads surnames, so none is asked: Коваль is declined as a hard and as a soft noun, Лісова as a noun and
as an adjective, and whoever is called so is somebody's wife, brother or both. Too many forms are made on purpose; those
that no grammar knows are met by no text either.
"""

from __future__ import annotations

from functools import lru_cache

from tracktwo.methods.discretion.sounds import fold

_ADJECTIVE: tuple[str, ...] = (
    "i",
    "oho",
    "omu",
    "im",
    "om",
    "a",
    "oi",
    "oiu",
    "u",
    "e",
    "ih",
    "imi",
    "aia",
    "uiu",
    "oe",
    "ei",
    "eho",
    "emu",
    "eiu",
    "ia",
    "iu",
)
_NOUN_A = ("a", "i", "e", "u", "oi", "oiu", "o", "ei", "eiu", "am", "ami", "ah", "iv")
_NOUN_IA = ("ia", "i", "iu", "eiu", "oiu", "ei", "oi", "e", "o", "iam", "iami", "iah")
_NOUN_O = ("o", "a", "u", "ovi", "om", "i", "e", "iv", "ov", "am", "ami", "ah")
_NOUN_HARD = ("a", "u", "ovi", "om", "em", "i", "e", "iv", "ov", "ev", "ei", "am", "ami", "ah")
_NOUN_SOFT = ("ia", "iu", "evi", "iam", "iami", "iah")
_POSSESSIVE = ("a", "u", "oi", "oiu", "im", "om", "ih", "imi", "ovi", "e", "i")
_BEFORE_I = {"k": ("T",), "h": ("z", "s")}
_BEFORE_E = {"k": "C", "h": "Z", "T": "C"}
_VOWELS = "aeiou"
SHORTEST_STEM = 2


@lru_cache(maxsize=16_384)
def declined(name: str) -> frozenset[str]:
    """Every form of a name given by its skeleton in the nominative, itself among them."""
    return frozenset(form for spelling in spellings(name) for form in _forms(spelling) | {spelling})


@lru_cache(maxsize=16_384)
def spellings(name: str) -> frozenset[str]:
    """A name as the other language writes it: -івський and -овський, -ів and -ов, -чов and -чёв."""
    found = {name}
    for one, other in (("ivsk", "ovsk"), ("ivsk", "evsk"), ("ovsk", "ivsk"), ("evsk", "ivsk")):
        found.add(name.replace(one, other))
    for ending in ("ov", "ev", "ova", "eva"):
        for sibilant in "ZCS":
            if name.endswith(sibilant + ending):
                swapped = ending.translate(str.maketrans("oe", "eo"))
                found.add(name[: -len(ending)] + swapped)
    return frozenset(found)


def _forms(name: str) -> set[str]:
    endings: tuple[str, ...]
    if name.endswith("ia"):
        stem, endings = name[:-2], (*_NOUN_IA, *_ADJECTIVE)
    elif name.endswith("a"):
        stem, endings = name[:-1], (*_NOUN_A, *_ADJECTIVE)
    elif name.endswith("o"):
        stem, endings = name[:-1], _NOUN_O
    elif name.endswith("i"):
        return _join(name[:-1], (*_ADJECTIVE, "em", "evi")) | _join(name, ("a", "u", "am", "ami", "ah", "v"))
    elif name[-1:] in _VOWELS:
        return {name}
    else:
        return _of_a_consonant(name)
    return _join(stem, endings) | _softened(stem)


def _of_a_consonant(name: str) -> set[str]:
    found: set[str] = set()
    endings: tuple[str, ...] = (*_NOUN_HARD, *_NOUN_SOFT)
    if name.endswith(("ov", "ev", "iv", "in")):
        endings = (*endings, *_POSSESSIVE)
    for stem in {name, *_shifted(name)}:
        found |= _join(stem, endings) | _softened(stem)
    return found


def _shifted(name: str) -> set[str]:
    """Кравець, Кравця; Лебідь, Лебедя; Яків, Якова; Орёл, Орла."""
    vowel, last = name[-2:-1], name[-1:]
    if vowel not in _VOWELS or len(name) <= SHORTEST_STEM + 1:
        return set()
    if vowel == "i":
        return {name[:-2] + other + last for other in "oe"}
    return {name[:-2] + last} if vowel in "eo" else set()


def _softened(stem: str) -> set[str]:
    """Дзвінка, Дзвінці; Ольга, Ользі; Олег, Олеже."""
    last = stem[-1:]
    found = {fold(stem[:-1] + other + ending) for other in _BEFORE_I.get(last, ()) for ending in "ie"}
    if last in _BEFORE_E:
        found.add(fold(stem[:-1] + _BEFORE_E[last] + "e"))
    return found


def _join(stem: str, endings: tuple[str, ...]) -> set[str]:
    return {fold(stem + ending) for ending in endings} if len(stem) >= SHORTEST_STEM else set()
