"""Where a plan is questioned: the best one, the next best, and what each edition left would have cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from tracktwo.methods.dates.answer import Answer, Stop, solve
from tracktwo.methods.dates.candidates import Candidate, Cost, Option
from tracktwo.methods.dates.change import Before, sum_changes
from tracktwo.methods.dates.edition import EditionKey
from tracktwo.methods.dates.model import (
    PlanModel,
    build_of,
    must_take,
    not_all_of,
    number_is,
    repetition_costs,
    too_close,
)
from tracktwo.methods.dates.paths import Explored, Paths, whole
from tracktwo.methods.dates.reason import Param, Reason
from tracktwo.methods.dates.result import Alternative
from tracktwo.methods.dates.wishes import Weights, Wishes
from tracktwo.methods.record import Refusal

Progress = Callable[[int, int], None]

ALTERNATIVES = 3
# What the solver may be asked where the bounds leave a reason open: squares of the options it looks at, summed up.
ASKED = 500_000

_Known = tuple[int, tuple[Option, ...]]


@dataclass(frozen=True)
class Desk:
    """A model of exactly ``number`` workshops, with the bounds found for it."""

    model: PlanModel
    number: int
    wishes: Wishes
    weights: Weights
    a_year: int | None
    before: Before | None
    stop: Stop | None

    @cached_property
    def _paths(self) -> Paths:
        return Paths(self.model, self.wishes)

    @cached_property
    def _explored(self) -> Explored | None:
        return self._paths.explore(self.number) if self.number else None

    @cached_property
    def best(self) -> Answer:
        """The cheapest plan, proved by the solver over all options that any plan so cheap could hold."""
        if self._explored is None:
            return Answer((), 0, 0)
        found = self._solve(self._explored.met.ranked[0][0])
        if found is None:
            raise Refusal("plan.stopped")
        return found

    def next_best(self) -> tuple[Alternative, ...]:
        """The next plans in order of cost, each with at least one other edition than all before it."""
        if self._explored is None:
            return ()
        ranked = self._explored.met.ranked
        most = ranked[ALTERNATIVES][0] if len(ranked) > ALTERNATIVES else float("inf")
        model = self._within(most)
        found: list[Alternative] = []
        latest: Answer | None = self.best
        while latest is not None and len(found) < ALTERNATIVES:
            model = model.with_rows(not_all_of(model, (option.edition.key for option in latest.chosen)))
            latest = solve(model, stop=self.stop)
            if latest is not None:
                found.append(self._compare(latest.chosen))
        return tuple(found)

    def reasons(self, left: Iterable[Candidate], progress: Progress) -> dict[EditionKey, tuple[Reason, ...]]:
        """Against each of these editions, which could all have been taken: what taking it would break or cost."""
        asked = list(left)
        if self._explored is None:
            return {candidate.edition.key: (self._no_room(),) for candidate in asked}

        def tell(done: int) -> None:
            if self.stop is not None and self.stop():
                raise Refusal("plan.stopped")
            progress(done, len(asked) + ALTERNATIVES)

        keys = [candidate.edition.key for candidate in asked]
        bounds = self._paths.explore_each(keys, self._explored, self.number, tell)
        prices = self._settle(bounds, self._explored)
        return {one.edition.key: self._against(one, prices.get(one.edition.key)) for one in asked}

    def _settle(self, bounds: dict[EditionKey, float], explored: Explored) -> dict[EditionKey, _Known]:
        """For each edition that some plan holds: no plan with it costs less than this; the cheapest one known.

        What the bounds leave open is put to the solver, the smallest questions first, until ``ASKED`` is used up.
        """
        met = {key: explored.met.cheapest_with(key) for key, bound in bounds.items() if bound < float("inf")}
        known, sizes = {}, {}
        for key, one in met.items():
            if one is None:
                raise LookupError("an edition with a bound has been met on the way to it")
            cost, path = one
            known[key] = (min(whole(bounds[key]), cost), tuple(self.model.options[place] for place in path))
            if whole(bounds[key]) < cost:
                sizes[key] = (len(explored.within(cost)), cost)
        room = ASKED
        for key, (size, cost) in sorted(sizes.items(), key=lambda one: (one[1], one[0])):
            room -= size * size
            answer = self._solve(cost, key) if room >= 0 else None
            if answer is not None:
                known[key] = (answer.bound, answer.chosen)
        return known

    def _against(self, candidate: Candidate, known: _Known | None) -> tuple[Reason, ...]:
        near = self._near(candidate)
        if known is None:
            return near or (self._no_room(),)
        return (*near, self._price(*known))

    def _price(self, least: int, chosen: tuple[Option, ...]) -> Reason:
        """What it would cost at least, and what the best plan found with it leaves out."""
        change = self._compare(chosen)
        leaves = ", ".join(edition.place_name for edition in change.leave)
        told: dict[str, Param]
        if self.before is not None:
            more = sum_changes(chosen) - sum_changes(self.best.chosen)
            if least < self._total(chosen):
                told = {"count": more.workshops, "days": more.days, "leaves": leaves}
                return Reason("plan.changes_at_most", told)
            if more.workshops > 0:
                return Reason("plan.changes_more", {"count": more.workshops, "leaves": leaves})
            if more.days > 0:
                return Reason("plan.moves_more", {"days": more.days, "leaves": leaves})
        elif least < self._total(chosen):
            told = {
                "least": least - self.best.objective,
                "points": change.costs_more,
                "leaves": leaves,
            }
            return Reason("plan.costs_between", told)
        if change.costs_more > 0:
            return Reason("plan.costs_more", {"points": change.costs_more, "leaves": leaves})
        return Reason("plan.just_as_good", {"leaves": leaves})

    def _near(self, candidate: Candidate) -> tuple[Reason, ...]:
        """Chosen workshops too near to every day this edition could offer."""
        return tuple(
            Reason(
                "plan.too_close",
                {
                    "days": min(abs((option.first - other.first).days) for option in candidate.options),
                    "number": number,
                    "city": other.edition.place_name,
                    "months_min": self.wishes.months_min,
                },
            )
            for number, other in enumerate(self.best.chosen, start=1)
            if all(too_close(option, other, self.wishes) for option in candidate.options)
        )

    def _no_room(self) -> Reason:
        """No chosen workshop is too near, and yet no plan of this number holds it."""
        most = self.wishes.months_max
        if most is None:
            return Reason("plan.breaks_number", {"workshops": self.number})
        return Reason("plan.breaks_rhythm", {"workshops": self.number, "months_max": most})

    def _compare(self, chosen: Iterable[Option]) -> Alternative:
        taken = tuple(chosen)
        ours = {option.edition.key: option.edition for option in self.best.chosen}
        theirs = {option.edition.key: option.edition for option in taken}
        more = self._differences(taken)
        return Alternative(
            leave=tuple(edition for key, edition in ours.items() if key not in theirs),
            come=tuple(edition for key, edition in theirs.items() if key not in ours),
            costs_more=sum(cost.points for cost in more),
            worse=tuple(cost for cost in more if cost.count > 0),
            better=tuple(Cost(cost.kind, -cost.count, -cost.points) for cost in more if cost.count < 0),
        )

    def _differences(self, chosen: tuple[Option, ...]) -> list[Cost]:
        """Of each inconvenience how much more there is than in the best plan; the heaviest first."""
        theirs, ours = self._sum(chosen), self._sum(self.best.chosen)
        kinds = sorted({*theirs, *ours})
        found = []
        for kind in kinds:
            (count, points), (was, weighed) = theirs.get(kind, (0, 0)), ours.get(kind, (0, 0))
            found.append(Cost(kind, count - was, points - weighed))
        return sorted((cost for cost in found if cost.points), key=lambda cost: (-abs(cost.points), cost.kind))

    def _sum(self, chosen: tuple[Option, ...]) -> dict[str, tuple[int, int]]:
        shared = repetition_costs(chosen, self.weights, self.a_year)
        found: dict[str, tuple[int, int]] = {}
        for cost in (*(cost for option in chosen for cost in option.costs), *shared):
            count, points = found.get(cost.kind, (0, 0))
            found[cost.kind] = (count + cost.count, points + cost.points)
        return found

    def _total(self, chosen: tuple[Option, ...]) -> int:
        points = sum(points for _, points in self._sum(chosen).values())
        return points + sum(option.change for option in chosen)

    def _within(self, most: float) -> PlanModel:
        """The model of those options that a plan of at most ``most`` points can hold."""
        places = range(len(self.model.options)) if self._explored is None else self._explored.within(most)
        options = (self.model.options[place] for place in places)
        model = build_of(options, self.wishes, self.weights, a_year=self.a_year)
        return model.with_rows(number_is(model, self.number))

    def _solve(self, most: float, edition: EditionKey | None = None) -> Answer | None:
        model = self._within(most)
        if edition is not None:
            model = model.with_rows(must_take(model, edition))
        return solve(model, stop=self.stop)
