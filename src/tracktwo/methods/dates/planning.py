"""Choose, over several years, which editions carry a workshop: exactly, with a reason for every one left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates.answer import Answer, Stop
from tracktwo.methods.dates.candidates import Candidate, World, look_at
from tracktwo.methods.dates.change import Before, Promised, changes_between, weigh
from tracktwo.methods.dates.clear import KeepClear, clear_days
from tracktwo.methods.dates.desk import ALTERNATIVES, Desk, Progress
from tracktwo.methods.dates.edition import STATUSES, Edition, in_order
from tracktwo.methods.dates.entry import Delegation, EntryRule, EntryTable
from tracktwo.methods.dates.loosen import refuse_infeasible
from tracktwo.methods.dates.means import Means
from tracktwo.methods.dates.model import PlanModel, build, repetition_costs
from tracktwo.methods.dates.paths import Paths
from tracktwo.methods.dates.result import Plan, Rejected, Workshop
from tracktwo.methods.dates.ways import ExitRule, TransitRule
from tracktwo.methods.dates.wishes import Weights, Wishes, check_weights, check_wishes
from tracktwo.methods.record import Refusal

__all__ = ["ALTERNATIVES", "Rules", "plan"]


@dataclass(frozen=True)
class Rules:
    """What is known beside editions and delegation: borders, ways, exits, days kept, and the host's means."""

    entry: tuple[EntryRule, ...] = ()
    transit: tuple[TransitRule, ...] = ()
    exits: tuple[ExitRule, ...] = ()
    keep_clear: tuple[KeepClear, ...] = ()
    means: Means = Means()


def plan(
    editions: Iterable[Edition],
    delegation: Delegation,
    rules: Iterable[EntryRule],
    keep_clear: Iterable[KeepClear],
    wishes: Wishes,
    today: date,
    *,
    transit: Iterable[TransitRule] = (),
    exits: Iterable[ExitRule] = (),
    means: Means | None = None,
    before: Iterable[Promised] | None = None,
    weights: Weights | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """The plan of least points among all that keep every hard wish.

    Every edition given is either chosen or rejected with at least one reason: a fixed one (cancelled, past,
    a kept day, a barred passport …), or, where the edition could have been taken, what taking it would
    break or cost. That cost is exact, except that in calendars too long to ask of every edition some are told
    between two numbers of points (``plan.costs_between``). ``progress(done, of)`` is called between questions. All
    keep-clear days given count: the caller leaves out communities that take no part.

    With ``before``, the workshops of the plan before, it is planned again: as few of them changed as can be, then as
    few days moved, then as few points. As many workshops are wished for as there were; where so many do not fit, one
    fewer, and so on. ``Plan.changes`` says what changed.

    Raises Refusal ``plan.…`` for wishes that contradict themselves, and ``NoPlan`` with each single wish
    whose loosening would help where no plan keeps them all. Worst case exponential (an integer programme);
    200 editions take seconds.
    """
    weights = weights or Weights()
    listed = _check_editions(tuple(editions), wishes)
    check_wishes(wishes)
    check_weights(weights)
    known = Rules(tuple(rules), tuple(transit), tuple(exits), tuple(keep_clear), means or Means())
    world = _world(listed, delegation, known, wishes, today)
    desk = _Room(listed, wishes, weights, world, progress or _silent, stop)
    return desk.plan() if before is None else desk.plan_again(_without_locked(before, wishes))


@dataclass(frozen=True)
class _Room:
    """Everything that is planned with."""

    editions: tuple[Edition, ...]
    wishes: Wishes
    weights: Weights
    world: World
    progress: Progress
    stop: Stop | None

    def plan(self) -> Plan:
        candidates = self._candidates()
        model = self._build(candidates)
        paths = Paths(model, self.wishes)
        number = self.wishes.workshops
        if number is None:
            number = paths.most()
        if number is None or (number and not paths.holds(number)):
            refuse_infeasible(self.editions, self.wishes, self.weights, self.world, self.stop)
        return self._answer(candidates, model, number, None)

    def plan_again(self, before: Before) -> Plan:
        candidates = self._candidates()
        paths = Paths(self._build(candidates), self.wishes)
        wanted = self.wishes.workshops or len(before.workshops) + len(self.wishes.locked)
        number = next((number for number in range(wanted, 0, -1) if paths.holds(number)), paths.most())
        if number is None:
            refuse_infeasible(self.editions, self.wishes, self.weights, self.world, self.stop)
        weighed = weigh(candidates, before, self.weights, number)
        return self._answer(weighed, self._build(weighed), number, before)

    def _candidates(self) -> tuple[Candidate, ...]:
        return tuple(look_at(edition, self.wishes, self.weights, self.world) for edition in self.editions)

    def _build(self, candidates: Iterable[Candidate]) -> PlanModel:
        return build(candidates, self.wishes, self.weights, a_year=self._a_year)

    @property
    def _a_year(self) -> int | None:
        return self.world.means.workshops_a_year()

    def _answer(self, candidates: Iterable[Candidate], model: PlanModel, number: int, before: Before | None) -> Plan:
        desk = Desk(model, number, self.wishes, self.weights, self._a_year, before, self.stop)
        best = desk.best
        objective = best.objective - sum(option.change for option in best.chosen)
        return Plan(
            workshops=_workshops(best),
            rejected=tuple(self._explain(desk, candidates)),
            alternatives=desk.next_best(),
            shared_costs=repetition_costs(best.chosen, self.weights, self._a_year),
            objective=objective,
            bound=max(0, objective - (best.objective - best.bound)),
            gap=best.gap,
            editions=len(self.editions),
            constraints=len(model.rows) + 1,
            today=self.world.today,
            changes=None if before is None else changes_between(before, best.chosen),
        )

    def _explain(self, desk: Desk, candidates: Iterable[Candidate]) -> Iterator[Rejected]:
        chosen = {option.edition.key for option in desk.best.chosen}
        left = [candidate for candidate in candidates if candidate.edition.key not in chosen]
        asked = desk.reasons([candidate for candidate in left if not candidate.barred_by], self.progress)
        for candidate in left:
            edition = candidate.edition
            reasons = candidate.barred_by or asked[edition.key]
            yield Rejected(edition, reasons, candidate.remarks, _may_enter(edition, self.world))


def _without_locked(before: Iterable[Promised], wishes: Wishes) -> Before:
    locked = {lock.edition for lock in wishes.locked}
    return Before(tuple(one for one in before if one.edition.key not in locked))


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


def _world(editions: tuple[Edition, ...], delegation: Delegation, rules: Rules, wishes: Wishes, today: date) -> World:
    days = [edition.start for edition in editions] + [edition.end for edition in editions]
    days += [lock.first for lock in wishes.locked] or [wishes.first_day]
    around = timedelta(days=120)  # wider than any offset, length, slack and margin together
    clear = clear_days(rules.keep_clear, min(days) - around, max(days) + around)
    return World(delegation, EntryTable(rules.entry, rules.transit), clear, today, rules.exits, rules.means)


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


def _may_enter(edition: Edition, world: World) -> int | None:
    if not edition.country:
        return None
    needs = world.entry.classes(world.delegation, edition.country, edition.start)
    return sum(one.count for one in needs if one.is_admitted)
