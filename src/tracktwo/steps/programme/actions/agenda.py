"""The agenda: edited on the desk, adopted as a version, kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.methods.text import composed
from tracktwo.steps.programme.actions.programme import lock
from tracktwo.steps.programme.convert import Sheet
from tracktwo.steps.programme.models import LONGEST_NAME, AgendaDraft, AgendaTemplate, OwnTemplate, Programme
from tracktwo.steps.programme.queries import sheet_on_desk

MOST_OWN = 30


@transaction.atomic
def adopt_agenda(
    programme: Programme,
    phases: Sequence[tuple[str, int]],
    *,
    by: Standing,
    now: datetime,
    words: Mapping[str, Mapping[str, str]] | None = None,
    origin: str = "kelman",
) -> AgendaTemplate:
    """Adopt phases with their percentages as the next version of the agenda template; they sum to 100.

    The draft on the desk is done with. Refuses ``programme.shares``.
    """
    if sum(share for _phase, share in phases) != 100:
        raise Refusal("programme.shares", total=sum(share for _phase, share in phases))
    version = lock(programme).agendas.count() + 1
    agenda = AgendaTemplate.objects.create(
        programme=programme,
        version=version,
        phases=[list(phase) for phase in phases],
        words=dict(words or {}),
        origin=origin,
        adopted_at=now,
    )
    AgendaDraft.objects.filter(programme=programme).delete()
    digest = sha256(canonical_json([agenda.phases, agenda.words] if words else agenda.phases)).hexdigest()
    record("agenda.adopted", book=programme.compartment.book, role=by.role, at=now, version=version, digest=digest)
    return agenda


@transaction.atomic
def edit_agenda(programme: Programme, edit: Callable[[Sheet], Sheet], *, seen: int) -> Sheet:
    """One press of the editor on the draft. ``seen`` is the revision that the screen showed.

    Refuses ``programme.agenda_moved`` where somebody else has pressed in between, and whatever the edit refuses.
    """
    lock(programme)
    sheet, revision = sheet_on_desk(programme)
    if seen != revision:
        raise Refusal("programme.agenda_moved")
    after = edit(sheet)
    AgendaDraft.objects.update_or_create(
        programme=programme,
        defaults={
            "phases": after.phases,
            "words": dict(after.words),
            "origin": after.origin,
            "revision": revision + 1,
        },
    )
    return after


@transaction.atomic
def clear_desk(programme: Programme) -> None:
    """Put the draft away: the version in force, or Kelman's agenda, lies there again."""
    AgendaDraft.objects.filter(programme=programme).delete()


@transaction.atomic
def keep_template(programme: Programme, name: str, language: str) -> OwnTemplate:
    """Keep what lies on the desk under a name; the same name is written over.

    Refuses ``programme.template_nameless``, ``programme.words_long`` and ``programme.templates_full``.
    """
    name = composed(name, LONGEST_NAME)
    if not name:
        raise Refusal("programme.template_nameless")
    if len(name) > LONGEST_NAME:
        raise Refusal("programme.words_long", length=len(name), most=LONGEST_NAME)
    if lock(programme).own_templates.exclude(name=name).count() >= MOST_OWN:
        raise Refusal("programme.templates_full", most=MOST_OWN)
    sheet, _revision = sheet_on_desk(programme)
    kept = {"language": language, "phases": sheet.phases, "words": dict(sheet.words), "origin": sheet.origin}
    return OwnTemplate.objects.update_or_create(programme=programme, name=name, defaults=kept)[0]


def forget_template(programme: Programme, template: int) -> None:
    """Throw an own template away. Refuses ``programme.template_unknown``."""
    if not programme.own_templates.filter(pk=template).delete()[0]:
        raise Refusal("programme.template_unknown")
