"""How long what is kept of people is kept, and what is due to be destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Assessment, Cohort, Nomination, Objection, Round, Sounding

DECLINED_DAYS = 30  # who did not answer, who declined, who was found not eligible
NOTES_DAYS = 90  # vetting notes, counted from the day on which a cohort stands
NOTES_AT_LATEST_DAYS = 180  # where no cohort came of the round
SOUNDING_DAYS = 90


@dataclass(frozen=True)
class Due:
    """What has reached its day: nominations by what they are, rounds with their notes, soundings."""

    unanswered: list[Nomination]
    declined: list[Nomination]
    not_eligible: list[Nomination]
    rounds: list[Round]
    soundings: list[Sounding]

    def __len__(self) -> int:
        every: Iterable[list[object]] = vars(self).values()
        return sum(map(len, every))


def what_is_due(programme: Programme, today: date) -> Due:
    since = today - timedelta(days=DECLINED_DAYS)
    state, nominations = Nomination.State, programme.nominations.select_related("community", "invitation")
    declined = nominations.filter(state=state.DECLINED, answered_on__lte=since)
    return Due(
        list(nominations.filter(state=state.PROPOSED, proposed_on__lte=since, account=None)),
        [one for one in declined if one.account_id or one.invitation_id],
        [one for one in _not_eligible(nominations) if _found_on(one) <= since],
        [one for one in programme.rounds.exclude(closed_at=None) if _has_notes(one) and notes_until(one) <= today],
        list(programme.soundings.filter(note__isnull=False, day__lte=today - timedelta(days=SOUNDING_DAYS))),
    )


def kept_until(nomination: Nomination) -> date | None:
    """The day on which what is kept of somebody is destroyed unless something happens; None while they consent."""
    if nomination.state == Nomination.State.PROPOSED and nomination.account_id is None:
        return nomination.proposed_on + timedelta(days=DECLINED_DAYS)
    if nomination.state == Nomination.State.DECLINED and nomination.answered_on:
        traced = nomination.account_id or nomination.invitation_id
        return nomination.answered_on + timedelta(days=DECLINED_DAYS) if traced else None
    if nomination.state == Nomination.State.CONSENTED and _latest_is_no(nomination):
        return _found_on(nomination) + timedelta(days=DECLINED_DAYS)
    return None


def notes_until(the_round: Round) -> date:
    """The day on which the vetting notes of a closed round are destroyed."""
    if the_round.closed_at is None:
        raise ValueError("an open round keeps its notes")
    stands = Cohort.objects.filter(
        pool__workshop__programme=the_round.programme_id, kept_at__gte=the_round.closed_at
    ).order_by("kept_at")
    first = stands.first()
    if first is None or first.kept_at is None:
        return timezone.localdate(the_round.closed_at) + timedelta(days=NOTES_AT_LATEST_DAYS)
    at_latest = timezone.localdate(the_round.closed_at) + timedelta(days=NOTES_AT_LATEST_DAYS)
    return min(at_latest, timezone.localdate(first.kept_at) + timedelta(days=NOTES_DAYS))


def notes_of(the_round: Round) -> list[UUID]:
    sheets = Assessment.objects.filter(assignment__round=the_round).values_list("note", flat=True)
    objections = Objection.objects.filter(round=the_round).values_list("note", "answer_note")
    return [*sheets, *(note for pair in objections for note in pair if note)]


def _has_notes(the_round: Round) -> bool:
    return the_round.assignments.exists() or the_round.objections.exists()


def _not_eligible(nominations: QuerySet[Nomination]) -> list[Nomination]:
    assessed = nominations.filter(state=Nomination.State.CONSENTED, results__isnull=False)
    return [one for one in assessed.distinct().prefetch_related("results__round") if _latest_is_no(one)]


def _latest_is_no(nomination: Nomination) -> bool:
    closed = [one for one in nomination.results.all() if one.round.closed_at is not None]
    return bool(closed) and not max(closed, key=lambda one: one.round.number).eligible


def _found_on(nomination: Nomination) -> date:
    closed = [one.round.closed_at for one in nomination.results.all() if one.round.closed_at is not None]
    return timezone.localdate(max(closed))
