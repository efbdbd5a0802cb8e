"""Deeds of step 3."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.draws import describe_result, digest_quotas, draw, write_proof
from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import grant, issue_invitation
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.foundation.vault.actions import keep_identity, shred
from tracktwo.methods.lottery import Question, find_lottery, read_seed
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.convert import ATTRIBUTES, NO, YES, question_of
from tracktwo.steps.select.models import Cohort, Nomination, Pool, PoolMember, Quota, Seat
from tracktwo.steps.select.queries import has_taken_part, list_seats

LARGEST_POOL = 5000
NUMBER_BYTES = 32


def propose(
    programme: Programme, community: Community, identity: Mapping[str, str], *, by: Standing, now: datetime
) -> Nomination:
    """Nominate somebody: name and contact go into the vault (which may be sealed), here stays a handle."""
    with transaction.atomic():
        person = keep_identity(programme.compartment, identity)
        nomination = Nomination.objects.create(
            programme=programme, community=community, person=person, proposed_on=now.date()
        )
        record("select.nominated", book=programme.compartment.book, role=by.role, side=by.side, at=now, count=1)
    return nomination


@transaction.atomic
def invite(nomination: Nomination, *, by: Standing, now: datetime) -> str:
    """A one-time code with which the nominee comes to answer; returned once."""
    invitation, code = issue_invitation(
        nomination.programme.compartment, Role.NOMINEE, nomination.community.number, by=by, now=now
    )
    nomination.invitation = invitation
    nomination.save(update_fields=["invitation"])
    return code


def address_to(nomination: Nomination, account: Account) -> None:
    """The nominee has an account in this programme already and answers with it; no code is needed."""
    _check_unanswered(nomination)
    nomination.account = account
    nomination.save(update_fields=["account"])


@transaction.atomic
def consent(
    nomination: Nomination, account: Account, attributes: Mapping[str, str], *, by: Standing, now: datetime
) -> None:
    """The nominee's own yes, and only with it what the quotas look at."""
    _check_unanswered(nomination)
    unknown = [key for key, value in attributes.items() if value not in ATTRIBUTES.get(key, ())]
    if unknown or set(attributes) != set(ATTRIBUTES):
        raise Refusal("select.attributes")
    nomination.account, nomination.attributes = account, dict(attributes)
    nomination.state, nomination.answered_on = Nomination.State.CONSENTED, now.date()
    nomination.save()
    book = nomination.programme.compartment.book
    record("select.consented", book=book, role=by.role, side=by.side, at=now)


def decline(nomination: Nomination, *, by: Standing, now: datetime) -> None:
    """The nominee's no: the identity is destroyed, and that somebody declined is all that stays."""
    _check_unanswered(nomination)
    with transaction.atomic():
        nomination.state, nomination.answered_on = Nomination.State.DECLINED, now.date()
        nomination.save()
        book = nomination.programme.compartment.book
        record("select.declined", book=book, role=by.role, side=by.side, at=now)
        shred(nomination.person, by=by)


def _check_unanswered(nomination: Nomination) -> None:
    if nomination.state != Nomination.State.PROPOSED:
        raise Refusal("select.answered_already")


@transaction.atomic
def gather_pool(workshop: Workshop, seats: int, *, by: Standing, now: datetime) -> Pool:
    """Make the pool of everybody who consented, with quotas to start from: communities equal, the rest open."""
    _check_unfilled(workshop, now)
    nominations = list(
        workshop.programme.nominations.filter(state=Nomination.State.CONSENTED).select_related("account", "community")
    )
    if len(nominations) < seats:
        raise Refusal("select.too_few", people=len(nominations), seats=seats)
    pool = Pool.objects.create(workshop=workshop, kind=Pool.Kind.NOMINEES, seats=seats, made_at=now)
    for nomination in nominations:
        PoolMember.objects.create(
            pool=pool,
            label=nomination.account.alias if nomination.account else str(nomination.pk),
            nomination=nomination,
            attributes={
                **nomination.attributes,
                "community": str(nomination.community.number),
                "returning": YES if has_taken_part(workshop.programme, nomination.account) else NO,
            },
        )
    _begin_quotas(pool)
    record(
        "select.pool_gathered", book=workshop.programme.compartment.book, role=by.role, at=now, people=len(nominations)
    )
    return pool


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
    _check_unfilled(workshop, now)
    if len(question.people) > LARGEST_POOL:
        raise Refusal("select.pool_too_large", people=len(question.people), most=LARGEST_POOL)
    pool = Pool.objects.create(
        workshop=workshop, kind=Pool.Kind.PRACTICE, seats=question.seats, digest=digest, made_at=now
    )
    PoolMember.objects.bulk_create(
        PoolMember(pool=pool, label=person.id, attributes=dict(person.features)) for person in question.people
    )
    Quota.objects.bulk_create(
        Quota(pool=pool, feature=one.feature, value=one.value, least=one.minimum, most=one.maximum)
        for one in question.quotas
    )
    book = workshop.programme.compartment.book
    record("select.pool_imported", book=book, role=by.role, at=now, people=len(question.people), digest=digest)
    return pool


@transaction.atomic
def set_quotas(pool: Pool, ranges: Mapping[tuple[str, str], tuple[int, int]], *, by: Standing, now: datetime) -> None:
    """Set every quota of a pool. What was computed before stays to be compared, and cannot be kept any more."""
    _check_unfilled(pool.workshop, now)
    for quota in pool.quotas.all():
        least, most = ranges[quota.feature, quota.value]
        if least > most:
            raise Refusal("select.quota_reversed", value=quota.value, least=least, most=most)
        quota.least, quota.most = least, most
        quota.save(update_fields=["least", "most"])
    record("select.quotas_set", book=pool.workshop.programme.compartment.book, role=by.role, at=now)


@transaction.atomic
def ask_for_cohort(pool: Pool, objective: str, number: str, *, now: datetime) -> Cohort:
    """Begin a cohort and put its computation in the queue."""
    cohort = begin_cohort(pool, objective, number, now=now)
    enqueue("select.compute_cohort", cohort.pk)
    return cohort


def begin_cohort(pool: Pool, objective: str, number: str, *, now: datetime) -> Cohort:
    """What is to be computed. ``number`` is hexadecimal and decides the draw; without one we make it."""
    _check_unfilled(pool.workshop, now)
    question_of(pool)
    own = not number.strip()
    number = secrets.token_hex(NUMBER_BYTES) if own else number.strip().lower()
    read_seed(number)
    return Cohort.objects.create(
        pool=pool, seats=pool.seats, objective=objective, number=number, own_number=own, asked_at=now
    )


@transaction.atomic
def compute_cohort(cohort: Cohort, *, now: datetime) -> None:
    """Find the lottery and draw from it; called by the task. The same pool, objective and number give the same."""
    question = question_of(cohort.pool)
    lottery = find_lottery(question, cohort.objective)
    drawn = draw(lottery, read_seed(cohort.number))
    cohort.proof = write_proof(question, drawn).decode()
    cohort.digest = sha256(cohort.proof.encode()).hexdigest()
    cohort.computed_at = now
    cohort.result = describe_result(lottery) | {
        "cohort": list(drawn.cohort),
        "index": drawn.index,
        "chances": {person: str(chance) for person, chance in lottery.probabilities.items()},
    }
    cohort.save()
    record(
        "select.cohort_computed",
        book=cohort.pool.workshop.programme.compartment.book,
        role="machine",
        at=now,
        method=cohort.objective,
        digest=cohort.digest,
        minimum=str(lottery.minimum or f"{lottery.minimum_float:.9f}"),
        bound=f"{lottery.bound:.9f}",
    )


@transaction.atomic
def keep_cohort(cohort: Cohort, *, by: Standing, now: datetime) -> list[Seat]:
    """Seat the cohort: each gets a place in the workshop and the role of a participant."""
    pool = Pool.objects.select_for_update().get(pk=cohort.pool_id)
    _check_unfilled(pool.workshop, now)
    if pool.kind == Pool.Kind.PRACTICE:
        raise Refusal("select.practice_seats_nobody")
    if cohort.computed_at is None or pool.cohorts.filter(pk__gt=cohort.pk).exists():
        raise Refusal("select.newer_cohort")
    _check_quotas_unchanged(cohort)
    programme = pool.workshop.programme
    seats = [_seat(pool.workshop, member) for member in pool.members.filter(label__in=cohort.result["cohort"])]
    cohort.kept_at = now
    cohort.save(update_fields=["kept_at"])
    record("select.cohort_kept", book=programme.compartment.book, role=by.role, at=now, digest=cohort.digest)
    return seats


def _seat(workshop: Workshop, member: PoolMember) -> Seat:
    nomination = member.nomination
    if nomination is None or nomination.account is None or nomination.state != Nomination.State.CONSENTED:
        raise Refusal("select.consent_gone")
    grant(nomination.account, workshop.programme.compartment, Role.PARTICIPANT, nomination.community.number)
    return Seat.objects.create(workshop=workshop, account=nomination.account, community=nomination.community)


def _check_quotas_unchanged(cohort: Cohort) -> None:
    if f'"quotas":"{digest_quotas(question_of(cohort.pool))}"' not in cohort.proof:
        raise Refusal("select.quotas_changed")


def _check_unfilled(workshop: Workshop, now: datetime) -> None:
    closed = workshop.closed_at is not None and workshop.closed_at <= now
    if closed or list_seats(workshop).exists():
        raise Refusal("select.filled_already")
