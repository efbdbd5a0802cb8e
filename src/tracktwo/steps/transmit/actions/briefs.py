"""Begin, write, approve, release a brief."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.transmit.actions.noting import record_cell
from tracktwo.steps.transmit.actions.uses import stand_on_consents
from tracktwo.steps.transmit.convert import (
    Line,
    Sheet,
    fingerprint,
    languages_missing,
    sections_missing,
    shape_of,
    sheet_of,
    too_long,
    with_bodies,
)
from tracktwo.steps.transmit.models import (
    LONGEST_PARAGRAPH,
    NEEDED,
    Audience,
    Brief,
    BriefText,
    Cell,
    ConsentUse,
    Level,
    Paragraph,
    ParagraphText,
)
from tracktwo.steps.transmit.queries import brief_pointing, list_findings, worked_out

MOST_PARAGRAPHS = 60
LONGEST_TITLE = 160


@transaction.atomic
def begin_brief(cell: Cell) -> Brief:
    """A brief begun with the findings that may go as far as its audience, in every language in which they were agreed
    or reviewed beside it: nobody types anew, or otherwise, what a reader has found to say the same.

    Options and joint steps of the room are offered beside them and stay with the cohort until somebody decides.
    """
    if cell.state == Cell.State.WAIVED:
        raise Refusal("transmit.waived")
    text = frozen_text(cell.workshop)
    if text is None:
        raise Refusal("transmit.nothing_agreed")
    brief, new = Brief.objects.get_or_create(cell=cell, defaults={"text_digest": text.digest})
    if new:
        lines = _findings(cell) + _worked(cell)
        if not any(line.level >= NEEDED[Audience(cell.audience)] for line in lines):
            raise Refusal("transmit.nothing_may_go")
        _keep(brief, Sheet({text.language: text.title}, lines))
    return brief


def _findings(cell: Cell) -> tuple[Line, ...]:
    section, needed = shape_of(cell.audience).sections[0], NEEDED[Audience(cell.audience)]
    faces = [face for face in list_findings(cell.workshop) if face.level >= needed]
    return tuple(Line(section, face.clause, needed, dict(face.versions)) for face in faces)


def _worked(cell: Cell) -> tuple[Line, ...]:
    sections = shape_of(cell.audience).sections
    return tuple(
        Line(one.kind, "", Level.KEPT, {one.language: one.words})
        for one in worked_out(cell.workshop)
        if one.kind in sections
    )


@transaction.atomic
def write_brief(brief: Brief, texts: Mapping[str, tuple[str, str]]) -> None:
    """Keep title and pasted words per language, side by side. Any change takes back the reader's approval."""
    brief = _open_brief(brief)
    _write(brief, with_bodies(brief, dict(texts)))


@transaction.atomic
def write_sheet(brief: Brief, sheet: Sheet, *, seen: str) -> None:
    """Keep the whole sheet as it was typed over the words that were ``seen``."""
    brief = _open_brief(brief)
    if seen != fingerprint(brief):
        raise Refusal("transmit.written_meanwhile")
    _write(brief, sheet)


def _write(brief: Brief, sheet: Sheet) -> None:
    _check_sheet(brief, sheet)
    before = fingerprint(brief)
    _keep(brief, sheet)
    if fingerprint(brief) != before:
        brief.approved_on = None
        brief.save(update_fields=["approved_on"])


def _check_sheet(brief: Brief, sheet: Sheet) -> None:
    if len(sheet.lines) > MOST_PARAGRAPHS:
        raise Refusal("transmit.too_many_paragraphs", most=MOST_PARAGRAPHS)
    check_passage(*sheet.titles.values(), *(words for line in sheet.lines for words in line.words.values()))
    levels = {face.clause: face.level for face in list_findings(brief.cell.workshop)}
    for place, line in enumerate(sheet.lines, start=1):
        if line.clause and line.level > levels.get(line.clause, Level.KEPT):
            raise Refusal("transmit.beyond_finding", paragraph=place)
        if any(len(words) > LONGEST_PARAGRAPH for words in line.words.values()):
            raise Refusal("transmit.paragraph_too_long", paragraph=place, most=LONGEST_PARAGRAPH)


def _keep(brief: Brief, sheet: Sheet) -> None:
    languages = dict(settings.LANGUAGES)
    for language, title in sheet.titles.items():
        if language in languages:
            BriefText.objects.update_or_create(
                brief=brief, language=language, defaults={"title": title.strip()[:LONGEST_TITLE]}
            )
    brief.paragraphs.all().delete()
    for place, line in enumerate(sheet.lines, start=1):
        paragraph = Paragraph.objects.create(
            brief=brief, place=place, section=line.section, clause=line.clause, level=line.level
        )
        ParagraphText.objects.bulk_create(
            ParagraphText(paragraph=paragraph, language=language, words=words.strip())
            for language, words in line.words.items()
            if language in languages and words.strip()
        )


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
    """Release, once: agreed text unchanged, every language written, as short as its audience reads, the community's
    reader content, consents given; the consents it stands on are kept with it.
    """
    Cell.objects.select_for_update().get(pk=brief.cell_id)
    brief = _open_brief(brief)
    _check_ready(brief)
    stand_on_consents(brief.cell.workshop, ConsentUse.Kind.BRIEF, brief.pk, now.date())
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
    _check_shape(brief)
    if brief.cell.community is not None and brief.approved_on is None:
        raise Refusal("transmit.not_approved")


def _check_shape(brief: Brief) -> None:
    sections = sections_missing(brief)
    if sections:
        raise Refusal("transmit.sections_missing", sections=", ".join(sections))
    levels = {face.clause: face.level for face in list_findings(brief.cell.workshop)}
    for place, line in enumerate(sheet_of(brief).lines, start=1):
        if line.clause and line.level > levels.get(line.clause, Level.KEPT):
            raise Refusal("transmit.beyond_finding", paragraph=place)
    pointing = brief_pointing(brief)
    if pointing:
        raise Refusal("transmit.points_to_somebody", count=pointing)
    long = too_long(brief)
    if long is not None:
        raise Refusal("transmit.too_long", language=long.language, size=long.size, most=long.most, unit=long.unit)


def _open_brief(brief: Brief) -> Brief:
    """The brief as it stands now, held until the deed is done; refused once it is released."""
    held = Brief.objects.select_for_update().get(pk=brief.pk)
    if held.released_at is not None:
        raise Refusal("transmit.released_already")
    return held
