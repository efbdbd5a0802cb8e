"""Say how far each finding may go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import Brief, Finding, Level, Paragraph
from tracktwo.steps.transmit.queries import list_findings


@transaction.atomic
def set_levels(workshop: Workshop, levels: Mapping[str, int], *, by: Standing, now: datetime) -> None:
    """Keep a level for every clause of the agreed text. Lowering one draws the paragraphs of open briefs with it."""
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    faces = list_findings(workshop)
    if not faces:
        raise Refusal("transmit.nothing_agreed")
    for face in faces:
        level = Level(levels.get(face.clause, face.level))
        Finding.objects.update_or_create(workshop=workshop, clause=face.clause, defaults={"level": level})
        _draw_down(workshop, face.clause, level)
    said = {one.clause: one.level for one in workshop.findings.all()}
    record(
        "transmit.levels_set",
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(workshop.number),
        at=now,
        public=sum(level == Level.PUBLIC for level in said.values()),
        kept=sum(level == Level.KEPT for level in said.values()),
        digest=sha256(canonical_json(said)).hexdigest(),
    )


def _draw_down(workshop: Workshop, clause: str, level: Level) -> None:
    """A paragraph never goes further than its finding; a reader approves anew what has become less."""
    higher = Paragraph.objects.filter(
        brief__cell__workshop=workshop, brief__released_at=None, clause=clause, level__gt=level
    )
    touched = list(higher.values_list("brief", flat=True))
    higher.update(level=level)
    Brief.objects.filter(pk__in=touched).update(approved_on=None)
