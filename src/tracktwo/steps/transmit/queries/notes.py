"""Memoranda and lines."""

from __future__ import annotations

from django.db.models import Max, QuerySet

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Note


def access_notes(programme: Programme) -> QuerySet[Note]:
    return Note.objects.filter(workshop__programme=programme).select_related("workshop__programme__compartment")


def list_notes(workshop: Workshop) -> QuerySet[Note]:
    return workshop.notes.prefetch_related("texts")


def next_number(programme: Programme) -> int:
    """Memoranda are counted through the whole programme; a number once given is never given again."""
    return (access_notes(programme).aggregate(last=Max("number"))["last"] or 0) + 1
