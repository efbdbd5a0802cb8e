"""Keep the log of what was carried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import Audience, Coding, Grade, Transmission
from tracktwo.steps.transmit.queries import certain_hits, halted


@transaction.atomic
def log_transmission(
    workshop: Workshop, *, findings: Sequence[str], by: Standing, now: datetime, **said: Any
) -> Transmission:
    """Keep one entry, by month and role. No address or number stands in it, and nothing halted is carried on."""
    entry = Transmission(workshop=workshop, findings=list(findings), **said)
    entry.month = entry.month.replace(day=1)
    _check(entry, now.date())
    entry.save()
    _record("transmit.carried", entry, by, now, audience=entry.audience, direction=entry.direction)
    return entry


def _check(entry: Transmission, today: date) -> None:
    if entry.month > today:
        raise Refusal("transmit.month_ahead")
    if (entry.community is None) != (entry.audience == Audience.CONVENTION):
        raise Refusal("transmit.side_of_audience")
    check_passage(entry.content, entry.harm_words)
    if certain_hits(entry.workshop, f"{entry.content}\n{entry.harm_words}"):
        raise Refusal("transmit.points_to_somebody", count=1)
    if entry.harm != Transmission.Harm.NONE and not entry.harm_words.strip():
        raise Refusal("transmit.harm_which")
    if entry.brief_id and ("brief", entry.brief_id) in halted(entry.workshop, today):
        raise Refusal("transmit.consent_revoked", count=1)


@transaction.atomic
def code_entry(entry: Transmission, coder: Account, *, grade: int, response: str) -> None:
    """One reading a coder; the latest counts. What the others said is not shown before."""
    Coding.objects.update_or_create(
        transmission=entry, coder=coder, defaults={"grade": Grade(grade), "response": response}
    )


@transaction.atomic
def follow_up(entry: Transmission, *, response: str, grade: int, again_on: date | None, now: datetime) -> None:
    """Somebody asked again: what came, how well it is known, and when to ask once more (or never)."""
    entry = Transmission.objects.select_for_update().get(pk=entry.pk)
    if entry.taken_up_on is not None and grade < Grade.DOCUMENT:
        raise Refusal("transmit.claim_stands")
    if again_on is not None and again_on <= now.date():
        raise Refusal("transmit.again_in_past")
    entry.response, entry.grade = response, grade
    entry.follow_up_on, entry.followed_on = again_on, None if again_on else now.date()
    entry.save(update_fields=["response", "grade", "follow_up_on", "followed_on"])


@transaction.atomic
def claim_taken_up(entry: Transmission, *, words: str, by: Standing, now: datetime) -> None:
    """Say that it was taken into Track 1: as a contribution, and only with a document at least."""
    entry = Transmission.objects.select_for_update().get(pk=entry.pk)
    if entry.grade < Grade.DOCUMENT:
        raise Refusal("transmit.claim_without_document")
    if not words.strip():
        raise Refusal("transmit.claim_which")
    check_passage(words)
    if certain_hits(entry.workshop, words):
        raise Refusal("transmit.points_to_somebody", count=1)
    entry.taken_up, entry.taken_up_on = words.strip(), now.date()
    entry.save(update_fields=["taken_up", "taken_up_on"])
    _record("transmit.taken_up", entry, by, now, grade=int(entry.grade))


def _record(deed: str, entry: Transmission, by: Standing, now: datetime, **facts: object) -> None:
    record(
        deed,
        book=entry.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(entry.workshop.number),
        at=now,
        **facts,
    )
