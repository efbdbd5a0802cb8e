"""Begin, write, approve, release a brief."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.queries import final_words, frozen_text
from tracktwo.steps.transmit.actions.noting import record_cell
from tracktwo.steps.transmit.convert import fingerprint, languages_missing
from tracktwo.steps.transmit.models import Brief, BriefText, Cell
from tracktwo.steps.transmit.queries import consents_missing


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
    record_cell("transmit.brief_approved", brief.cell, by, now, digest=seen)


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
    record_cell("transmit.brief_released", brief.cell, by, now, digest=brief.text_digest)


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
