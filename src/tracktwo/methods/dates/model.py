"""The plan as an integer programme: which options to take, as columns and rows any solver could read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracktwo.methods.dates.candidates import Candidate, Cost, Option
from tracktwo.methods.dates.countries import CONTINENT
from tracktwo.methods.dates.edition import Edition, EditionKey
from tracktwo.methods.dates.wishes import Weights, Wishes, add_months

INFINITY = float("inf")


@dataclass(frozen=True)
class Row:
    """lower <= sum of coefficient x column <= upper."""

    columns: tuple[int, ...]
    coefficients: tuple[int, ...]
    lower: float
    upper: float


@dataclass(frozen=True)
class Repetition:
    """Options that share an association, a city, a continent or a year; each taken beyond the free ones weighs."""

    kind: str
    name: str
    options: tuple[int, ...]
    weight: int
    free: int = 1


@dataclass(frozen=True)
class PlanModel:
    """Minimise costs . x over whole x >= 0 subject to the rows.

    Columns: one per option (0 or 1: take it), one per option (0 or 1: it is the last workshop), one per
    repetition (how many beyond the first).
    """

    options: tuple[Option, ...]
    costs: tuple[int, ...]
    uppers: tuple[int, ...]
    rows: tuple[Row, ...]
    repetitions: tuple[Repetition, ...]

    def with_rows(self, *rows: Row) -> PlanModel:
        return replace(self, rows=self.rows + rows)

    def columns_of(self, edition: EditionKey) -> tuple[int, ...]:
        return tuple(place for place, option in enumerate(self.options) if option.edition.key == edition)


def build(candidates: Iterable[Candidate], wishes: Wishes, weights: Weights, *, a_year: int | None = None) -> PlanModel:
    """The model without a number of workshops; ``number_is`` adds it. Options are ordered by first day.

    ``a_year`` is how many workshops a year the facilitators carry. Rows: O(options); a clique per window of the least
    rhythm instead of a row per pair, which keeps the relaxation nearly whole.
    """
    options = (option for candidate in candidates for option in candidate.options)
    return build_of(options, wishes, weights, a_year=a_year)


def build_of(options: Iterable[Option], wishes: Wishes, weights: Weights, *, a_year: int | None = None) -> PlanModel:
    """The same of some options only."""
    options = tuple(sorted(options, key=lambda option: (option.first, option.edition.key)))
    repetitions = _repetitions(options, weights, a_year)
    n = len(options)
    rows = [*_locked_rows(options), *_least_rhythm(options, wishes), *_most_rhythm(options, wishes)]
    rows += _repetition_rows(repetitions, n)
    return PlanModel(
        options=options,
        costs=tuple(option.points + option.change for option in options)
        + (0,) * n
        + tuple(r.weight for r in repetitions),
        uppers=(1,) * (2 * n) + tuple(len(r.options) for r in repetitions),
        rows=tuple(rows),
        repetitions=repetitions,
    )


def number_is(model: PlanModel, number: int) -> Row:
    """Exactly ``number`` workshops."""
    return _sum(range(len(model.options)), number, number)


def must_take(model: PlanModel, edition: EditionKey) -> Row:
    """This edition carries a workshop."""
    return _sum(model.columns_of(edition), 1, 1)


def not_all_of(model: PlanModel, editions: Iterable[EditionKey]) -> Row:
    """At least one of these editions carries none: the cut that leads to the next best plan."""
    chosen = list(editions)
    columns = [column for edition in chosen for column in model.columns_of(edition)]
    return _sum(columns, 0, len(chosen) - 1)


def repetition_costs(chosen: Iterable[Option], weights: Weights, a_year: int | None = None) -> tuple[Cost, ...]:
    """What the plan costs as a whole: each association, city and continent beyond its first time, a year's load."""
    taken = tuple(chosen)
    found: dict[str, int] = {}
    for repetition in _repetitions(taken, weights, a_year):
        found[repetition.kind] = found.get(repetition.kind, 0) + len(repetition.options) - repetition.free
    return tuple(Cost(kind, count, count * getattr(weights, kind)) for kind, count in sorted(found.items()))


def too_close(first: Option, second: Option, wishes: Wishes) -> bool:
    """Whether two workshops lie nearer than the least rhythm allows."""
    earlier, later = sorted((first, second), key=lambda option: option.first)
    return later.first < add_months(earlier.first, wishes.months_min)


def _sum(columns: Iterable[int], lower: float, upper: float) -> Row:
    places = tuple(columns)
    return Row(places, (1,) * len(places), lower, upper)


def _locked_rows(options: tuple[Option, ...]) -> list[Row]:
    """A workshop held or promised stays."""
    return [_sum((place,), 1, 1) for place, option in enumerate(options) if option.locked]


def _least_rhythm(options: tuple[Option, ...], wishes: Wishes) -> list[Row]:
    """In any stretch of the least rhythm at most one workshop; locked ones keep their distance."""
    free = [place for place, option in enumerate(options) if not option.locked]
    starts = [options[place].first for place in free]
    rows, reached = [], 0
    for here, start in enumerate(starts):
        end = bisect_left(starts, add_months(start, wishes.months_min))
        if end > reached and end - here > 1:
            rows.append(_sum(free[here:end], 0, 1))
        reached = max(reached, end)
    for place in free:
        # Checked pair by pair only against the few that are locked.
        if any(option.locked and too_close(option, options[place], wishes) for option in options):
            rows.append(_sum((place,), 0, 0))
    return rows


def _most_rhythm(options: tuple[Option, ...], wishes: Wishes) -> list[Row]:
    """After every workshop but one, the last, the next comes within the greatest rhythm."""
    n = len(options)
    if not n:
        return []
    rows = [Row((n + i, i), (1, -1), -1, 0) for i in range(n)]
    if wishes.months_max is None:
        return rows
    starts = [option.first for option in options]
    locked = [place for place, option in enumerate(options) if option.locked]
    last_held = max((i for i, option in enumerate(options) if option.held), default=-1)
    rows.append(_sum(range(n, 2 * n), 0, 1))
    for i, option in enumerate(options):
        if i < last_held:
            continue  # nothing can be put between workshops that have been held
        end = bisect_right(starts, add_months(option.first, wishes.months_max))
        soonest = bisect_left(starts, add_months(option.first, wishes.months_min))
        # A locked workshop may follow however soon.
        after = [*(j for j in locked if i < j < min(soonest, end)), *range(max(i + 1, soonest), end)]
        columns = (*after, n + i, i)
        rows.append(Row(columns, (1,) * (len(after) + 1) + (-1,), 0, INFINITY))
    return rows


def _repetitions(options: tuple[Option, ...], weights: Weights, a_year: int | None) -> tuple[Repetition, ...]:
    groups: dict[tuple[str, str], list[int]] = {}
    for place, option in enumerate(options):
        for kind, name in _shared(option.edition, option.first.year):
            groups.setdefault((kind, name), []).append(place)
    return tuple(
        Repetition(kind, name, tuple(places), weight, free)
        for (kind, name), places in sorted(groups.items())
        if (free := _free(kind, a_year)) is not None and len(places) > free and (weight := getattr(weights, kind))
    )


def _free(kind: str, a_year: int | None) -> int | None:
    """How many weigh nothing: the first, or what the facilitators carry in a year."""
    return a_year if kind == "facilitator_load" else 1


def _shared(edition: Edition, year: int) -> list[tuple[str, str]]:
    shared = [("same_association", edition.association), ("facilitator_load", str(year))]
    if edition.country:
        shared.append(("same_city", f"{edition.country} {edition.city}"))
        shared.append(("same_continent", CONTINENT.get(edition.country, edition.country)))
    return shared


def _repetition_rows(repetitions: tuple[Repetition, ...], n: int) -> list[Row]:
    """Beyond the free ones: taken from the group, less those."""
    return [
        Row((*r.options, 2 * n + place), (*(1,) * len(r.options), -1), -INFINITY, r.free)
        for place, r in enumerate(repetitions)
    ]
