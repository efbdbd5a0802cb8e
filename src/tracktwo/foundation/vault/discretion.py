"""The leak lint for every step: a passage in, places and reasons out. Works sealed, and never says whose name it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tracktwo.data import tables
from tracktwo.exchange.terms import read_terms
from tracktwo.foundation.people.models import Compartment
from tracktwo.foundation.vault.lexicon import known_in
from tracktwo.foundation.vault.queries import is_purged
from tracktwo.methods.discretion import Hit, Term, Traits, lint


@dataclass(frozen=True)
class Linted:
    """The hits of a passage; and how far it could be asked: ``asleep`` until the vault is opened once, after a purge
    for good; ``unknown`` the number of people who came in since.
    """

    hits: tuple[Hit, ...]
    asleep: bool
    unknown: int

    @property
    def certain(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.is_certain)


def lint_passage(
    compartment: Compartment,
    text: str,
    *,
    language: str = "",
    traits: Traits | None = None,
    terms: Iterable[Term] | None = None,
) -> Linted:
    """Lint words that may leave the room against everybody in the vault of this programme.

    ``traits`` are the attributes that a step knows of people, for jigsaws; ``terms`` a register of the programme's own
    in place of the package's. Raises Refusal ``discretion.text_long``.
    """
    known = known_in(compartment)
    register = own_terms() if terms is None else tuple(terms)
    hits = lint(text, known.lexicon, traits, register, language)
    asleep = known.lexicon is None and (known.unknown > 0 or is_purged(compartment))
    return Linted(hits, asleep, known.unknown)


@lru_cache(maxsize=1)
def own_terms() -> tuple[Term, ...]:
    """The package's term register."""
    return read_terms(tables.terms_csv())
