"""The question a lottery answers: who is in the pool, which quotas a cohort must keep, how many seats
there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.methods.record import Refusal, Refusals


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

    A household, an institution and a pair who may not sit together are such groups.
    """

    id: str
    features: Mapping[str, str]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A checked question in canonical order: people by id, quotas by feature and value."""

    people: tuple[Person, ...]
    quotas: tuple[Quota, ...]
    seats: int

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(sorted({quota.feature for quota in self.quotas}))


def ask(people: Iterable[Person], quotas: Iterable[Quota], seats: int) -> Question:
    """Put a question in canonical order, whatever the order of its rows.

    Raises Refusals: ``lottery.seats``, ``lottery.person_repeated``, ``lottery.quota_repeated``,
    ``lottery.quota_reversed``, ``lottery.feature_missing``, ``lottery.value_without_quota``.
    """
    question = Question(
        tuple(sorted(people, key=lambda person: person.id)),
        tuple(sorted(quotas, key=lambda quota: (quota.feature, quota.value))),
        seats,
    )
    faults = [*_check_seats(question), *_check_people(question), *_check_quotas(question)]
    if faults:
        raise Refusals(faults)
    return question


def _check_seats(question: Question) -> list[Refusal]:
    people = len(question.people)
    if 1 <= question.seats <= people:
        return []
    return [Refusal("lottery.seats", seats=question.seats, people=people)]


def _check_people(question: Question) -> list[Refusal]:
    faults = []
    people = question.people
    if any(one.id == other.id for one, other in zip(people, people[1:], strict=False)):
        faults.append(Refusal("lottery.person_repeated"))
    named = {(quota.feature, quota.value) for quota in question.quotas}
    for feature in question.features:
        values = {person.features.get(feature) for person in people}
        if None in values:
            faults.append(Refusal("lottery.feature_missing", feature=feature))
        unnamed = sorted(value for value in values if value is not None and (feature, value) not in named)
        faults += [Refusal("lottery.value_without_quota", feature=feature, value=value) for value in unnamed]
    return faults


def _check_quotas(question: Question) -> list[Refusal]:
    faults = []
    seen: set[tuple[str, str]] = set()
    for quota in question.quotas:
        name = {"feature": quota.feature, "value": quota.value}
        if (quota.feature, quota.value) in seen:
            faults.append(Refusal("lottery.quota_repeated", **name))
        if not 0 <= quota.minimum <= quota.maximum:
            faults.append(Refusal("lottery.quota_reversed", **name))
        seen.add((quota.feature, quota.value))
    return faults
