"""Composing small rooms, keeping two apart, and forgetting both when the workshop is over."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from itertools import combinations

from django.db import transaction
from django.db.models import F, Q

from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.groups import compose, count_unmet, pair_of
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended, latest_day
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.rooms import key_of, seating_of
from tracktwo.steps.prepare.models import Acquaintance, KeptApart, RoomPlan, Tongues
from tracktwo.steps.prepare.queries.rooms import ask_of, latest_plan, marks_by_pair, room_seats, workshops_over
from tracktwo.steps.select.models import Seat

# For so many years after their last small room it is known that two sat in one; then the count is destroyed.
YEARS_KNOWN = 3


@transaction.atomic
def say_tongues(seat: Seat, languages: Collection[str]) -> None:
    """In which languages a seat can talk."""
    if not languages:
        raise Refusal("prepare.tongues_missing")
    Tongues.objects.update_or_create(seat=seat, defaults={"languages": sorted(set(languages))})


@transaction.atomic
def keep_apart(one: Seat, other: Seat, *, by: Standing, now: datetime) -> None:
    """These two never share a small room. The record says that the pairs were changed, and nothing of whom."""
    first, second = sorted((one, other), key=lambda seat: seat.pk)
    if first == second or first.workshop_id != second.workshop_id:
        raise Refusal("prepare.pair_unfit")
    _pair, new = KeptApart.objects.get_or_create(one=first, other=second)
    if new:
        _note_pairs(first.workshop, by, now)


@transaction.atomic
def let_together(pair: KeptApart, *, by: Standing, now: datetime) -> None:
    workshop = pair.one.workshop
    pair.delete()
    _note_pairs(workshop, by, now)


def _note_pairs(workshop: Workshop, by: Standing, now: datetime) -> None:
    book = workshop.programme.compartment.book
    record("prepare.pairs_changed", book=book, role=by.role, at=now, workshop=workshop.number)


@transaction.atomic
def ask_rooms(
    workshop: Workshop, *, rooms: int, rounds: int, interpreters: Sequence[Sequence[str]], by: Standing, now: datetime
) -> RoomPlan:
    """Put it in the queue. What was composed before stays until it is done."""
    if has_ended(workshop, now):
        raise Refusal("prepare.workshop_over")
    plan = RoomPlan.objects.create(
        workshop=workshop,
        rooms=rooms,
        rounds=rounds,
        interpreters=[sorted(set(languages)) for languages in interpreters],
        seed=secrets.token_hex(32),
        asked_at=now,
    )
    book = workshop.programme.compartment.book
    record("prepare.rooms_asked", book=book, role=by.role, at=now, workshop=workshop.number, rooms=rooms, rounds=rounds)
    enqueue("prepare.compose_rooms", plan.pk)
    return plan


def compose_rooms(
    plan: RoomPlan, *, now: datetime, report: Callable[[int, int], None], stop: Callable[[], bool]
) -> None:
    """Called by the task. Earlier plans of the workshop go: there is one, and who sat where in a draft is nobody's."""
    ask = ask_of(plan)
    found = compose(ask, bytes.fromhex(plan.seed), stop=stop, progress=report)
    unmet = count_unmet(ask, found)
    plan.seating, plan.repeats, plan.bound = seating_of(found), found.repeats, found.bound
    plan.unmet = [[*sides, *counts] for sides, counts in unmet.items()]
    plan.composed_at = now
    with transaction.atomic():
        plan.save()
        plan.workshop.room_plans.filter(pk__lt=plan.pk).delete()
        _note_composed(plan, now)


def _note_composed(plan: RoomPlan, now: datetime) -> None:
    record(
        "prepare.rooms_composed",
        book=plan.workshop.programme.compartment.book,
        role="machine",
        at=now,
        workshop=plan.workshop.number,
        repeats=plan.repeats,
        bound=plan.bound,
    )


@transaction.atomic
def forget_rooms(now: datetime) -> int:
    """Of workshops that are over everywhere, count who sat with whom, then destroy rooms and pairs kept apart.

    The counts go three years after the last small room of the two, or with the programme's last year. Returns how many
    rows went.
    """
    day = latest_day(now)
    gone = sum(_forget_rooms_of(workshop) for workshop in workshops_over(day))
    old = Q(last_year__lt=day.year - YEARS_KNOWN) | Q(programme__last_year__lt=day.year)
    return gone + Acquaintance.objects.filter(old).delete()[0]


def _forget_rooms_of(workshop: Workshop) -> int:
    plan = latest_plan(workshop)
    if plan is not None:
        _remember(plan)
    pairs = KeptApart.objects.filter(one__workshop=workshop).delete()[0]
    said = Tongues.objects.filter(seat__workshop=workshop).delete()[0]
    return pairs + said + workshop.room_plans.all().delete()[0]


def _remember(plan: RoomPlan) -> None:
    marks = marks_by_pair(room_seats(plan.workshop))
    met: Counter[str] = Counter()
    for rooms in plan.seating:
        for room in rooms:
            keys = map(key_of, room["seats"])
            met.update(marks[pair] for one, other in combinations(keys, 2) if (pair := pair_of(one, other)) in marks)
    programme, year = plan.workshop.programme, plan.workshop.ends_on.year
    for mark, times in sorted(met.items()):
        known, new = Acquaintance.objects.get_or_create(
            programme=programme, mark=mark, defaults={"times": times, "last_year": year}
        )
        if not new:
            Acquaintance.objects.filter(pk=known.pk).update(times=F("times") + times, last_year=year)
