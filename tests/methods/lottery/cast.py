"""Small questions for the lottery's tests, and the brute force they are compared with."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import linprog

from tracktwo.methods.lottery import Person, Question, Quota, Returning, ask

BIRDS = ("auk", "bittern", "crane", "dunlin", "eider", "fulmar", "gannet", "heron", "ibis", "jay")


def pose(rows: list[dict[str, str]], quotas: list[tuple[str, str, int, int]], seats: int, **groups: str) -> Question:
    people = [
        Person(name, row, (groups[name],) if name in groups else ()) for name, row in zip(BIRDS, rows, strict=False)
    ]
    return ask(people, [Quota(*quota) for quota in quotas], seats)


def two_sides() -> Question:
    """Eight birds, four seats, two sides, three crafts."""
    sides = ["1", "1", "1", "1", "2", "2", "2", "2"]
    crafts = ["a", "a", "b", "c", "a", "b", "b", "c"]
    rows = [{"side": side, "craft": craft} for side, craft in zip(sides, crafts, strict=True)]
    quotas = [
        ("side", "1", 2, 2),
        ("side", "2", 2, 2),
        ("craft", "a", 1, 1),
        ("craft", "b", 1, 2),
        ("craft", "c", 1, 2),
    ]
    return pose(rows, quotas, 4)


def excluding() -> Question:
    """Five birds, three seats, three of the birds exclude each other: with broken seats each of these had 1/2."""
    pairs = {"auk": ("ab", "ac"), "bittern": ("ab", "bc"), "crane": ("ac", "bc"), "dunlin": (), "eider": ()}
    people = [Person(name, {"side": "1"}, groups) for name, groups in pairs.items()]
    return ask(people, [Quota("side", "1", 0, 3)], 3)


def contradiction() -> Question:
    """Side 1 fills three of four seats by its minimum, craft b at least two, and no b is of side 1."""
    rows = [{"side": "1", "craft": "a"}] * 4 + [{"side": "2", "craft": "b"}] * 4
    return pose(rows, [("side", "1", 3, 4), ("side", "2", 0, 4), ("craft", "a", 0, 4), ("craft", "b", 2, 4)], 4)


def barred() -> Question:
    """The only bird of craft c is of side 2, of which nobody may be of craft c and sit: side 2 needs both b."""
    rows = [{"side": "1", "craft": "a"}] * 3 + [{"side": "2", "craft": "b"}] * 2 + [{"side": "2", "craft": "c"}]
    quotas = [
        ("side", "1", 1, 1),
        ("side", "2", 2, 2),
        ("craft", "a", 0, 1),
        ("craft", "b", 2, 2),
        ("craft", "c", 0, 1),
    ]
    return pose(rows, quotas, 3)


def valid_cohorts(question: Question) -> list[tuple[str, ...]]:
    return [
        tuple(person.id for person in cohort)
        for cohort in combinations(question.people, question.seats)
        if _keeps(question, cohort)
    ]


def _keeps(question: Question, cohort: tuple[Person, ...]) -> bool:
    groups = [group for person in cohort for group in person.groups]
    counts = [
        (quota.minimum, sum(person.features[quota.feature] == quota.value for person in cohort), quota.maximum)
        for quota in question.quotas
    ]
    confirmed = set(question.fixed) <= {person.id for person in cohort}
    return confirmed and len(groups) == len(set(groups)) and all(low <= count <= high for low, count, high in counts)


def brute_maximin(cohorts: list[tuple[str, ...]]) -> float:
    """The linear program over every valid cohort and every person who is in one, by another solver's interface."""
    people = sorted({person for cohort in cohorts for person in cohort})
    sits = np.array([[float(person in cohort) for cohort in cohorts] for person in people])
    rows = np.hstack([-sits, np.ones((len(people), 1))])
    cost = np.append(np.zeros(len(cohorts)), -1.0)
    sums = np.append(np.ones(len(cohorts)), 0.0)[None, :]
    return -float(linprog(cost, rows, np.zeros(len(people)), sums, [1.0]).fun)


def brute_leximin(cohorts: list[tuple[str, ...]]) -> list[float]:
    """Chances in rising order: fix, one by one, everybody who cannot rise above the lowest without another falling."""
    people = sorted({person for cohort in cohorts for person in cohort})
    sits = np.array([[float(person in cohort) for cohort in cohorts] for person in people])
    fixed: dict[int, float] = {}
    while len(fixed) < len(people):
        level = _raise(sits, fixed, None, 0.0)
        stuck = [i for i in range(len(people)) if i not in fixed and _raise(sits, fixed, i, level) < level + 1e-7]
        fixed.update(dict.fromkeys(stuck, level))
    return sorted(fixed.values())


def _raise(sits: np.ndarray, fixed: dict[int, float], one: int | None, floor: float) -> float:
    """The highest common level of the free, or of ``one`` while the other free keep ``floor``."""
    people, cohorts = sits.shape
    raised = [float(i not in fixed and one in (None, i)) for i in range(people)]
    held = [fixed.get(i, floor if one is not None and i != one else 0.0) for i in range(people)]
    rows = np.hstack([-sits, np.array(raised)[:, None]])
    cost = np.append(np.zeros(cohorts), -1.0)
    sums = np.append(np.ones(cohorts), 0.0)[None, :]
    return -float(linprog(cost, rows, -np.array(held) + 1e-10, sums, [1.0]).fun)


def brute_suitability(question: Question, cohorts: list[tuple[str, ...]], floor: float) -> float | None:
    """The highest mean score with everybody in some cohort at the floor or above; None where the floor is too high."""
    people = sorted({person for cohort in cohorts for person in cohort})
    score = {person.id: float(person.score or 0) for person in question.people}
    sits = np.array([[float(person in cohort) for cohort in cohorts] for person in people])
    worth = np.array([sum(score[person] for person in cohort) for cohort in cohorts])
    found = linprog(-worth, -sits, -np.full(len(people), floor) + 1e-12, np.ones((1, len(cohorts))), [1.0])
    return -float(found.fun) if found.status == 0 else None


def brute_nash(cohorts: list[tuple[str, ...]]) -> float:
    """The highest geometric mean of chances: multiplicative updates over every valid cohort, to convergence."""
    people = sorted({person for cohort in cohorts for person in cohort})
    sits = np.array([[float(person in cohort) for cohort in cohorts] for person in people])
    weights = np.full(len(cohorts), 1.0 / len(cohorts))
    for _ in range(4_000):
        weights *= sits.T @ (1.0 / (sits @ weights)) / len(people)
    return float(np.exp(np.log(sits @ weights).mean()))


def chances(cohorts: tuple[tuple[str, ...], ...], weights: tuple[int, ...]) -> dict[str, Fraction]:
    """Every person's chance, counted over the printed list."""
    total = sum(weights)
    counted: dict[str, Fraction] = {}
    for cohort, weight in zip(cohorts, weights, strict=True):
        for person in cohort:
            counted[person] = counted.get(person, Fraction(0)) + Fraction(weight, total)
    return counted


@st.composite
def questions(draw: st.DrawFn, *, answerable: bool = True, bound_together: bool = True) -> Question:
    """Up to eight birds with two features of up to three values, households, pairs, returning and confirmed birds.

    An answerable question has limits around some cohort that exists; another has quotas of any width.
    """
    size = draw(st.integers(3, 8))
    seats = draw(st.integers(1, size - 1))
    rows = [{"side": draw(st.sampled_from("12")), "craft": draw(st.sampled_from("abc"))} for _ in range(size)]
    seated = draw(st.permutations(range(size)))[:seats] if answerable else []
    quotas = []
    for feature in ("side", "craft"):
        for value in sorted({row[feature] for row in rows}):
            count = sum(rows[place][feature] == value for place in seated)
            low = draw(st.integers(0, count if answerable else 2))
            quotas.append(Quota(feature, value, low, draw(st.integers(max(low, count), low + 3 + count))))
    free = [place for place in range(size) if place not in seated[1:]]
    nest = {BIRDS[place] for place in free if draw(st.integers(0, 3)) == 0}
    scores = [draw(st.integers(0, 9)) for _ in range(size)]
    people = [
        Person(name, row, ("nest",) if name in nest else (), Fraction(score))
        for name, row, score in zip(BIRDS, rows, scores, strict=False)
    ]
    if not (answerable and bound_together):
        return ask(people, quotas, seats)
    return _bind(draw, people, quotas, seats, seated)


def _bind(draw: st.DrawFn, people: list[Person], quotas: list[Quota], seats: int, seated: list[int]) -> Question:
    """Every further kind of limit, none of which forbids the cohort that is known."""
    names = [person.id for person in people]
    apart = [(one, other) for one in seated for other in range(len(people)) if other not in seated]
    pairs = [(names[one], names[other]) for one, other in apart if draw(st.integers(0, 5)) == 0]
    again = {names[place] for place in range(len(people)) if draw(st.booleans())}
    count = sum(names[place] in again for place in seated)
    returning = Returning(frozenset(again), draw(st.integers(0, count)), draw(st.integers(count, seats)))
    first = people[seated[0]].features
    crossed = sum(people[place].features == first for place in seated)
    crossing = Quota("side & craft", f"{first['side']} & {first['craft']}", draw(st.integers(0, crossed)), crossed + 1)
    fixed = [names[seated[0]]] if draw(st.booleans()) else []
    return ask(people, [*quotas, crossing], seats, pairs=pairs, returning=returning, fixed=fixed)
