"""People alike in every feature are interchangeable: one whole number per *kind* says how many of them sit.

A kind is what Flanigan et al. (Nature 596, 2021) call a type: everybody with the same vector of features
and the same groups. By symmetry some fair lottery treats all people of a kind alike, so nothing is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from tracktwo.methods.lottery.quotas import Question, Quota
from tracktwo.methods.solver import Draft, Model

# How many of each kind sit in a cohort, in the order of ``Setting.kinds``.
Seating = tuple[int, ...]


@dataclass(frozen=True)
class Kind:
    """Ids of people with the same features and the same shared groups, sorted."""

    people: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.people)


@dataclass(frozen=True)
class Rule:
    """``lower`` to ``upper`` of the people seated belong to ``kinds`` (indices).

    ``quota`` is None for seats and groups.
    """

    kinds: tuple[int, ...]
    lower: int
    upper: int
    quota: Quota | None = None


@dataclass(frozen=True)
class Setting:
    """A question over kinds. The first rule is the number of seats."""

    kinds: tuple[Kind, ...]
    rules: tuple[Rule, ...]
    seats: int

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(kind.size for kind in self.kinds)

    def allows(self, seating: Seating) -> bool:
        """Does this seating keep every rule?"""
        fits = all(0 <= seated <= kind.size for seated, kind in zip(seating, self.kinds, strict=True))
        return fits and all(
            rule.lower <= sum(seating[kind] for kind in rule.kinds) <= rule.upper for rule in self.rules
        )


def gather_kinds(question: Question) -> Setting:
    """The question over kinds, in an order that depends on features and ids alone. O(people x features)."""
    shared = _find_shared_groups(question)
    members: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    features = question.features
    for person in question.people:
        key = tuple(person.features[name] for name in features)
        groups = tuple(sorted(shared.intersection(person.groups)))
        members[key, groups].append(person.id)
    keys = sorted(members)
    kinds = tuple(Kind(tuple(sorted(members[key]))) for key in keys)
    rules = [Rule(tuple(range(len(kinds))), question.seats, question.seats)]
    for quota in question.quotas:
        place = features.index(quota.feature)
        belong = tuple(k for k, (values, _) in enumerate(keys) if values[place] == quota.value)
        rules.append(Rule(belong, quota.minimum, quota.maximum, quota))
    for group in sorted(shared):
        rules.append(Rule(tuple(k for k, (_, groups) in enumerate(keys) if group in groups), 0, 1))
    return Setting(kinds, tuple(rules), question.seats)


def _find_shared_groups(question: Question) -> set[str]:
    """A household of one restricts nobody and would split its kind for nothing."""
    counts = Counter(group for person in question.people for group in set(person.groups))
    return {group for group, count in counts.items() if count > 1}


def draft_seating(setting: Setting) -> tuple[Draft, list[int]]:
    """A model whose feasible points are the valid seatings; add an objective or further rows to it."""
    draft = Draft()
    # As many of each kind as the pool has.
    columns = [draft.add_column(upper=kind.size, integral=True) for kind in setting.kinds]
    # Seats, quotas and groups.
    for rule in setting.rules:
        draft.add_row(dict.fromkeys(rule.kinds, 1.0), lower=rule.lower, upper=rule.upper)
    return draft, columns


def model_seating(setting: Setting) -> Model:
    """The valid seatings, without an objective yet, to be maximised."""
    return draft_seating(setting)[0].build(maximise=True)
