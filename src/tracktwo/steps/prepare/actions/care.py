"""The plan for when something happens; opening, working through and closing what did; asking to be reached."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction

from tracktwo.data.incidents import TOLD, step_codes
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.people.sessions import end_sessions
from tracktwo.foundation.vault.discretion import lint_passage
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.prepare.models import CarePlan, HelpCall, Incident, IncidentStep, SafeWord
from tracktwo.steps.prepare.telling import tell
from tracktwo.steps.programme.models import Programme

LEAST_CALLED = 2
KEPT = timedelta(weeks=26)
SAME = timedelta(minutes=5)


@transaction.atomic
def keep_care_plan(
    programme: Programme,
    *,
    called: Mapping[str, str],
    lines: Mapping[str, str],
    decides: str,
    by: Standing,
    now: datetime,
) -> CarePlan:
    """Write the plan, or write it anew. The record holds its digest: that there was one, and whether it changed."""
    if len(called) < LEAST_CALLED:
        raise Refusal("prepare.care_few_called", least=LEAST_CALLED)
    _check_nameless(programme, [*called.values(), *lines.values()])
    said = {"called": dict(called), "lines": dict(lines), "decides": CarePlan.Decider(decides).value}
    plan, _new = CarePlan.objects.update_or_create(programme=programme, defaults=said | {"kept_on": now.date()})
    _record("prepare.care_plan_kept", programme, by, now, digest=sha256(canonical_json(said)).hexdigest())
    return plan


def _check_nameless(programme: Programme, texts: Iterable[str]) -> None:
    if any(lint_passage(programme.compartment, text).certain for text in texts):
        raise Refusal("prepare.care_names")


@transaction.atomic
def open_incident(programme: Programme, kind: str, *, by: Standing, now: datetime) -> Incident:
    """Something has happened. The record numbers it and does not say which kind: both sides read the record.

    Two taps, or two people who press at once, open one.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)  # two numbers at once are given one after the other
    last = Incident.objects.filter(programme=programme).first()
    if last and last.kind == kind and last.closed_at is None and last.opened_at > now - SAME:
        return last
    number = last.number + 1 if last else 1
    opened = Incident.objects.create(
        programme=programme, number=number, kind=Incident.Kind(kind).value, opened_at=_minute(now)
    )
    _record("prepare.incident_opened", programme, by, now, incident=number)
    return opened


@transaction.atomic
def do_step(incident: Incident, step: str, *, by: Standing, now: datetime) -> None:
    """Tick one step. Done twice it stands once, with its first minute; telling everybody is a step as well."""
    incident = _still_open(incident)
    codes = step_codes(incident.kind)
    if step not in codes:
        raise Refusal("prepare.not_understood")
    _row, is_new = IncidentStep.objects.get_or_create(incident=incident, step=step, defaults={"done_at": _minute(now)})
    if step == TOLD and incident.told_at is None:
        incident.told_at = _minute(now)
        incident.save(update_fields=["told_at"])
        tell(incident.programme)
    if is_new:
        place = codes.index(step) + 1
        _record("prepare.incident_step", incident.programme, by, now, incident=incident.number, step=place)


@transaction.atomic
def close_incident(incident: Incident, lessons: Collection[str], *, by: Standing, now: datetime) -> None:
    """It is over. What was learnt is kept as codes; who said to be safe is destroyed."""
    incident = _still_open(incident)
    if not lessons:
        raise Refusal("prepare.incident_no_lesson")
    incident.lessons = sorted({Incident.Lesson(lesson).value for lesson in lessons})
    incident.closed_at = _minute(now)
    incident.save(update_fields=["lessons", "closed_at"])
    incident.safe.all().delete()
    tell(incident.programme)
    facts = {"done": incident.steps.count(), "of": len(step_codes(incident.kind)), "lessons": len(incident.lessons)}
    _record("prepare.incident_closed", incident.programme, by, now, incident=incident.number, **facts)


def _still_open(incident: Incident) -> Incident:
    found = Incident.objects.select_for_update(of=("self",)).select_related("programme__compartment")
    incident = found.get(pk=incident.pk)
    if incident.closed_at is not None:
        raise Refusal("prepare.incident_closed")
    return incident


@transaction.atomic
def end_sessions_of(account: Account, programme: Programme, *, by: Standing, now: datetime) -> int:
    """Whoever holds the device is signed out of the house. The record does not say whose it was."""
    ended = end_sessions([account.pk])
    _record("prepare.sessions_ended", programme, by, now)
    return ended


@transaction.atomic
def say_safe(incident: Incident | None, account: Account) -> None:
    """Read, and safe. No record: who answers when is nobody's history."""
    if incident is None:
        raise Refusal("prepare.nothing_told")
    SafeWord.objects.get_or_create(incident=incident, account=account)


@transaction.atomic
def ask_help(programme: Programme, account: Account, now: datetime) -> HelpCall:
    """Ask to be reached. Neither why nor, in the record, that anybody asked."""
    call, _new = HelpCall.objects.get_or_create(
        programme=programme, account=account, defaults={"asked_at": _minute(now)}
    )
    return call


def take_back_help(programme: Programme, account: Account) -> None:
    HelpCall.objects.filter(programme=programme, account=account).delete()


@transaction.atomic
def answer_help(call: HelpCall, *, by: Standing, now: datetime) -> None:
    """They were reached: nothing stays but that somebody was."""
    if not HelpCall.objects.filter(pk=call.pk).delete()[0]:
        raise Refusal("prepare.help_answered")
    _record("prepare.help_answered", call.programme, by, now)


@transaction.atomic
def forget_incidents(today: date) -> int:
    """Destroy what happened 26 weeks after it was closed, and calls of that age; returns how many rows went."""
    before = today - KEPT
    closed = Incident.objects.filter(closed_at__date__lt=before).delete()[0]
    return closed + HelpCall.objects.filter(asked_at__date__lt=before).delete()[0]


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)


def _record(deed: str, programme: Programme, by: Standing, now: datetime, **facts: object) -> None:
    # Of no community: which side's person did it could tell whom it was about.
    record(deed, book=programme.compartment.book, role=by.role, at=now, **facts)
