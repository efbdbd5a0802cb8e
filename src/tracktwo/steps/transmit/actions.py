"""Deeds of step 7."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.queries import final_words, frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.convert import AUDIENCES, fingerprint, languages_missing
from tracktwo.steps.transmit.models import Audience, Brief, BriefText, Cell
from tracktwo.steps.transmit.queries import consents_missing


@transaction.atomic
def open_matrix(workshop: Workshop) -> list[Cell]:
    """A cell for each audience of each community, and one for the convention. Again is harmless."""
    for community in workshop.programme.communities.all():
        for audience in AUDIENCES:
            Cell.objects.get_or_create(workshop=workshop, audience=audience, community=community)
    Cell.objects.get_or_create(workshop=workshop, audience=Audience.CONVENTION, community=None)
    return list(workshop.cells.all())


@transaction.atomic
def set_cell(cell: Cell, *, state: str, owner: str, due: date | None, reason: str, by: Standing, now: datetime) -> None:
    """Give a cell an owner, a date and a state; a waiver says why, and what was released stays as it is."""
    # Locked, so that a release at the same moment is seen and not written over.
    cell = Cell.objects.select_for_update().get(pk=cell.pk)
    _check_settable(cell, state, owner, reason)
    cell.state, cell.owner, cell.due, cell.reason = state, owner, due, reason.strip()
    cell.save(update_fields=["state", "owner", "due", "reason"])
    deed = "transmit.cell_waived" if state == Cell.State.WAIVED else "transmit.cell_set"
    _record(deed, cell, by, now, **({} if state == Cell.State.WAIVED else {"state": state}))


def _check_settable(cell: Cell, state: str, owner: str, reason: str) -> None:
    if Brief.objects.filter(cell=cell, released_at__isnull=False).exists():
        raise Refusal("transmit.released_already")
    if state == Cell.State.DELIVERED:
        raise Refusal("transmit.not_released")
    if state == Cell.State.WAIVED and not reason.strip():
        raise Refusal("transmit.waive_why")
    if state == Cell.State.IN_HAND and not owner:
        raise Refusal("transmit.owner_missing")


@transaction.atomic
def begin_brief(cell: Cell) -> Brief:
    """A brief for a cell, begun with the words of the agreed text in the language in which they were agreed."""
    if cell.state == Cell.State.WAIVED:
        raise Refusal("transmit.waived")
    text = frozen_text(cell.workshop)
    if text is None:
        raise Refusal("transmit.nothing_agreed")
    brief, new = Brief.objects.get_or_create(cell=cell, defaults={"text_digest": text.digest})
    if new:
        BriefText.objects.create(
            brief=brief, language=text.language, title=text.title, body="\n\n".join(final_words(text))
        )
    return brief


@transaction.atomic
def write_brief(brief: Brief, texts: Mapping[str, tuple[str, str]]) -> None:
    """Keep title and words per language. Any change takes back the reader's approval."""
    brief = _open_brief(brief)
    before = fingerprint(brief)
    for language, (title, body) in texts.items():
        BriefText.objects.update_or_create(
            brief=brief, language=language, defaults={"title": title.strip(), "body": body.strip()}
        )
    if fingerprint(brief) != before:
        brief.approved_on = None
        brief.save(update_fields=["approved_on"])


@transaction.atomic
def approve_brief(brief: Brief, *, seen: str, by: Standing, now: datetime) -> None:
    """A reader of the community says that the brief can be read there: the words that were ``seen``, all languages."""
    brief = _open_brief(brief)
    missing = languages_missing(brief)
    if missing:
        raise Refusal("transmit.languages_missing", languages=", ".join(missing))
    if brief.cell.community is not None and by.side != brief.cell.community.number:
        raise Refusal("transmit.other_side")
    if seen != fingerprint(brief):
        raise Refusal("transmit.changed_since")
    brief.approved_on = now.date()
    brief.save(update_fields=["approved_on"])
    _record("transmit.brief_approved", brief.cell, by, now, digest=seen)


@transaction.atomic
def release_brief(brief: Brief, *, by: Standing, now: datetime) -> None:
    """Release, once: agreed text unchanged, every language written, the community's reader content, consents given."""
    Cell.objects.select_for_update().get(pk=brief.cell_id)
    brief = _open_brief(brief)
    _check_ready(brief)
    brief.released_at = now
    brief.save(update_fields=["released_at"])
    brief.cell.state = Cell.State.DELIVERED
    brief.cell.save(update_fields=["state"])
    _record("transmit.brief_released", brief.cell, by, now, digest=brief.text_digest)


def _check_ready(brief: Brief) -> None:
    agreed = frozen_text(brief.cell.workshop)
    if agreed is None or agreed.digest != brief.text_digest:
        raise Refusal("transmit.nothing_agreed")
    if brief.cell.state == Cell.State.WAIVED:
        raise Refusal("transmit.waived")
    missing = languages_missing(brief)
    if missing:
        raise Refusal("transmit.languages_missing", languages=", ".join(missing))
    if brief.cell.community is not None and brief.approved_on is None:
        raise Refusal("transmit.not_approved")
    without = consents_missing(brief.cell.workshop)
    if without:
        raise Refusal("transmit.consents_missing", count=without)


def _open_brief(brief: Brief) -> Brief:
    """The brief as it stands now, held until the deed is done; refused once it is released."""
    held = Brief.objects.select_for_update().get(pk=brief.pk)
    if held.released_at is not None:
        raise Refusal("transmit.released_already")
    return held


def _record(deed: str, cell: Cell, by: Standing, now: datetime, **facts: object) -> None:
    place = f"{cell.audience}.{cell.community.number}" if cell.community else cell.audience
    record(
        deed,
        book=cell.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="cell",
        key=f"{cell.workshop.number}.{place}",
        at=now,
        **facts,
    )
