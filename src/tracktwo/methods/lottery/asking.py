"""From people, quotas and further wishes to one checked question in canonical order.

Everything a cohort must keep comes down to two things that the search knows: a number of people with a value
(quotas, returning members, crossings of features), and groups of which at most one sits (households,
institutions, pairs who may not sit together).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracktwo.methods.lottery.quotas import Person, Question, Quota, Returning
from tracktwo.methods.record import Refusal, Refusals

CROSS = " × "
YES, NO = "yes", "no"
# "community × gender", and the same on a keyboard without that sign.
_CROSSING = re.compile(r"\s*[×&]\s*")


def ask(
    people: Iterable[Person],
    quotas: Iterable[Quota],
    seats: int,
    *,
    pairs: Iterable[tuple[str, str]] = (),
    returning: Returning | None = None,
    fixed: Iterable[str] = (),
) -> Question:
    """Put a question in canonical order, whatever the order of its rows.

    ``pairs``: two ids who may not sit together. ``fixed``: ids who sit in every cohort. A quota whose feature is
    written ``community × gender`` (or with ``&``) and its value ``A × woman`` crosses two features that people
    have; values of a crossing without a quota are free. Raises Refusals: ``lottery.seats``,
    ``lottery.person_repeated``, ``lottery.person_unknown``, ``lottery.quota_repeated``,
    ``lottery.quota_reversed``, ``lottery.feature_missing``, ``lottery.value_without_quota``.
    """
    pairs, quotas = tuple(pairs), tuple(quotas)
    listed = _cross(_pair(tuple(people), pairs), quotas)
    named = tuple(_name_crossing(quota, listed) for quota in quotas)
    if returning is not None:
        listed, named = _return(listed, named, returning, seats)
    question = Question(
        tuple(sorted(listed, key=lambda person: person.id)),
        tuple(sorted(named, key=lambda quota: (quota.feature, quota.value))),
        seats,
        tuple(sorted(set(fixed))),
    )
    known = {person.id for person in listed}
    strangers = {*question.fixed, *(one for pair in pairs for one in pair)} - known
    faults = [Refusal("lottery.person_unknown")] if strangers else []
    faults += [*_check_seats(question), *_check_people(question), *_check_quotas(question)]
    if faults:
        raise Refusals(faults)
    return question


def cross_features(*names: str) -> str:
    """How the crossing of features, or of their values, is written."""
    return CROSS.join(names)


def _pair(people: Sequence[Person], pairs: Sequence[tuple[str, str]]) -> list[Person]:
    """Two who may not sit together are a group of two."""
    labels: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        for person in (one, other):
            labels[person].append(f"pair {one} {other}")
    return [
        replace(person, groups=(*person.groups, *labels[person.id])) if person.id in labels else person
        for person in people
    ]


def _cross(people: list[Person], quotas: Sequence[Quota]) -> list[Person]:
    """Give everybody the crossed features that quotas name and nobody has as a column."""
    for feature in sorted({quota.feature for quota in quotas}):
        parts = split_crossing(feature)
        if len(parts) < 2 or any(feature in person.features for person in people):
            continue
        if all(part in person.features for part in parts for person in people):
            name = CROSS.join(parts)
            people = [
                replace(person, features={**person.features, name: CROSS.join(person.features[part] for part in parts)})
                for person in people
            ]
    return people


def split_crossing(text: str) -> list[str]:
    """The parts of a crossing, or the one thing it is."""
    return _CROSSING.split(text.strip())


def _name_crossing(quota: Quota, people: Sequence[Person]) -> Quota:
    """The quota in the one spelling of crossings, where it is about one."""
    name = CROSS.join(split_crossing(quota.feature))
    crossed = len(split_crossing(quota.feature)) > 1 and all(name in person.features for person in people)
    if not crossed or any(quota.feature != name and quota.feature in person.features for person in people):
        return quota
    known = {person.features[name] for person in people}
    value = quota.value if quota.value in known else CROSS.join(split_crossing(quota.value))
    return replace(quota, feature=name, value=value)


def _return(
    people: Sequence[Person], quotas: tuple[Quota, ...], returning: Returning, seats: int
) -> tuple[list[Person], tuple[Quota, ...]]:
    """Who does not return fills the other seats: the second quota says nothing new, but every value has one."""
    feature = returning.feature
    told = [
        replace(person, features={**person.features, feature: YES if person.id in returning.people else NO})
        for person in people
    ]
    limits = (Quota(feature, YES, returning.minimum, returning.maximum), Quota(feature, NO, 0, seats))
    return told, (*quotas, *limits)


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
        if CROSS not in feature:
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
