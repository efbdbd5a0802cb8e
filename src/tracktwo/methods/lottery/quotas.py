"""The question a lottery answers: who is in the pool, which quotas a cohort must keep, how many seats
there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, order=True)
class Quota:
    """Between ``minimum`` and ``maximum`` of the cohort have ``value`` as their ``feature``.

    ``least`` and ``most`` are how far a repair may widen it (``min_flex``, ``max_flex``); None means as far
    as needed.
    """

    feature: str
    value: str
    minimum: int
    maximum: int
    least: int | None = None
    most: int | None = None

    def said(self) -> str:
        """The quota in signs that every language reads: ``gender = f: 2–4``."""
        return f"{self.feature} = {self.value}: {self.minimum}–{self.maximum}"


@dataclass(frozen=True)
class Person:
    """``features`` by name; ``groups`` are labels of which a cohort holds at most one person each.

    A household, an institution and a pair who may not sit together are such groups. ``score``: how suitable
    the person was assessed to be; only the objective ``suitability`` asks for it.
    """

    id: str
    features: Mapping[str, str]
    groups: tuple[str, ...] = ()
    score: Fraction | None = None


@dataclass(frozen=True)
class Returning:
    """Between ``minimum`` and ``maximum`` of the cohort are ``people`` of an earlier one."""

    people: frozenset[str]
    minimum: int
    maximum: int
    feature: str = "returning"


@dataclass(frozen=True)
class Question:
    """A checked question in canonical order: people by id, quotas by feature and value.

    ``fixed``: ids of people who sit in every cohort, because they have confirmed. Made by ``ask``.
    """

    people: tuple[Person, ...]
    quotas: tuple[Quota, ...]
    seats: int
    fixed: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(sorted({quota.feature for quota in self.quotas}))
