"""A register of designations against the organisations of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from tracktwo.methods.screening.names import forms_of

UNDESIRABLE, SANCTION, LAW = "undesirable", "sanction", "law"
KINDS = (UNDESIRABLE, SANCTION, LAW)

# How sure a match is: the same words; all words of one among the other's; letters that differ by a slip.
SAME, PART, CLOSE = "same", "part", "close"
_RANK = {SAME: 0, PART: 1, CLOSE: 2}
# A slip in a name of twelve letters gives 0.92; two different short names of one word reach 0.8 by chance.
LEAST_LIKENESS = 0.91
SHORTEST_FOR_LIKENESS = 8
FEWEST_WORDS = 2

Form = tuple[str, ...]


@dataclass(frozen=True)
class Designation:
    """One line of a register: who or what, under which names, by whom, since when, and where it is written.

    ``kind`` is one of ``KINDS``. A law on contact names no organisation: it concerns everybody, and is never matched.
    """

    register: str
    kind: str
    name: str
    other_names: tuple[str, ...] = ()
    authority: str = ""
    since: date | None = None
    until: date | None = None
    source: str = ""
    checked_on: date | None = None
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.register, self.name

    def holds(self, on: date) -> bool:
        """Not lifted yet. One that begins later counts already: the workshop may lie after it."""
        return self.until is None or self.until >= on


@dataclass(frozen=True)
class Match:
    """The organisation with this place in the list may be the one designated; ``degree`` is SAME, PART or CLOSE."""

    designation: int
    organisation: int
    degree: str


def screen(register: Sequence[Designation], organisations: Sequence[str], on: date) -> tuple[Match, ...]:
    """Every pair that may be one and the same, surest first, then in the order of the lists.

    Names are compared as ``names.forms_of`` gives them, so capitals, word order, legal forms, alphabet and
    romanisation do not count. PART asks for two words at least; CLOSE for a likeness (Ratcliff and Obershelp, as in
    difflib) of ``LEAST_LIKENESS`` over eight letters or more. Laws and what was lifted before ``on`` match nothing.
    Time grows with the product of both lists; a register of 5,000 against 40 organisations takes about three seconds.
    """
    ours = [(place, form) for place, name in enumerate(organisations) for form in forms_of(name)]
    found: dict[tuple[int, int], str] = {}
    for number, line in enumerate(register):
        if line.kind == LAW or not line.holds(on):
            continue
        for theirs in _forms((line.name, *line.other_names)):
            for place, form in ours:
                degree = _degree(theirs, form)
                _keep(found, (number, place), degree)
    matches = (Match(number, place, degree) for (number, place), degree in found.items())
    return tuple(sorted(matches, key=lambda one: (_RANK[one.degree], one.designation, one.organisation)))


def _forms(names: Iterable[str]) -> frozenset[Form]:
    return frozenset(form for name in names for form in forms_of(name))


def _keep(found: dict[tuple[int, int], str], pair: tuple[int, int], degree: str | None) -> None:
    """The surest degree that any two forms of a pair reach."""
    if degree is not None and _RANK[degree] < _RANK.get(found.get(pair, ""), len(_RANK)):
        found[pair] = degree


def _degree(one: Form, other: Form) -> str | None:
    if one == other:
        return SAME
    fewer, more = sorted((set(one), set(other)), key=len)
    if len(fewer) >= FEWEST_WORDS and fewer <= more:
        return PART
    return CLOSE if _is_close("".join(one), "".join(other)) else None


def _is_close(one: str, other: str) -> bool:
    shorter, both = min(len(one), len(other)), len(one) + len(other)
    # Lengths alone settle nearly every pair: the likeness is never above 2 x shorter / both.
    if shorter < SHORTEST_FOR_LIKENESS or 2 * shorter < LEAST_LIKENESS * both:
        return False
    # The likeness of difflib depends on which comes first; the order of letters makes it one number for a pair.
    first, second = sorted((one, other))
    pair = SequenceMatcher(None, first, second, autojunk=False)
    return pair.quick_ratio() >= LEAST_LIKENESS and pair.ratio() >= LEAST_LIKENESS
