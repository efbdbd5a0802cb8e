"""Deeds about days and hours: offsets of deadlines, what is done, hours and remote seats, secret calendar addresses."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, time
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.calendar import KINDS, MOST_DAYS, count_back
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.convert.hours import guess_zone, hours_awake, zone_names
from tracktwo.steps.plan.models import CalendarAddress, DeadlineMet, DeadlineOffsets, Workshop
from tracktwo.steps.plan.rosters import count_afar
from tracktwo.steps.programme.models import Programme

MOST_REMOTE = 60


@transaction.atomic
def set_offsets(programme: Programme, offsets: Mapping[str, int], *, by: Standing, now: datetime) -> None:
    """How many days before a workshop each thing is due, in place of the proposal."""
    count_back(now.date(), offsets)  # refuses what is out of bounds
    if set(offsets) != set(KINDS):
        raise Refusal("plan.offset", least=0, most=MOST_DAYS)
    DeadlineOffsets.objects.update_or_create(programme=programme, defaults={"offsets": dict(offsets)})
    digest = sha256(canonical_json(dict(offsets))).hexdigest()
    record("plan.deadlines_set", book=programme.compartment.book, role=by.role, at=now, digest=digest)


@transaction.atomic
def mark_deadline(workshop: Workshop, kind: str, *, met: bool, by: Standing, now: datetime) -> None:
    """Say that something due is done, or that it is not after all. Said twice it is recorded once."""
    if kind not in KINDS:
        raise Refusal("plan.deadline_unknown")
    if met:
        _row, new = DeadlineMet.objects.get_or_create(workshop=workshop, kind=kind, defaults={"met_on": now.date()})
        changed = new
    else:
        changed = DeadlineMet.objects.filter(workshop=workshop, kind=kind).delete()[0] > 0
    if changed:
        facts = {"workshop": workshop.number, "deadline": kind}
        deed = "plan.deadline_met" if met else "plan.deadline_reopened"
        record(deed, book=workshop.programme.compartment.book, role=by.role, at=now, **facts)


@transaction.atomic
def set_hours(
    workshop: Workshop,
    *,
    zone: str,
    opens_at: time,
    closes_at: time,
    remote_seats: int,
    remote_zones: list[str],
    by: Standing,
    now: datetime,
) -> Workshop:
    """The hours of the room at its place, and seats for those who cannot come, with the zones they sit in.

    Refused where the zones share no hour at which all are awake: such a seat would be one on paper.
    """
    if workshop.standing == Workshop.Standing.CANCELLED or workshop.closed_at is not None:
        raise Refusal("plan.workshop_off", number=workshop.number)
    if any(name not in zone_names() for name in (*([zone] if zone else []), *remote_zones)):
        raise Refusal("plan.zone_unknown")
    if closes_at <= opens_at:
        raise Refusal("plan.hours_order")
    if not 0 <= remote_seats <= MOST_REMOTE:
        raise Refusal("plan.remote_seats", most=MOST_REMOTE)
    if remote_seats < (taken := count_afar(workshop)):
        raise Refusal("plan.remote_taken", taken=taken)
    workshop.zone, workshop.opens_at, workshop.closes_at = zone, opens_at, closes_at
    workshop.remote_seats, workshop.remote_zones = remote_seats, list(dict.fromkeys(remote_zones))
    _check_awake(workshop)
    workshop.changes += 1
    workshop.save(update_fields=["zone", "opens_at", "closes_at", "remote_seats", "remote_zones", "changes"])
    facts = {"workshop": workshop.number, "remote_seats": remote_seats}
    record("plan.hours_set", book=workshop.programme.compartment.book, role=by.role, at=now, **facts)
    return workshop


def _check_awake(workshop: Workshop) -> None:
    if not workshop.remote_seats:
        return
    zone = workshop.zone or guess_zone(workshop.city)
    if not zone or not workshop.remote_zones:
        raise Refusal("plan.remote_needs_zones")
    if not hours_awake(workshop, zone, workshop.remote_zones):
        raise Refusal("plan.no_common_hour", number=workshop.number)


@transaction.atomic
def make_calendar_address(account: Account, programme: Programme, *, language: str, now: datetime) -> str:
    """A new secret for this account's calendar in this programme, returned once; the one before ends with it.

    Not in the record: which of them keeps a calendar is nobody's business.
    """
    secret = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(
        account=account,
        programme=programme,
        defaults={
            "digest": sha256(secret.encode()).hexdigest(),
            "language": language,
            "made_on": now.date(),
        },
    )
    return secret


def end_calendar_address(account: Account, programme: Programme) -> None:
    """From here on the address answers like one that never was."""
    CalendarAddress.objects.filter(account=account, programme=programme).delete()
