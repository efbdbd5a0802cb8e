"""People alike in every feature are interchangeable: one whole number per *kind* says how many of them sit.

A kind is what Flanigan et al. (Nature 596, 2021) call a type: everybody with the same vector of features
and the same groups. By symmetry some fair lottery treats all people of a kind alike, so nothing is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from tracktwo.methods.lottery.quotas import Question, Quota
from tracktwo.methods.solver import Draft, Model

# How many of each kind sit in a cohort, in the order of ``Setting.kinds``.
Seating = tuple[int, ...]


@dataclass(frozen=True)
class Kind:
    """Ids of people with the same features and the same shared groups, sorted; and their score, where asked for."""

    people: tuple[str, ...]
    score: Fraction = Fraction(0)

    @property
    def size(self) -> int:
        return len(self.people)


@dataclass(frozen=True)
class Rule:
    """``lower`` to ``upper`` of the people seated belong to ``kinds`` (indices).

    ``quota`` is None for seats, groups and people who have confirmed.
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

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        return tuple(kind.size for kind in self.kinds)

    @cached_property
    def members(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        """1 where a kind (column) belongs to a rule (row)."""
        members = np.zeros((len(self.rules), len(self.kinds)), dtype=np.int64)
        for row, rule in enumerate(self.rules):
            members[row, list(rule.kinds)] = 1
        return members

    @cached_property
    def limits(self) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.int64]]]:
        """The rules' lower and upper limits."""
        lower, upper = [rule.lower for rule in self.rules], [rule.upper for rule in self.rules]
        return np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64)

    def allows(self, seating: Seating) -> bool:
        """Does this seating keep every rule?"""
        seated = np.array(seating, dtype=np.int64)
        if len(seated) != len(self.kinds) or (seated < 0).any() or (seated > np.array(self.sizes)).any():
            return False
        counts, (lower, upper) = self.members @ seated, self.limits
        return bool((lower <= counts).all() and (counts <= upper).all())


def gather_kinds(question: Question, *, scored: bool = False) -> Setting:
    """The question over kinds, in an order that depends on features and ids alone. O(people x features).

    ``scored``: people with different scores are of different kinds.
    """
    shared, fixed = _find_shared_groups(question), frozenset(question.fixed)
    members: dict[_Key, list[str]] = defaultdict(list)
    features = question.features
    nothing = Fraction(0)
    for person in question.people:
        values = tuple([person.features[name] for name in features])
        groups = tuple(sorted(shared.intersection(person.groups))) if person.groups else ()
        score = str(person.score) if scored and person.score is not None else ""
        members[values, groups, person.id in fixed, score].append(person.id)
    keys = sorted(members)
    kinds = tuple(Kind(tuple(sorted(members[key])), Fraction(key[3]) if key[3] else nothing) for key in keys)
    rules = [Rule(tuple(range(len(kinds))), question.seats, question.seats)]
    for quota in question.quotas:
        place = features.index(quota.feature)
        belong = tuple(k for k, (values, *_) in enumerate(keys) if values[place] == quota.value)
        rules.append(Rule(belong, quota.minimum, quota.maximum, quota))
    for group in sorted(shared):
        rules.append(Rule(tuple(k for k, (_, groups, *_) in enumerate(keys) if group in groups), 0, 1))
    # Who has confirmed sits in every cohort.
    rules += [Rule((k,), kind.size, kind.size) for k, kind in enumerate(kinds) if keys[k][2]]
    return Setting(kinds, tuple(rules), question.seats)


# Values of the features, shared groups, confirmed or not, score.
_Key = tuple[tuple[str, ...], tuple[str, ...], bool, str]


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
