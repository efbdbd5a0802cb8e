"""Write and release memoranda and lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.actions.uses import stand_on_consents
from tracktwo.steps.transmit.convert import note_languages_missing
from tracktwo.steps.transmit.models import ConsentUse, Note, NoteText
from tracktwo.steps.transmit.queries import next_number, note_pointing


@transaction.atomic
def begin_note(workshop: Workshop, kind: str, texts: Mapping[str, tuple[str, str]]) -> Note:
    note = Note.objects.create(workshop=workshop, kind=Note.Kind(kind))
    write_note(note, texts)
    return note


@transaction.atomic
def write_note(note: Note, texts: Mapping[str, tuple[str, str]]) -> None:
    note = _open(note)
    for language, (title, body) in texts.items():
        check_passage(title, body)
        NoteText.objects.update_or_create(
            note=note, language=language, defaults={"title": title.strip(), "body": body.strip()}
        )


@transaction.atomic
def release_note(note: Note, *, by: Standing, now: datetime) -> None:
    """In every language, with no address or number in it; what goes to the public stands on the consents to carry."""
    Workshop.objects.select_for_update().get(pk=note.workshop_id)
    note = _open(note)
    missing = note_languages_missing(note)
    if missing:
        raise Refusal("transmit.languages_missing", languages=", ".join(missing))
    programme, pointing = note.workshop.programme, note_pointing(note)
    if pointing:
        raise Refusal("transmit.points_to_somebody", count=pointing)
    if note.kind != Note.Kind.CRISIS:
        stand_on_consents(note.workshop, ConsentUse.Kind.NOTE, note.pk, now.date())
    note.number = next_number(programme) if note.kind == Note.Kind.MEMORANDUM else None
    note.released_at = now
    note.save(update_fields=["number", "released_at"])
    record(
        "transmit.note_released",
        book=programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(note.workshop.number),
        at=now,
        note=note.kind,
        number=note.number or 0,
    )


def _open(note: Note) -> Note:
    held = Note.objects.select_for_update().get(pk=note.pk)
    if held.released_at is not None:
        raise Refusal("transmit.note_released")
    return held
