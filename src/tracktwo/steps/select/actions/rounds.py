"""A round of assessment from its opening to what it found."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.criteria import FEWEST_ASSESSORS, Thresholds, judge
from tracktwo.methods.criteria.eligibility import check_thresholds
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import agreement_rows, sheet_of, thresholds_of, thresholds_to_row
from tracktwo.steps.select.models import Assessment, Assignment, Nomination, Objection, Result, Round
from tracktwo.steps.select.queries import (
    all_in,
    first_sheets,
    list_assessors,
    list_officers,
    newest_sheets,
    nominees_of,
    open_round,
)

OFFICERS = 2
OBJECTION = "objection"


@transaction.atomic
def begin_round(
    programme: Programme, officers: Collection[Account], objections_until: date, *, by: Standing, now: datetime
) -> Round:
    """Open a round: two officers who may see who its nominees are, and a last day for objections."""
    if open_round(programme) is not None:
        raise Refusal("select.round_open_already")
    if len(set(officers)) != OFFICERS or not set(officers) <= set(list_officers(programme)):
        raise Refusal("select.round_officers", number=OFFICERS)
    if objections_until < now.date():
        raise Refusal("select.objections_past")
    number = programme.rounds.count() + 1
    made = Round.objects.create(programme=programme, number=number, opened_at=now, objections_until=objections_until)
    made.officers.set(officers)
    record("select.round_opened", book=programme.compartment.book, role=by.role, at=now, number=number)
    return made


@transaction.atomic
def set_thresholds(the_round: Round, thresholds: Thresholds, *, by: Standing, now: datetime) -> None:
    """What a nominee has to reach; only while nobody has handed in a score, and in the record by its digest."""
    the_round = _held(the_round)
    if Assessment.objects.filter(assignment__round=the_round).exists():
        raise Refusal("select.thresholds_late")
    check_thresholds(thresholds)
    the_round.thresholds, the_round.thresholds_at = thresholds_to_row(thresholds), now
    the_round.save(update_fields=["thresholds", "thresholds_at"])
    record(
        "select.thresholds_set",
        book=the_round.programme.compartment.book,
        role=by.role,
        at=now,
        number=the_round.number,
        digest=_digest(the_round.thresholds),
    )


@transaction.atomic
def assign_all(the_round: Round, each: int, *, by: Standing, now: datetime) -> int:
    """Give everybody who consented and has never been assessed ``each`` assessors, the least busy first."""
    the_round = _held(the_round)
    assessors = list(list_assessors(the_round.programme))
    if len(assessors) < FEWEST_ASSESSORS or not FEWEST_ASSESSORS <= each <= len(assessors):
        raise Refusal("select.few_assessors", assessors=len(assessors), least=FEWEST_ASSESSORS)
    busy = {one.pk: the_round.assignments.filter(assessor=one).count() for one in assessors}
    made = [one for nominee in _never_assessed(the_round) for one in _assign(the_round, nominee, assessors, each, busy)]
    if not made:
        raise Refusal("select.nobody_to_assign")
    _note_assigned(the_round, len(made), by, now)
    return len(made)


def _never_assessed(the_round: Round) -> list[Nomination]:
    consented = the_round.programme.nominations.filter(state=Nomination.State.CONSENTED, results=None)
    return list(consented.order_by("id"))


def _assign(
    the_round: Round, nominee: Nomination, assessors: list[Account], each: int, busy: dict[object, int]
) -> list[Assignment]:
    held = {one.assessor_id: one for one in the_round.assignments.filter(nomination=nominee)}
    missing = each - sum(not one.stepped_back for one in held.values())
    free = [one for one in assessors if one.pk not in held and one.pk != nominee.account_id]
    chosen = sorted(free, key=lambda one: (busy[one.pk], one.alias))[: max(0, missing)]
    for one in chosen:
        busy[one.pk] += 1
    return [Assignment.objects.create(round=the_round, nomination=nominee, assessor=one) for one in chosen]


@transaction.atomic
def assign_another(
    the_round: Round, nominee: Nomination, assessor: Account, *, by: Standing, now: datetime
) -> Assignment:
    """One more assessor for one nominee: where somebody stepped back, or where two are far apart."""
    the_round = _held(the_round)
    if nominee.account_id == assessor.pk or not list_assessors(the_round.programme).filter(pk=assessor.pk).exists():
        raise Refusal("select.not_an_assessor")
    made, new = Assignment.objects.get_or_create(round=the_round, nomination=nominee, assessor=assessor)
    if not new:
        raise Refusal("select.assigned_already")
    _note_assigned(the_round, 1, by, now)
    return made


@transaction.atomic
def release(assignment: Assignment) -> None:
    """Take a nominee off somebody's desk who has not handed in."""
    _held(assignment.round)
    if assignment.sheets.exists():
        raise Refusal("select.handed_in_already")
    assignment.delete()


def _note_assigned(the_round: Round, count: int, by: Standing, now: datetime) -> None:
    book = the_round.programme.compartment.book
    record("select.assigned", book=book, role=by.role, at=now, number=the_round.number, count=count)


@transaction.atomic
def close_round(the_round: Round, *, by: Standing, now: datetime) -> list[Result]:
    """Judge everybody against the thresholds; from here on a pool takes only those found eligible."""
    the_round = _held(the_round)
    if now.date() <= the_round.objections_until:
        raise Refusal("select.objection_time")
    if the_round.objections.filter(answer="").exists():
        raise Refusal("select.objections_open")
    nominees = list(nominees_of(the_round))
    missing = sum(not all_in(the_round, nominee) for nominee in nominees)
    if missing or not nominees or the_round.thresholds is None:
        raise Refusal("select.assessments_missing", number=missing)
    results = [_find(the_round, nominee) for nominee in nominees]
    the_round.closed_at = now
    the_round.agreement = agreement_rows([sheet_of(row) for row in first_sheets(the_round, one)] for one in nominees)
    the_round.save(update_fields=["closed_at", "agreement"])
    _note_closed(the_round, results, by, now)
    return results


def _find(the_round: Round, nominee: Nomination) -> Result:
    sheets = [sheet_of(row) for row in newest_sheets(the_round, nominee)]
    found = judge(sheets, thresholds_of(the_round.thresholds or {}))
    upheld = the_round.objections.filter(nomination=nominee, answer=Objection.Answer.UPHELD).exists()
    return Result.objects.create(
        round=the_round,
        nomination=nominee,
        eligible=found.eligible and not upheld,
        suitability=str(found.suitability),
        short=[*found.short, *([OBJECTION] if upheld else [])],
    )


def _note_closed(the_round: Round, results: list[Result], by: Standing, now: datetime) -> None:
    record(
        "select.round_closed",
        book=the_round.programme.compartment.book,
        role=by.role,
        at=now,
        number=the_round.number,
        assessed=len(results),
        eligible=sum(one.eligible for one in results),
        digest=_digest([[one.nomination_id, one.eligible, one.suitability] for one in results]),
    )


def _held(the_round: Round) -> Round:
    """The round as it stands, held until the deed is done; a closed one takes no deed."""
    found = Round.objects.select_for_update().select_related("programme__compartment").get(pk=the_round.pk)
    if found.closed_at is not None:
        raise Refusal("select.round_closed")
    return found


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
