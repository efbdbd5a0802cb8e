"""What a cohort must keep beside the plain quotas: who may not sit together, crossed quotas."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.actions.pools import check_unfilled
from tracktwo.steps.select.convert import CROSS
from tracktwo.steps.select.models import Pool, Quota, Tie

Pair = tuple[str, str]  # a feature and a value


@transaction.atomic
def tie(pool: Pool, kind: str, labels: Collection[str], *, by: Standing, now: datetime) -> Tie:
    """Of these people at most one may sit."""
    check_unfilled(pool.workshop, now)
    members = set(pool.members.filter(label__in=labels))
    if len(members) < 2 or len(members) != len(set(labels)):
        raise Refusal("select.tie_needs_two")
    if any(set(one.members.all()) == members for one in pool.ties.prefetch_related("members")):
        raise Refusal("select.tied_already")
    made = Tie.objects.create(pool=pool, kind=kind)
    made.members.set(members)
    _record_rules(pool, by, now)
    return made


@transaction.atomic
def untie(pool: Pool, number: int, *, by: Standing, now: datetime) -> None:
    check_unfilled(pool.workshop, now)
    if not pool.ties.filter(pk=number).delete()[0]:
        raise Refusal("select.rule_gone")
    _record_rules(pool, by, now)


@transaction.atomic
def cross(pool: Pool, first: Pair, second: Pair, least: int, most: int, *, by: Standing, now: datetime) -> Quota:
    """A quota on people who have both values: women of one community, newcomers over sixty."""
    check_unfilled(pool.workshop, now)
    if first[0] == second[0]:
        raise Refusal("select.crossing_of_one")
    known = set(pool.quotas.values_list("feature", "value"))
    if first not in known or second not in known or any(CROSS in feature for feature, _value in (first, second)):
        raise Refusal("select.rule_gone")
    pairs = sorted((first, second))
    feature, value = (CROSS.join(pair[place] for pair in pairs) for place in (0, 1))
    if (feature, value) in known:
        raise Refusal("select.crossed_already")
    if least > most:
        raise Refusal("select.crossing_reversed", least=least, most=most)
    if len(feature) > 80 or len(value) > 120:
        raise Refusal("select.crossing_too_long")
    made = Quota.objects.create(pool=pool, feature=feature, value=value, least=least, most=most)
    _record_rules(pool, by, now)
    return made


@transaction.atomic
def uncross(pool: Pool, number: int, *, by: Standing, now: datetime) -> None:
    """Drop a crossing; the plain quotas under it stay."""
    check_unfilled(pool.workshop, now)
    if not pool.quotas.filter(pk=number, feature__contains=CROSS).delete()[0]:
        raise Refusal("select.rule_gone")
    _record_rules(pool, by, now)


def _record_rules(pool: Pool, by: Standing, now: datetime) -> None:
    record(
        "select.rules_set",
        book=pool.workshop.programme.compartment.book,
        role=by.role,
        at=now,
        ties=pool.ties.count(),
        crossings=pool.quotas.filter(feature__contains=CROSS).count(),
    )
