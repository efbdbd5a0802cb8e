"""Steps 1 and 2 of a draw: the pool is frozen and affirmed, the list is computed and published."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from tracktwo import __version__
from tracktwo.exchange.draws import describe_result
from tracktwo.exchange.proofs import certificate_of, distribution_of
from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import touch
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.draw import Asked, Stage, ask_alternates, refill, yes_to_freeze
from tracktwo.methods.lottery import OBJECTIVES, find_lottery
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions.audits import seal_audit
from tracktwo.steps.select.actions.keys import check_signed
from tracktwo.steps.select.actions.pools import check_unfilled
from tracktwo.steps.select.actions.telling import ROOM, check_party, tell
from tracktwo.steps.select.convert.draws import (
    asked_of,
    beacon_of,
    distribution_in,
    freeze_of,
    keep_asked,
    keep_list,
    publication_of,
    question_in,
    stage_of,
    tree_of,
)
from tracktwo.steps.select.models import Draw, DrawYes, Pool
from tracktwo.steps.select.queries.cohorts import kept_cohort
from tracktwo.steps.select.queries.draws import draw_under_way, last_standing, parties_of

SHORTEST = timedelta(minutes=5)


@transaction.atomic
def freeze_draw(pool: Pool, objective: str, *, by: Standing, now: datetime) -> Draw:
    """Step 1 for a whole cohort. The list is computed at once and shown to nobody before it is published."""
    if pool.kind == Pool.Kind.PRACTICE:
        raise Refusal("select.draw_practice")
    check_unfilled(pool.workshop, now)
    return _freeze(pool, Draw.Kind.COHORT, objective, asked_of(pool), by=by, now=now)


@transaction.atomic
def freeze_replacement(workshop: Workshop, *, by: Standing, now: datetime) -> Draw:
    """Step 1 for the seats that were given up: the same objective, what the confirmed leave of the quotas."""
    pool, objective = _source(workshop)
    asked = refill(_still_willing(pool), *_confirmed_and_gone(workshop))
    return _freeze(pool, Draw.Kind.REPLACEMENT, objective, asked, by=by, now=now)


@transaction.atomic
def freeze_alternates(workshop: Workshop, *, by: Standing, now: datetime) -> Draw:
    """Step 1 for two alternates of an association's form: a draw of its own, its result sealed."""
    pool, objective = _source(workshop)
    asked = ask_alternates(_still_willing(pool), *_confirmed_and_gone(workshop))
    return _freeze(pool, Draw.Kind.ALTERNATES, objective, asked, by=by, now=now)


def _source(workshop: Workshop) -> tuple[Pool, str]:
    """The pool and the objective by which the seats came about; for a cohort that nobody drew, the evenest."""
    before = last_standing(workshop)
    if before is not None:
        return before.pool, before.objective
    cohort = kept_cohort(workshop)
    if cohort is None or cohort.pool.kind == Pool.Kind.PRACTICE:
        raise Refusal("draw.no_seat_open")
    return cohort.pool, cohort.objective if cohort.objective in OBJECTIVES else "leximin"


def _confirmed_and_gone(workshop: Workshop) -> tuple[set[str], set[str]]:
    seats = list(workshop.seats.select_related("account"))
    gone = {seat.account.alias for seat in seats if seat.withdrawn_on is not None}
    return {seat.account.alias for seat in seats} - gone, gone


def _still_willing(pool: Pool) -> Asked:
    """Of the pool, whoever still consents."""
    asked = asked_of(pool)
    consented = pool.members.filter(nomination__state="consented").values_list("label", flat=True)
    willing = set(consented)
    return Asked(tuple(row for row in asked.rows if row.alias in willing), asked.quotas, asked.seats)


def _freeze(pool: Pool, kind: str, objective: str, asked: Asked, *, by: Standing, now: datetime) -> Draw:
    programme = pool.workshop.programme
    Pool.objects.select_for_update().get(pk=pool.pk)
    if draw_under_way(pool.workshop) is not None:
        raise Refusal("select.draw_open")
    draw = Draw(
        pool=pool,
        kind=kind,
        code=secrets.token_hex(8),
        objective=objective,
        seats=asked.seats,
        parties=parties_of(programme),
        frozen=keep_asked(asked),
        secret=secrets.token_hex(32),
        version=__version__,
        frozen_at=now,
    )
    question_in(draw)
    draw.h0 = freeze_of(draw).head.hex()
    draw.save()
    book = programme.compartment.book
    record("select.draw_frozen", book=book, role=by.role, at=now, people=len(asked.rows), digest=draw.h0)
    enqueue("select.list_draw", draw.pk)
    return draw


def compute_list(draw: Draw) -> None:
    """Find the lottery of what was frozen; called by the task, outside any transaction. A draw that was ended in the
    meantime has no rows any more, and gets no list.
    """
    if draw.ended_at is not None:
        return
    lottery = find_lottery(question_in(draw), draw.objective)
    numbers = tree_of(draw).numbers
    distribution, certificate = distribution_of(lottery, numbers), certificate_of(lottery, numbers)
    with transaction.atomic():
        if Draw.objects.select_for_update().get(pk=draw.pk).ended_at is not None:
            return
        draw.listed = keep_list(lottery, distribution, certificate, describe_result(lottery))
        draw.save(update_fields=["listed"])
        touch(ROOM, draw.pk)


@transaction.atomic
def affirm_freeze(draw: Draw, party: str, *, signature: str = "", by: Standing, now: datetime) -> None:
    """A party has compared H0 with the others and says yes to what was frozen; signed, where it has named a key."""
    check_party(draw, party)
    check_stage(draw, Stage.FREEZE, now)
    message = yes_to_freeze(draw.code, party, bytes.fromhex(draw.h0))
    signed = check_signed(draw.pool.workshop.programme, party, message, signature, needed=True)
    _yes, is_new = DrawYes.objects.get_or_create(
        draw=draw,
        party=party,
        what=DrawYes.What.FREEZE,
        defaults={"said_at": now, **({"key": signed.key.hex(), "signature": signed.signature.hex()} if signed else {})},
    )
    if is_new:
        tell(draw, "select.draw_affirmed", by, now, party=party, digest=draw.h0)


@transaction.atomic
def publish_list(
    draw: Draw,
    *,
    beacon: str,
    sources: tuple[str, ...],
    sealed_until: datetime,
    opened_until: datetime,
    by: Standing,
    now: datetime,
) -> None:
    """Step 2: from here on the list, the deadlines and the round are fixed, and the draw can no longer be ended."""
    draw = _held(draw)
    if stage_of(draw, now) == Stage.FREEZE:
        raise Refusal("select.draw_unaffirmed")
    check_stage(draw, Stage.PUBLISH, now)
    if draw.listed is None:
        raise Refusal("select.draw_uncomputed")
    if sealed_until < now + SHORTEST or opened_until < sealed_until + SHORTEST:
        raise Refusal("select.draw_too_soon")
    # Hashes and the round speak of whole seconds, so the deadlines do too.
    draw.sealed_until, draw.opened_until = sealed_until.replace(microsecond=0), opened_until.replace(microsecond=0)
    draw.published_at = now
    draw.beacon = beacon_of(beacon, sources, draw.opened_until).content()
    draw.h1 = publication_of(draw).head.hex()
    draw.save()
    fixed = draw.beacon.get("round", 0)
    cohorts = len(distribution_in(draw).cohorts)
    tell(draw, "select.draw_published", by, now, cohorts=cohorts, round=fixed, digest=draw.h1)


@transaction.atomic
def end_draw(draw: Draw, *, by: Standing, now: datetime) -> None:
    """Before the list is published a draw may be ended and another frozen; afterwards never."""
    draw = _held(draw)
    if draw.published_at is not None and not _is_void(draw, now):
        raise Refusal("select.draw_list_stands")
    draw.ended_at = now
    draw.save(update_fields=["ended_at"])
    tell(draw, "select.draw_ended", by, now, digest=draw.h0)
    seal_audit(draw, by=by, now=now)


def _is_void(draw: Draw, now: datetime) -> bool:
    """Nobody opened and there is no public value: then there is no number that was not known beforehand."""
    over = stage_of(draw, now) == Stage.BEACON and draw.beacon["kind"] == "none"
    return over and not any(one.key for one in draw.seals.all())


def _held(draw: Draw) -> Draw:
    found = Draw.objects.select_for_update().get(pk=draw.pk)
    if found.ended_at is not None:
        raise Refusal("select.draw_ended")
    return found


def check_stage(draw: Draw, stage: Stage, now: datetime) -> None:
    """Raises Refusal ``select.draw_step`` in any other step, ``select.draw_ended``."""
    if draw.ended_at is not None:
        raise Refusal("select.draw_ended")
    if stage_of(draw, now) != stage:
        raise Refusal("select.draw_step")
