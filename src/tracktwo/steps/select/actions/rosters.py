"""Seats until they are final: what each says of its passport, who gives one up, and the freeze."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.foundation.vault.actions import tell_more
from tracktwo.methods.dates import is_country
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.actions import write_delegation
from tracktwo.steps.plan.convert.hours import day_at, latest_day
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import EntryClass, Roster, Seat
from tracktwo.steps.select.queries import digest_seats, is_final, list_seats, seats_unanswered

# Why a seat was given up: codes, because words might say who.
REASONS = ("own_wish", "illness", "cannot_travel", "rules_broken")


@transaction.atomic
def set_freeze_day(workshop: Workshop, day: date, *, by: Standing, now: datetime) -> Roster:
    """The day by which the seats are final. It lies ahead and before the workshop."""
    if not day_at(workshop, now) <= day < workshop.starts_on:
        raise Refusal("select.freeze_day")
    roster, _new = Roster.objects.update_or_create(workshop=workshop, defaults={"freezes_on": day})
    record(
        "select.freeze_day_set",
        book=workshop.programme.compartment.book,
        role=by.role,
        at=now,
        workshop=workshop.number,
        day=day.isoformat(),
    )
    return roster


@transaction.atomic
def tell_entry(seat: Seat, passport: str, residence: str) -> None:
    """What the seat says of itself. It leaves this step only as a count, so the record does not hold it."""
    if not (is_country(passport) and is_country(residence)):
        raise Refusal("select.country")
    if seat.withdrawn_on is not None:
        raise Refusal("select.seat_gone")
    if seat.is_remote:
        raise Refusal("select.seat_remote")
    EntryClass.objects.update_or_create(seat=seat, defaults={"passport": passport, "residence": residence})


@transaction.atomic
def tell_biography(seat: Seat, text: str, *, by: Standing, now: datetime) -> None:
    """For an association's form: into the vault, beside the name. The record holds that it was told, and no word."""
    if seat.withdrawn_on is not None:
        raise Refusal("select.seat_gone")
    programme = seat.workshop.programme
    nomination = programme.nominations.filter(account=seat.account).first()
    if nomination is None:
        raise Refusal("vault.person_unknown")
    tell_more(nomination.person, {"biography": text}, compartment=programme.compartment)
    record("select.biography_told", book=programme.compartment.book, role=by.role, side=by.side, at=now)


@transaction.atomic
def give_up_seat(seat: Seat, reason: str, *, by: Standing, now: datetime) -> None:
    """The seat is empty from now on, and what it said of its passport is gone."""
    seat = Seat.objects.select_for_update().select_related("workshop__programme", "community").get(pk=seat.pk)
    if reason not in REASONS:
        raise Refusal("select.reason_unknown")
    if seat.withdrawn_on is not None or seat.workshop.closed_at is not None:
        raise Refusal("select.seat_gone")
    EntryClass.objects.filter(seat=seat).delete()
    seat.withdrawn_on = now.date()
    seat.save(update_fields=["withdrawn_on"])
    record(
        "select.seat_given_up",
        book=seat.workshop.programme.compartment.book,
        role=by.role,
        side=seat.community.number,
        at=now,
        workshop=seat.workshop.number,
        reason=reason,
    )


@transaction.atomic
def freeze_roster(workshop: Workshop, *, by: Standing, now: datetime) -> Roster:
    """Make the seats final, and tell the plan who has to be able to enter: counts, never persons."""
    roster = Roster.objects.select_for_update().filter(workshop=workshop).first()
    if roster is None:
        raise Refusal("select.no_freeze_day")
    if workshop.closed_at is not None or not list_seats(workshop).exists():
        raise Refusal("select.nobody_seated")
    if is_final(roster):
        raise Refusal("select.frozen_already")
    if unanswered := seats_unanswered(workshop):
        raise Refusal("select.entry_unanswered", count=unanswered)
    seats = list(list_seats(workshop).select_related("entry"))
    roster.frozen_at, roster.digest = now, digest_seats(seats)
    roster.save(update_fields=["frozen_at", "digest"])
    record(
        "select.roster_frozen",
        book=workshop.programme.compartment.book,
        role=by.role,
        at=now,
        workshop=workshop.number,
        seats=len(seats),
        digest=roster.digest,
    )
    _tell_plan(workshop, seats, by, now)
    forget_entries(now)
    return roster


def _tell_plan(workshop: Workshop, seats: list[Seat], by: Standing, now: datetime) -> None:
    classes = Counter(
        (seat.community, seat.entry.passport, seat.entry.residence) for seat in seats if not seat.is_remote
    )
    ordered = sorted(classes.items(), key=lambda one: (one[0][0].number, *one[0][1:]))
    write_delegation(workshop.programme, [(*where, count) for where, count in ordered], by=by, now=now)


def forget_entries(now: datetime) -> int:
    """Destroy what seats said of their passports for workshops that are over everywhere; returns how many."""
    return EntryClass.objects.filter(seat__workshop__ends_on__lt=latest_day(now)).delete()[0]
