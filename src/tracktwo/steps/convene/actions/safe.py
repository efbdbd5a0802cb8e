"""The safe agenda: agreed beforehand, and laid over every screen of the room in one tap."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once, touch
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.methods.text import composed
from tracktwo.steps.convene.actions.caucus import APART
from tracktwo.steps.convene.actions.floor import DESK, ROOM
from tracktwo.steps.convene.convert import known_agenda
from tracktwo.steps.convene.models import PublicAgenda, Session
from tracktwo.steps.convene.models.safe import LONGEST_AGENDA, LONGEST_TITLE
from tracktwo.steps.plan.models import Workshop


@transaction.atomic
def agree_public_agenda(
    workshop: Workshop, titles: Mapping[str, str], texts: Mapping[str, str], *, by: Standing, now: datetime
) -> PublicAgenda:
    """Put the agreed words into force; the record keeps their digest. A language without a title is left out.

    Refuses ``convene.public_agenda_empty`` and ``convene.public_agenda_long``.
    """
    kept = {language: _tidy(title, LONGEST_TITLE) for language, title in titles.items() if title.strip()}
    lines = {language: _tidy_lines(texts.get(language, "")) for language in kept}
    if not kept or not all(lines.values()):
        raise Refusal("convene.public_agenda_empty")
    found, _is_new = PublicAgenda.objects.update_or_create(
        workshop=workshop, defaults={"titles": kept, "texts": lines, "agreed_at": now}
    )
    digest = sha256(canonical_json([kept, lines])).hexdigest()
    record(
        "convene.public_agenda_agreed",
        book=workshop.programme.compartment.book,
        role=by.role,
        kind="workshop",
        key=str(workshop.number),
        at=now,
        workshop=workshop.number,
        digest=digest,
    )
    return found


def public_agenda_of(workshop: Workshop) -> PublicAgenda:
    """What was agreed; else what the association has announced itself, under an address of its own from now on."""
    found = PublicAgenda.objects.filter(workshop=workshop).first()
    if found is not None:
        return found
    titles, texts = known_agenda(workshop)
    return PublicAgenda.objects.get_or_create(workshop=workshop, defaults={"titles": titles, "texts": texts})[0]


@transaction.atomic
def cover_screens(workshop: Workshop, is_covered: bool, *, by: Standing, token: str) -> None:
    """Every screen of the workshop shows the public agenda, or the room again, also while communities only talk apart.

    Refuses ``convene.nothing_to_cover`` where no session is open and nobody talks apart.
    """
    if not once(token, by.account):
        return
    # Held as at the opening of a session or talk apart: what opens in the same moment is covered with the rest.
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    apart = workshop.caucuses.filter(closed_at=None)
    sessions = Session.objects.filter(workshop=workshop, closed_at=None).update(is_covered=is_covered)
    if not sessions + apart.update(is_covered=is_covered) and is_covered:
        raise Refusal("convene.nothing_to_cover")
    touch(ROOM, workshop.pk)
    touch(DESK, workshop.pk)
    # A community apart has screens of its own, which do not feel the room move.
    for caucus in apart:
        touch(APART, caucus.pk)


def _tidy(text: str, most: int) -> str:
    tidy = composed(text, most)
    if len(tidy) > most:
        raise Refusal("convene.public_agenda_long", length=len(tidy), most=most)
    return tidy


def _tidy_lines(text: str) -> str:
    lines = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(lines) > LONGEST_AGENDA:
        raise Refusal("convene.public_agenda_long", length=len(lines), most=LONGEST_AGENDA)
    return unicodedata.normalize("NFC", lines)
