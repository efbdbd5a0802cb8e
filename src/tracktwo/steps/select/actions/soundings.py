"""Before anybody is nominated: the question is put, and that it was is noted."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.foundation.vault.notes import keep_note
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.models import Sounding


@transaction.atomic
def note_sounding(
    programme: Programme,
    community: Community,
    *,
    day: date,
    channel: str,
    asked_by: str,
    outcome: str,
    next_step: str,
    next_on: date | None,
    words: str,
    by: Standing,
    now: datetime,
) -> Sounding:
    """Note one conversation. ``words`` go into the vault, sealed or not; the record says the way and the result."""
    if day > now.date():
        raise Refusal("select.sounding_ahead")
    if next_on is not None and next_on < day:
        raise Refusal("select.sounding_backwards")
    sounding = Sounding.objects.create(
        programme=programme,
        community=community,
        day=day,
        channel=channel,
        asked_by=asked_by,
        outcome=outcome,
        next_step=next_step,
        next_on=next_on,
        note=keep_note(programme.compartment, words) if words.strip() else None,
    )
    book = programme.compartment.book
    record("select.sounded", book=book, role=by.role, side=by.side, at=now, channel=channel, outcome=outcome)
    return sounding
