"""Choose, over several years, which editions carry a workshop: exactly, with a reason for every one left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates.answer import Answer, Stop, solve
from tracktwo.methods.dates.candidates import Candidate, World, look_at
from tracktwo.methods.dates.clear import KeepClear, clear_days
from tracktwo.methods.dates.edition import STATUSES, Edition, in_order
from tracktwo.methods.dates.entry import BARRED, UNKNOWN, Delegation, EntryRule, EntryTable
from tracktwo.methods.dates.loosen import refuse_infeasible
from tracktwo.methods.dates.model import (
    PlanModel,
    build,
    must_take,
    not_all_of,
    number_is,
    repetition_costs,
    too_close,
)
from tracktwo.methods.dates.reason import Reason
from tracktwo.methods.dates.result import Alternative, Plan, Rejected, Workshop
from tracktwo.methods.dates.wishes import Weights, Wishes, check_weights, check_wishes
from tracktwo.methods.record import Refusal

Progress = Callable[[int, int], None]

ALTERNATIVES = 3


def plan(
    editions: Iterable[Edition],
    delegation: Delegation,
    rules: Iterable[EntryRule],
    keep_clear: Iterable[KeepClear],
    wishes: Wishes,
    today: date,
    *,
    weights: Weights | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """The plan of least points among all that keep every hard wish.

    Every edition given is either chosen or rejected with at least one reason: a fixed one (cancelled, past,
    a kept day, a barred passport …), or, where the edition could have been taken, what taking it would
    break or cost (each such edition is forced in and the plan solved again). ``progress(done, of)`` is
    called between solves. All keep-clear days given count: the caller leaves out communities that take no
    part.

    Raises Refusal ``plan.…`` for wishes that contradict themselves, and ``NoPlan`` with each single wish
    whose loosening would help where no plan keeps them all. Worst case exponential (an integer programme);
    200 editions take seconds.
    """
    weights = weights or Weights()
    listed = _check_editions(tuple(editions), wishes)
    check_wishes(wishes)
    check_weights(weights)
    world = _world(listed, delegation, rules, keep_clear, wishes, today)
    return _plan(listed, wishes, weights, world, progress or _silent, stop)


def _plan(
    editions: tuple[Edition, ...],
    wishes: Wishes,
    weights: Weights,
    world: World,
    progress: Progress,
    stop: Stop | None,
) -> Plan:
    candidates = [look_at(edition, wishes, weights, world) for edition in editions]
    model = build(candidates, wishes, weights)
    number = wishes.workshops
    if number is None:
        number = _most(model, stop)
    best = None if number is None else solve(model.with_rows(number_is(model, number)), stop=stop)
    if best is None:
        refuse_infeasible(editions, wishes, weights, world, stop)
    desk = _Desk(model.with_rows(number_is(model, number or 0)), best, wishes, progress, stop)
    return Plan(
        workshops=_workshops(best),
        rejected=desk.explain(candidates, world),
        alternatives=desk.next_best(),
        shared_costs=repetition_costs(best.chosen, weights),
        objective=best.objective,
        bound=best.bound,
        gap=best.gap,
        editions=len(editions),
        constraints=len(desk.model.rows),
        today=world.today,
    )


def _silent(done: int, of: int) -> None:
    return None


def _check_editions(editions: tuple[Edition, ...], wishes: Wishes) -> tuple[Edition, ...]:
    counts = Counter(edition.key for edition in editions)
    for edition in editions:
        named = {"association": edition.association, "edition": edition.edition}
        if counts[edition.key] > 1:
            raise Refusal("plan.edition_twice", **named)
        if edition.end < edition.start:
            raise Refusal("plan.edition_backwards", **named)
        if edition.status not in STATUSES:
            raise Refusal("plan.status_unknown", **named, statuses=", ".join(STATUSES))
    for lock in wishes.locked:
        if lock.edition not in counts:
            raise Refusal("plan.locked_unknown", association=lock.edition[0], edition=lock.edition[2])
    return in_order(editions)


def _world(
    editions: tuple[Edition, ...],
    delegation: Delegation,
    rules: Iterable[EntryRule],
    keep_clear: Iterable[KeepClear],
    wishes: Wishes,
    today: date,
) -> World:
    days = [edition.start for edition in editions] + [edition.end for edition in editions]
    days += [lock.first for lock in wishes.locked] or [wishes.first_day]
    around = timedelta(days=120)  # wider than any offset, length, slack and margin together
    clear = clear_days(keep_clear, min(days) - around, max(days) + around)
    return World(delegation, EntryTable(rules), clear, today)


def _most(model: PlanModel, stop: Stop | None) -> int | None:
    """The greatest number of workshops that the rhythm allows."""
    n = len(model.options)
    answer = solve(model, costs=(-1,) * n + (0,) * (len(model.costs) - n), stop=stop)
    return None if answer is None else len(answer.chosen)


def _workshops(best: Answer) -> tuple[Workshop, ...]:
    return tuple(
        Workshop(
            number=number,
            edition=option.edition,
            first=option.first,
            last=option.last,
            offset_days=option.offset_days,
            locked=option.locked,
            held=option.held,
            costs=option.costs,
            remarks=option.remarks,
            entry=option.entry,
            apply_by=min((day for needs in option.entry if (day := needs.apply_by(option.first))), default=None),
        )
        for number, option in enumerate(best.chosen, start=1)
    )


@dataclass(frozen=True)
class _Desk:
    """Where the chosen plan is questioned: the model with its number fixed, and the answer it gave."""

    model: PlanModel
    best: Answer
    wishes: Wishes
    progress: Progress
    stop: Stop | None

    def explain(self, candidates: Iterable[Candidate], world: World) -> tuple[Rejected, ...]:
        chosen = {option.edition.key for option in self.best.chosen}
        left = [candidate for candidate in candidates if candidate.edition.key not in chosen]
        rejected = []
        for done, candidate in enumerate(left):
            self.progress(done, len(left) + ALTERNATIVES)
            reasons = candidate.barred_by or self._against(candidate)
            may_enter = _may_enter(candidate.edition, world)
            rejected.append(Rejected(candidate.edition, reasons, candidate.remarks, may_enter))
        return tuple(rejected)

    def next_best(self) -> tuple[Alternative, ...]:
        """The next plans in order of cost, each with at least one other edition than all before it."""
        found: list[Alternative] = []
        model, latest = self.model, self.best
        while len(found) < ALTERNATIVES and latest.chosen:
            editions = [option.edition.key for option in latest.chosen]
            model = model.with_rows(not_all_of(model, editions))
            answer = solve(model, stop=self.stop)
            if answer is None:
                break
            found.append(self._compare(answer))
            latest = answer
        return tuple(found)

    def _against(self, candidate: Candidate) -> tuple[Reason, ...]:
        near = self._near(candidate)
        forced = solve(self.model.with_rows(must_take(self.model, candidate.edition.key)), stop=self.stop)
        if forced is None:
            return near or (self._no_room(),)
        change = self._compare(forced)
        cities = ", ".join(edition.place_name for edition in change.leave)
        if change.costs_more:
            return (*near, Reason("plan.costs_more", {"points": change.costs_more, "leaves": cities}))
        return (*near, Reason("plan.just_as_good", {"leaves": cities}))

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
            return Reason("plan.breaks_number", {"workshops": len(self.best.chosen)})
        return Reason("plan.breaks_rhythm", {"workshops": len(self.best.chosen), "months_max": most})

    def _compare(self, other: Answer) -> Alternative:
        ours = {option.edition.key: option.edition for option in self.best.chosen}
        theirs = {option.edition.key: option.edition for option in other.chosen}
        return Alternative(
            leave=tuple(edition for key, edition in ours.items() if key not in theirs),
            come=tuple(edition for key, edition in theirs.items() if key not in ours),
            costs_more=other.objective - self.best.objective,
        )


def _may_enter(edition: Edition, world: World) -> int | None:
    if not edition.country:
        return None
    needs = world.entry.classes(world.delegation, edition.country, edition.start)
    return sum(one.count for one in needs if one.requirement not in (BARRED, UNKNOWN))
