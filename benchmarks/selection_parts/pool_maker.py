"""Made-up pools that are hard in the way real ones are: who answers the invitation is not who the quotas ask for.

Every category has target shares and a pool drawn from other shares; quotas are a seat around the counts of one
example cohort that comes near the targets, so that some cohort keeps them. Chance comes from a seed, so a name means
the same pool for everybody.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import exp

from tracktwo.methods.lottery import Person, Question, Quota, ask


@dataclass(frozen=True)
class Recipe:
    """``values``: how many each category has. ``bias``: how far the pool is from the targets (0: not at all).
    ``slack``: seats by which every quota is wider than its rounded target.
    """

    name: str
    people: int
    seats: int
    values: tuple[int, ...]
    bias: float
    slack: int = 0
    seed: int = 1


# The sizes of two hard pools of the literature (Nature 596, 2021), the real size of a workshop, and a city.
LIKE = (
    Recipe("workshop_40", 40, 12, (2, 2, 3, 3, 3), 0.5, 1, 3),
    Recipe("workshop_60", 60, 16, (2, 2, 4, 3, 3), 0.5, 1, 4),
    Recipe("sfe_like", 1727, 110, (2, 3, 4, 4, 4, 5, 6), 1.0, 0, 2),
    Recipe("obf_like", 321, 30, (2, 3, 4, 4, 3, 3, 4, 5), 1.0, 0, 7),
    Recipe("hd_like", 239, 30, (2, 4, 4, 3, 3, 2, 3), 0.9, 0, 5),
    Recipe("cca_like", 825, 75, (2, 4, 5, 7), 1.2, 0, 6),
    Recipe("nexus_like", 342, 170, (2, 4, 4, 3, 2), 0.3, 2, 8),
    Recipe("city_100000", 100_000, 150, (2, 4, 5, 3, 4, 6), 0.7, 0, 9),
)
GRID = tuple(
    Recipe(f"grid_{people}_{len(values)}", people, seats, values, 0.8, slack, people + len(values))
    for people, seats in ((200, 20), (1_000, 50), (10_000, 100), (100_000, 150))
    for values, slack in (((2, 4, 4), 0), ((2, 4, 4, 3, 3), 0), ((2, 4, 4, 3, 3, 2, 5), 1))
)


def make_question(recipe: Recipe) -> Question:
    """The pool and the quotas of a recipe."""
    chance = random.Random(f"{recipe.name} {recipe.seed}")
    columns: list[list[str]] = []
    calls: list[float] = [1.0] * recipe.people
    for place, values in enumerate(recipe.values):
        names = [f"v{place}{value}" for value in range(values)]
        target = _shares(chance, [1.0] * values)
        answer = _shares(chance, [share * exp(chance.gauss(0.0, recipe.bias)) for share in target], spread=0.0)
        columns.append(chance.choices(names, answer, k=recipe.people))
        # Whom the pool has too few of is called for the more.
        wanted = dict(zip(names, (one / other for one, other in zip(target, answer, strict=True)), strict=True))
        calls = [call * wanted[value] for call, value in zip(calls, columns[-1], strict=True)]
    example = _choose(chance, calls, recipe.seats)
    quotas = [
        quota for place in range(len(columns)) for quota in _quotas(chance, place, columns[place], example, recipe)
    ]
    width = len(str(recipe.people))
    people = [
        Person(f"p{number:0{width}d}", {f"c{place}": column[number] for place, column in enumerate(columns)})
        for number in range(recipe.people)
    ]
    return ask(people, quotas, recipe.seats)


def _shares(chance: random.Random, weights: list[float], spread: float = 0.5) -> list[float]:
    raw = [weight * (1.0 + spread * chance.random() * 2) for weight in weights]
    return [share / sum(raw) for share in raw]


def _choose(chance: random.Random, calls: list[float], seats: int) -> list[int]:
    """People without repetition, likelier the more they are called for (Efraimidis and Spirakis, 2006)."""
    keys = [(chance.random() ** (1.0 / call), number) for number, call in enumerate(calls)]
    return [number for _, number in sorted(keys)[-seats:]]


def _quotas(chance: random.Random, place: int, column: list[str], example: list[int], recipe: Recipe) -> list[Quota]:
    """A span of one seat around what the example has, plus the slack: at least one cohort keeps them all."""
    quotas = []
    for value in sorted(set(column)):
        least = sum(column[number] == value for number in example) - chance.randint(0, 1)
        quotas.append(Quota(f"c{place}", value, max(0, least - recipe.slack), max(0, least) + 1 + recipe.slack))
    return quotas
