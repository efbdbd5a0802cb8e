"""Who must not be recognised: a member of the roster, and what is known of a member in few words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracktwo.methods.discretion.given_names import is_given
from tracktwo.methods.discretion.sounds import skeleton

_PATRONYMIC = re.compile("(?:oviC|eviC|iC|ivna|ovna|evna|iCna|oviCa)$")
_WORD = re.compile("[^\\W\\d_]+(?:['’ʼ`´ʹ][^\\W\\d_]+)*")
_PARTICLES_SAID = """
de da di du van von der den ter la le el al ibn bin фон ван де ді та
"""
_PARTICLES = frozenset(_PARTICLES_SAID.split())
SHORTEST_PATRONYMIC = 6


@dataclass(frozen=True)
class Member:
    """One person. Each field holds several ways to say it, in any alphabet; ``traits`` are value by column."""

    names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    workplaces: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    traits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NameParts:
    given: tuple[str, ...]
    patronymics: tuple[str, ...]
    surnames: tuple[str, ...]


def parts_of(name: str) -> NameParts:
    """Which words of a full name are given names, patronymics and surnames, in whatever order it is written.

    Known given names and patronymic endings decide. Where they do not, what stands before a comma is the surname, else
    the last word is; a name of one word is a surname.
    """
    before, comma, _after = name.partition(",")
    words = [word for word in _WORD.findall(name) if word not in _PARTICLES]
    patronymics = [word for word in words[1:] if _is_patronymic(word)] if len(words) > 2 else []
    rest = [word for word in words if word not in patronymics]
    named = set(_WORD.findall(before)) if comma else set()
    given = [word for word in rest if word not in named and is_given(word)]
    surnames = [word for word in rest if word not in given]
    if rest and not surnames:
        surnames = [given.pop()]
    if not given and len(surnames) > 1 and not comma:
        given, surnames = surnames[:1], surnames[1:]
    elif not given and comma:
        given, surnames = [w for w in surnames if w not in named], [w for w in surnames if w in named]
    return NameParts(tuple(given), tuple(patronymics), tuple(surnames or given))


def _is_patronymic(word: str) -> bool:
    said = skeleton(word)
    return len(said) >= SHORTEST_PATRONYMIC and bool(_PATRONYMIC.search(said))


def without_blanks(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.strip() for word in words if word.strip())
