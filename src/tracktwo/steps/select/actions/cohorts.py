"""A lottery is found, a cohort drawn from it, and seated."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.draws import Draw, describe_result, draw, write_proof
from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.methods.lottery import Question, find_lottery, read_seed
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions.pools import check_unfilled
from tracktwo.steps.select.convert import digest_rules, question_of
from tracktwo.steps.select.models import Cohort, Nomination, Pool, PoolMember, Seat
from tracktwo.steps.select.queries import scores_in

NUMBER_BYTES = 32


@transaction.atomic
def ask_for_cohort(pool: Pool, objective: str, number: str, *, floor: str = "", now: datetime) -> Cohort:
    """Begin a cohort and put its computation in the queue."""
    cohort = begin_cohort(pool, objective, number, floor=floor, now=now)
    enqueue("select.compute_cohort", cohort.pk)
    return cohort


def begin_cohort(pool: Pool, objective: str, number: str, *, floor: str = "", now: datetime) -> Cohort:
    """What is to be computed. ``number`` is hexadecimal and decides the draw; without one we make it. ``floor``: with
    suitability the least chance of everybody, as a decimal or a fraction.
    """
    check_unfilled(pool.workshop, now)
    question_of(pool)
    own = not number.strip()
    number = secrets.token_hex(NUMBER_BYTES) if own else number.strip().lower()
    read_seed(number)
    return Cohort.objects.create(
        pool=pool, seats=pool.seats, objective=objective, floor=floor, number=number, own_number=own, asked_at=now
    )


def compute_cohort(cohort: Cohort, *, now: datetime) -> None:
    """Find the lottery and draw from it; called by the task. The same pool, objective and number give the same.

    The search runs outside any transaction: it may take minutes, and nobody else should wait for it.
    """
    question = _question(cohort)
    lottery = find_lottery(question, cohort.objective, floor=Fraction(cohort.floor) if cohort.floor else None)
    _keep_lottery(cohort, question, draw(lottery, read_seed(cohort.number)), now)


def _question(cohort: Cohort) -> Question:
    """With suitability everybody brings the mean of the own scores."""
    question = question_of(cohort.pool)
    if cohort.objective != "suitability":
        return question
    scores = scores_in(cohort.pool) or {}
    people = [replace(person, score=scores.get(person.id)) for person in question.people]
    return replace(question, people=tuple(people))


@transaction.atomic
def _keep_lottery(cohort: Cohort, question: Question, drawn: Draw, now: datetime) -> None:
    lottery = drawn.lottery
    cohort.proof = write_proof(question, drawn).decode()
    cohort.digest = sha256(cohort.proof.encode()).hexdigest()
    cohort.computed_at = now
    cohort.result = describe_result(lottery) | {
        "cohort": list(drawn.cohort),
        "index": drawn.index,
        "chances": {person: str(chance) for person, chance in lottery.probabilities.items()},
        "rules": digest_rules(question),
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
    check_unfilled(pool.workshop, now)
    if pool.kind == Pool.Kind.PRACTICE:
        raise Refusal("select.practice_seats_nobody")
    _check_newest(cohort, pool)
    _check_rules_unchanged(cohort)
    programme = pool.workshop.programme
    seats = [seat_member(pool.workshop, member) for member in pool.members.filter(label__in=cohort.result["cohort"])]
    cohort.kept_at = now
    cohort.save(update_fields=["kept_at"])
    record("select.cohort_kept", book=programme.compartment.book, role=by.role, at=now, digest=cohort.digest)
    return seats


def _check_newest(cohort: Cohort, pool: Pool) -> None:
    if pool.workshop.pools.filter(kind=pool.kind, pk__gt=pool.pk).exists():
        raise Refusal("select.newer_pool")
    if cohort.computed_at is None or pool.cohorts.filter(pk__gt=cohort.pk, computed_at__isnull=False).exists():
        raise Refusal("select.newer_cohort")


def seat_member(workshop: Workshop, member: PoolMember) -> Seat:
    nomination = member.nomination
    if nomination is None or nomination.account is None or nomination.state != Nomination.State.CONSENTED:
        raise Refusal("select.consent_gone")
    grant(nomination.account, workshop.programme.compartment, Role.PARTICIPANT, nomination.community.number)
    return Seat.objects.create(workshop=workshop, account=nomination.account, community=nomination.community)


def _check_rules_unchanged(cohort: Cohort) -> None:
    if cohort.result["rules"] != digest_rules(question_of(cohort.pool)):
        raise Refusal("select.quotas_changed")
