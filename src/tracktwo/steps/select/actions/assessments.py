"""An assessor's own deeds: practise, say whether there is a tie, hand in, and think again after a discussion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.data.vignettes import VIGNETTES
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.vault.notes import keep_note
from tracktwo.methods.criteria import check_sheet, find_apart
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import sheet_of
from tracktwo.steps.select.models import Assessment, Assignment, Nomination, Practice
from tracktwo.steps.select.queries import all_in, first_sheets, has_practised

SHORTEST_EVIDENCE = 20


def practise(programme: Programme, assessor: Account, vignette: str, scores: Mapping[str, int]) -> Practice:
    """Keep what an assessor gives an invented nominee; after that the reference scores are shown, and it stays."""
    if vignette not in VIGNETTES:
        raise Refusal("select.vignette_unknown")
    check_sheet(scores)
    kept, _new = Practice.objects.get_or_create(
        programme=programme, assessor=assessor, vignette=vignette, defaults={"scores": dict(scores)}
    )
    return kept


@transaction.atomic
def declare(assignment: Assignment, conflict: str, *, by: Standing, now: datetime) -> None:
    """Say whether there is a tie to the nominee. A tie closes the sheet for good; what kind it is enters the record."""
    assignment = _held(assignment)
    if assignment.sheets.exists():
        raise Refusal("select.handed_in_already")
    if assignment.stepped_back:
        raise Refusal("select.stepped_back")
    if conflict not in {Assignment.NONE, *Assignment.Conflict.values}:
        raise Refusal("select.conflict_unknown")
    assignment.conflict = conflict
    assignment.save(update_fields=["conflict"])
    if assignment.stepped_back:
        _record("select.conflict_declared", assignment, by, now, conflict=conflict)


@transaction.atomic
def hand_in(
    assignment: Assignment, scores: Mapping[str, int], evidence: Mapping[str, str], *, by: Standing, now: datetime
) -> Assessment:
    """Hand in a sheet, once: a score for each criterion and what was observed, which goes into the vault."""
    assignment = _held(assignment)
    _check_ready(assignment)
    check_sheet(scores)
    _check_evidence(scores, evidence)
    sheet = _keep_sheet(assignment, Assessment.FIRST, scores, evidence, now)
    _record("select.assessed", assignment, by, now)
    return sheet


def _check_ready(assignment: Assignment) -> None:
    if assignment.round.thresholds is None:
        raise Refusal("select.thresholds_first")
    if not has_practised(assignment.round.programme, assignment.assessor, len(VIGNETTES)):
        raise Refusal("select.practise_first", number=len(VIGNETTES))
    if assignment.conflict == "":
        raise Refusal("select.conflict_first")
    if assignment.stepped_back:
        raise Refusal("select.stepped_back")
    if assignment.sheets.exists():
        raise Refusal("select.handed_in_already")


def _check_evidence(scores: Mapping[str, int], evidence: Mapping[str, str]) -> None:
    if any(len(evidence.get(criterion, "").strip()) < SHORTEST_EVIDENCE for criterion in scores):
        raise Refusal("select.evidence_short", least=SHORTEST_EVIDENCE)


@transaction.atomic
def rescore(
    assignment: Assignment, changed: Mapping[str, int], reason: str, *, by: Standing, now: datetime
) -> Assessment:
    """Think again after a discussion, once, on the criteria that called for it. The first sheet stays as it was."""
    assignment = _held(assignment)
    sheets = first_sheets(assignment.round, assignment.nomination)
    own = assignment.sheets.filter(version=Assessment.FIRST).first()
    if own is None or not all_in(assignment.round, assignment.nomination):
        raise Refusal("select.not_all_in")
    if assignment.sheets.filter(version=Assessment.AFTER_DISCUSSION).exists():
        raise Refusal("select.rescored_already")
    apart = {one.criterion for one in find_apart([sheet_of(row) for row in sheets])}
    if not changed or not set(changed) <= apart:
        raise Refusal("select.nothing_to_discuss")
    if len(reason.strip()) < SHORTEST_EVIDENCE:
        raise Refusal("select.evidence_short", least=SHORTEST_EVIDENCE)
    check_sheet(own.scores | dict(changed))
    sheet = _keep_sheet(
        assignment, Assessment.AFTER_DISCUSSION, own.scores | dict(changed), {"discussion": reason}, now
    )
    _record("select.rescored", assignment, by, now)
    return sheet


def _keep_sheet(
    assignment: Assignment, version: int, scores: Mapping[str, int], words: Mapping[str, str], now: datetime
) -> Assessment:
    written = json.dumps({key: text.strip() for key, text in words.items()}, ensure_ascii=False)
    compartment = assignment.round.programme.compartment
    return Assessment.objects.create(
        assignment=assignment,
        version=version,
        scores=dict(scores),
        note=keep_note(compartment, written, about=assignment.nomination.person),
        handed_in_at=now,
    )


def _held(assignment: Assignment) -> Assignment:
    found = Assignment.objects.select_for_update().select_related("round__programme__compartment", "nomination")
    assignment = found.get(pk=assignment.pk)
    if assignment.round.closed_at is not None:
        raise Refusal("select.round_closed")
    if assignment.nomination.state != Nomination.State.CONSENTED:
        raise Refusal("select.consent_gone_here")
    return assignment


def _record(deed: str, assignment: Assignment, by: Standing, now: datetime, **facts: object) -> None:
    book = assignment.round.programme.compartment.book
    record(deed, book=book, role=by.role, side=by.side, at=now, number=assignment.round.number, **facts)
