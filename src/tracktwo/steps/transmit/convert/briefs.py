"""Briefs as documents, and how long they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.documents.pdf import count_pages
from tracktwo.documents.tree import Document, Heading, ListBlock, Note, Paragraph, Part, words
from tracktwo.steps.transmit.convert.shapes import shape_of
from tracktwo.steps.transmit.convert.sheets import Line, outgoing, sheet_of
from tracktwo.steps.transmit.models import Brief, BriefText, Section, StoryText

DAY = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Length:
    """How much longer than its audience reads, in which language."""

    language: str
    size: int
    most: int
    unit: str


def too_long(brief: Brief) -> Length | None:
    """The first language in which the brief is longer than its audience reads; None where all are short enough."""
    shape, names = shape_of(brief.cell.audience), dict(settings.LANGUAGES)
    for text in brief.texts.all():
        name = str(names[text.language])
        lines = outgoing(sheet_of(brief), brief.cell.audience)
        count = sum(len(line.words.get(text.language, "").split()) for line in lines)
        if shape.words and count > shape.words:
            return Length(name, count, shape.words, ngettext("word", "words", shape.words))
        pages = count_pages(brief_document(text, DAY))
        if pages > shape.pages:
            return Length(name, pages, shape.pages, ngettext("page", "pages", shape.pages))
    return None


def brief_document(text: BriefText, made: datetime, stories: Sequence[tuple[str, StoryText]] = ()) -> Document:
    """The brief as a document in its own language: what goes out by sections, what it stands on, what it is not.

    ``stories``: community and approved words of those who let this audience read theirs; other languages are left out.
    """
    brief = text.brief
    with translation.override(text.language):
        parts: list[Part] = [*_draft_note(brief), Paragraph(words(_("For: %(audience)s") % {"audience": _whom(brief)}))]
        for section, lines in by_section(outgoing(sheet_of(brief), brief.cell.audience)):
            parts += _section(section, lines, text.language)
        parts += _stories([one for one in stories if one[1].language == text.language])
        parts += _what_it_is(brief)
        return Document(
            title=text.title,
            language=text.language,
            date_text=formats.date_format(made, "DATE_FORMAT"),
            parts=tuple(parts),
        )


def by_section(lines: tuple[Line, ...]) -> list[tuple[Section, list[Line]]]:
    """Lines that already stand in the order of the audience, in heaps."""
    heaps: dict[Section, list[Line]] = {}
    for line in lines:
        heaps.setdefault(Section(line.section), []).append(line)
    return list(heaps.items())


def _whom(brief: Brief) -> str:
    audience = str(brief.cell.get_audience_display())
    return f"{audience}, {brief.cell.community.name}" if brief.cell.community else audience


def _section(section: Section, lines: list[Line], language: str) -> list[Part]:
    """Options and steps are numbered, so that two people can speak of the second one."""
    said = [line.words[language] for line in lines if line.words.get(language)]
    if not said:
        return []
    heading = Heading(1, words(str(section.label)))
    if section in {Section.OPTIONS, Section.STEPS}:
        return [heading, ListBlock(tuple(words(one) for one in said), ordered=True)]
    return [heading, *(Paragraph(words(one)) for one in said)]


def _stories(stories: list[tuple[str, StoryText]]) -> list[Part]:
    if not stories:
        return []
    told: list[Part] = [Heading(1, words(_("What it did to a life")))]
    for community, text in stories:
        told.append(Heading(2, words(text.title)))
        told += [Paragraph(words(part)) for part in text.words.split("\n\n") if part.strip()]
        told.append(Note((Paragraph(words(told_by(community))),)))
    return told


def told_by(community: str) -> str:
    return _("Told by somebody of this community: %(community)s. Released by the teller alone.") % {
        "community": community
    }


def _what_it_is(brief: Brief) -> list[Part]:
    return [
        Heading(1, words(_("What this is"))),
        ListBlock(
            (
                words(_("It comes from a workshop of people in a personal capacity; it binds nobody.")),
                words(_("Nobody’s name stands in it, and who was there is not told.")),
                words(
                    _("It stands on the agreed text with the digest %(digest)s, which the record keeps.")
                    % {"digest": f"{brief.text_digest[:16]}…"}
                ),
            )
        ),
        Note((Paragraph(words(_("Made with Track Two for the host association of the programme."))),)),
    ]


def _draft_note(brief: Brief) -> list[Part]:
    if brief.released_at is not None:
        return []
    return [Note((Paragraph(words(_("Draft, not released: not to be passed on."))),))]
