"""Deeds about whether a workshop is held: ask, give a word, log what happens outside, call off, set new days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.models import GoCheck, GoWord, OutsideEvent, Workshop
from tracktwo.steps.plan.queries import is_over
from tracktwo.steps.plan.queries.going import GO, check_state, current_check, due_for_go
from tracktwo.steps.programme.models import Programme

CALLED_OFF = (Workshop.Standing.POSTPONED, Workshop.Standing.CANCELLED)
LEAST_REASON = 10


@transaction.atomic
def log_event(
    programme: Programme,
    *,
    kind: str,
    happened_on: date,
    words: str,
    source: str,
    bears_on: Iterable[Workshop],
    by: Standing,
    now: datetime,
) -> OutsideEvent:
    """Note what happened outside. Every workshop it bears on is asked for its go anew: older words no longer count."""
    if happened_on > now.date():
        raise Refusal("plan.event_ahead")
    number = _lock(programme).events.count() + 1
    event = OutsideEvent.objects.create(
        programme=programme,
        number=number,
        kind=kind,
        happened_on=happened_on,
        words=words,
        source=source,
        logged_on=now.date(),
    )
    digest = sha256(canonical_json([words, source])).hexdigest()
    book = programme.compartment.book
    record("plan.event_logged", book=book, role=by.role, side=by.side, at=now, number=number, event=kind, digest=digest)
    for workshop in bears_on:
        ask_go(workshop, event=event, by=by, now=now)
    return event


def _lock(programme: Programme) -> Programme:
    """One event at a time, so that two at once get two numbers."""
    return Programme.objects.select_for_update().get(pk=programme.pk)


@transaction.atomic
def ask_go(workshop: Workshop, *, event: OutsideEvent | None = None, by: Standing, now: datetime) -> GoCheck:
    """Open a round: the host and a guarantor of each community are asked whether the workshop may be held."""
    _check_not_over(workshop, now)
    number = workshop.checks.count() + 1
    due = max(now.date(), due_for_go(workshop))
    check = GoCheck.objects.create(workshop=workshop, number=number, event=event, asked_on=now.date(), due=due)
    _record("plan.go_asked", workshop, by, now, round=number)
    return check


def _check_not_over(workshop: Workshop, now: datetime) -> None:
    """A go can be asked for and said on the days themselves and during the convention: without one no session opens."""
    if workshop.standing != Workshop.Standing.PLANNED:
        raise Refusal("plan.workshop_off", number=workshop.number)
    if is_over(workshop, now):
        raise Refusal("plan.workshop_begun", number=workshop.number)


def _check_ahead(workshop: Workshop, now: datetime) -> None:
    if workshop.standing != Workshop.Standing.PLANNED:
        raise Refusal("plan.workshop_off", number=workshop.number)
    if workshop.starts_on <= now.date():
        raise Refusal("plan.workshop_begun", number=workshop.number)


@transaction.atomic
def say_go(workshop: Workshop, *, account: Account, word: str, reason: str, by: Standing, now: datetime) -> GoWord:
    """Give the host's or a guarantor's word in the round that is open; a later word takes the place of an earlier one.

    A no needs a reason. Once host and every community have said go, that day is noted; a no after it takes it back.
    """
    _check_not_over(workshop, now)
    check = current_check(Workshop.objects.select_for_update().get(pk=workshop.pk))
    if check is None:
        raise Refusal("plan.go_not_asked", number=workshop.number)
    said = " ".join(reason.split())
    if word == GoWord.Word.NO and len(said) < LEAST_REASON:
        raise Refusal("plan.no_without_reason", least=LEAST_REASON)
    side = by.side if by.role == Role.GUARANTOR else None
    kept, _new = GoWord.objects.update_or_create(
        check_asked=check,
        account=account,
        defaults={"side": side, "word": word, "reason": said, "said_on": now.date()},
    )
    _record("plan.go_said", workshop, by, now, round=check.number, word=word)
    _note_go(check, by, now)
    return kept


def _note_go(check: GoCheck, by: Standing, now: datetime) -> None:
    gone = check_state(check) == GO
    if gone and check.gone_on is None:
        _record("plan.go_given", check.workshop, by, now, round=check.number)
    check.gone_on = (check.gone_on or now.date()) if gone else None
    check.save(update_fields=["gone_on"])


@transaction.atomic
def call_off(workshop: Workshop, *, standing: str, reason: str, by: Standing, now: datetime) -> Workshop:
    """Postpone or cancel a workshop that has not begun. One is enough: the host does not wait for anybody's word.

    Its number, its people and its compartment stay; calendars show it as cancelled.
    """
    _check_ahead(workshop, now)
    said = " ".join(reason.split())
    if len(said) < LEAST_REASON:
        raise Refusal("plan.off_without_reason", least=LEAST_REASON)
    workshop.standing = standing
    workshop.changes += 1
    workshop.save(update_fields=["standing", "changes"])
    deed = "plan.workshop_cancelled" if standing == Workshop.Standing.CANCELLED else "plan.workshop_postponed"
    _record(deed, workshop, by, now, digest=sha256(said.encode()).hexdigest())
    return workshop


@transaction.atomic
def set_new_days(workshop: Workshop, *, first: date, last: date, by: Standing, now: datetime) -> Workshop:
    """Give a postponed workshop its new days. Every go is asked anew, and nothing counted back is done any more."""
    if workshop.standing != Workshop.Standing.POSTPONED:
        raise Refusal("plan.not_postponed", number=workshop.number)
    if first <= now.date():
        raise Refusal("plan.new_days_past")
    if last < first:
        raise Refusal("plan.new_days_order")
    workshop.standing, workshop.starts_on, workshop.ends_on = Workshop.Standing.PLANNED, first, last
    # The convention it lay before has been let go with the old days.
    workshop.edition, workshop.changes = None, workshop.changes + 1
    workshop.save(update_fields=["standing", "starts_on", "ends_on", "edition", "changes"])
    workshop.checks.all().delete()
    workshop.deadlines_met.all().delete()
    _record("plan.workshop_moved", workshop, by, now)
    return workshop


def _record(deed: str, workshop: Workshop, by: Standing, now: datetime, **facts: object) -> None:
    book = workshop.programme.compartment.book
    key = str(workshop.number)
    facts = {"workshop": workshop.number, **facts}
    record(deed, book=book, role=by.role, side=by.side, at=now, kind="workshop", key=key, **facts)
