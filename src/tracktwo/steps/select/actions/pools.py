"""Who can be chosen, and within which quotas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.lottery import Question
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions.carry import carry_rules
from tracktwo.steps.select.convert import ATTRIBUTES, NO, YES, community_names, feature_label, value_label
from tracktwo.steps.select.models import Nomination, Pool, PoolMember, Quota, Tie
from tracktwo.steps.select.queries import (
    current_pool,
    eligible_among,
    has_taken_part,
    list_seats,
    uses_assessment,
)

LARGEST_POOL = 5000


@transaction.atomic
def gather_pool(workshop: Workshop, seats: int, *, by: Standing, now: datetime) -> Pool:
    """Make the pool of everybody who consented, with quotas to start from: communities equal, the rest open."""
    check_unfilled(workshop, now)
    nominations = workshop.programme.nominations.filter(state=Nomination.State.CONSENTED).select_related(
        "account", "community", "programme"
    )
    if uses_assessment(workshop.programme):
        nominations = eligible_among(nominations)
        if len(nominations) < seats:
            raise Refusal("select.too_few_eligible", people=len(nominations), seats=seats)
    nominations = list(nominations)
    if len(nominations) < seats:
        raise Refusal("select.too_few", people=len(nominations), seats=seats)
    older = current_pool(workshop, Pool.Kind.NOMINEES)
    pool = Pool.objects.create(workshop=workshop, kind=Pool.Kind.NOMINEES, seats=seats, made_at=now)
    PoolMember.objects.bulk_create(_member(pool, nomination) for nomination in nominations)
    _begin_quotas(pool)
    if older is not None:
        carry_rules(older, pool)
    record(
        "select.pool_gathered", book=workshop.programme.compartment.book, role=by.role, at=now, people=len(nominations)
    )
    return pool


def _member(pool: Pool, nomination: Nomination) -> PoolMember:
    account = nomination.account
    derived = {
        "community": str(nomination.community.number),
        "returning": YES if has_taken_part(nomination.programme, account) else NO,
    }
    label = account.alias if account else str(nomination.pk)
    return PoolMember(pool=pool, label=label, nomination=nomination, attributes={**nomination.attributes, **derived})


def _begin_quotas(pool: Pool) -> None:
    sides = [str(community.number) for community in pool.workshop.programme.communities.all()]
    share, rest = divmod(pool.seats, len(sides))
    for side in sides:
        Quota.objects.create(pool=pool, feature="community", value=side, least=share, most=share + (rest > 0))
    open_values = {**ATTRIBUTES, "returning": (YES, NO)}
    for feature, values in open_values.items():
        for value in values:
            Quota.objects.create(pool=pool, feature=feature, value=value, least=0, most=pool.seats)


@transaction.atomic
def import_practice(workshop: Workshop, question: Question, digest: str, *, by: Standing, now: datetime) -> Pool:
    """Keep a practice file: rows without persons, to see what quotas would do."""
    check_unfilled(workshop, now)
    if len(question.people) > LARGEST_POOL:
        raise Refusal("select.pool_too_large", people=len(question.people), most=LARGEST_POOL)
    pool = Pool.objects.create(
        workshop=workshop, kind=Pool.Kind.PRACTICE, seats=question.seats, digest=digest, made_at=now
    )
    PoolMember.objects.bulk_create(
        PoolMember(pool=pool, label=person.id, attributes=dict(person.features)) for person in question.people
    )
    _tie_groups(pool, question)
    Quota.objects.bulk_create(
        Quota(pool=pool, feature=one.feature, value=one.value, least=one.minimum, most=one.maximum)
        for one in question.quotas
    )
    book = workshop.programme.compartment.book
    record("select.pool_imported", book=book, role=by.role, at=now, people=len(question.people), digest=digest)
    return pool


def _tie_groups(pool: Pool, question: Question) -> None:
    """The households of a file, as ties: of those who share one at most one sits."""
    shared: dict[str, list[str]] = {}
    for person in question.people:
        for group in person.groups:
            shared.setdefault(group, []).append(person.id)
    by_label = {member.label: member for member in pool.members.all()}
    for labels in shared.values():
        if len(labels) > 1:
            made = Tie.objects.create(pool=pool, kind=Tie.Kind.HOUSEHOLD)
            made.members.set(by_label[label] for label in labels)


def _quota_words(quota: Quota) -> str:
    names = community_names(quota.pool.workshop.programme.communities.all())
    return f"{feature_label(quota.feature)}: {value_label(quota.feature, quota.value, names)}"


@transaction.atomic
def set_quotas(pool: Pool, ranges: Mapping[tuple[str, str], tuple[int, int]], *, by: Standing, now: datetime) -> None:
    """Set every quota of a pool. What was computed before stays to be compared, and cannot be kept any more."""
    check_unfilled(pool.workshop, now)
    for quota in pool.quotas.all():
        least, most = ranges[quota.feature, quota.value]
        if least > most:
            raise Refusal("select.quota_reversed", value=_quota_words(quota), least=least, most=most)
        quota.least, quota.most = least, most
        quota.save(update_fields=["least", "most"])
    record("select.quotas_set", book=pool.workshop.programme.compartment.book, role=by.role, at=now)


def check_unfilled(workshop: Workshop, now: datetime) -> None:
    """Raise Refusal ``select.filled_already`` for a workshop that has its cohort, or was closed by then."""
    closed = workshop.closed_at is not None and workshop.closed_at <= now
    if closed or list_seats(workshop).exists():
        raise Refusal("select.filled_already")
