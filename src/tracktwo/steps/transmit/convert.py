"""Briefs as documents, cells as a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from tracktwo.documents.tree import Document, Heading, ListBlock, Note, Paragraph, Part, words
from tracktwo.methods.record import canonical_json
from tracktwo.steps.programme.models import Community
from tracktwo.steps.transmit.models import SETTLED, Audience, Brief, BriefText, Cell

AUDIENCES = (Audience.LEADERSHIP, Audience.ELITES, Audience.PUBLIC)


@dataclass(frozen=True)
class MatrixRow:
    """One audience with its cells in the order of the communities."""

    label: str
    cells: tuple[Cell, ...]


def matrix_rows(cells: list[Cell], communities: list[Community]) -> list[MatrixRow]:
    by_place = {(cell.audience, cell.community_id): cell for cell in cells}
    return [
        MatrixRow(str(audience.label), tuple(by_place[audience.value, community.pk] for community in communities))
        for audience in AUDIENCES
    ]


def paragraphs(body: str) -> list[str]:
    return [part.strip() for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def languages_missing(brief: Brief) -> list[str]:
    """Languages of the house in which the brief still has no words, each named in itself."""
    written = {text.language for text in brief.texts.all() if text.title and paragraphs(text.body)}
    return [name for code, name in settings.LANGUAGES if code not in written]


class Stage(Enum):
    """How far a cell is, and so who moves next."""

    OPEN = "nobody sees to it yet"
    BEGIN = "it has an owner and no words"
    WRITE = "words are missing in some language"
    READ = "a reader of the community has not approved"
    CONSENTS = "seats have not consented"
    RELEASE = "everything is there"
    DONE = "delivered or waived"


def stage_of(cell: Cell, without_consent: int) -> Stage:
    """The first thing that this cell still waits for; ``without_consent`` counts seats."""
    brief = getattr(cell, "brief", None)
    if cell.state in SETTLED:
        return Stage.DONE
    if brief is None:
        return Stage.OPEN if cell.state == Cell.State.OPEN else Stage.BEGIN
    if languages_missing(brief):
        return Stage.WRITE
    if cell.community is not None and brief.approved_on is None:
        return Stage.READ
    return Stage.CONSENTS if without_consent else Stage.RELEASE


def next_cell(cells: list[Cell], order: tuple[Stage, ...], without_consent: int) -> tuple[Cell, Stage] | None:
    """The first cell in the first of these stages that any cell is in."""
    staged = [(cell, stage_of(cell, without_consent)) for cell in cells]
    return next((found for stage in order for found in staged if found[1] == stage), None)


def fingerprint(brief: Brief) -> str:
    """SHA-256 of the words in every language: what a reader has read and approves."""
    words_now = sorted([text.language, text.title, text.body] for text in brief.texts.all())
    return sha256(canonical_json(words_now)).hexdigest()


def brief_document(text: BriefText, made: datetime) -> Document:
    """The brief as a document in its own language: findings, what they stand on, what they are not."""
    cell = text.brief.cell
    with translation.override(text.language):
        audience = cell.get_audience_display()
        to_whom = f"{audience}, {cell.community.name}" if cell.community else audience
        parts: list[Part] = [
            *_draft_note(text.brief),
            Paragraph(words(_("For: %(audience)s") % {"audience": to_whom})),
            Heading(1, words(_("Findings"))),
            *(Paragraph(words(part)) for part in paragraphs(text.body)),
            Heading(1, words(_("What this is"))),
            ListBlock(
                (
                    words(_("It comes from a workshop of people in a personal capacity; it binds nobody.")),
                    words(_("Nobody’s name stands in it, and who was there is not told.")),
                    words(
                        _("It stands on the agreed text with the digest %(digest)s, which the record keeps.")
                        % {"digest": f"{text.brief.text_digest[:16]}…"}
                    ),
                )
            ),
            Note((Paragraph(words(_("Made with Track Two for the host association of the programme."))),)),
        ]
        return Document(
            title=text.title,
            language=text.language,
            date_text=formats.date_format(made, "DATE_FORMAT"),
            parts=tuple(parts),
        )


def _draft_note(brief: Brief) -> list[Part]:
    if brief.released_at is not None:
        return []
    return [Note((Paragraph(words(_("Draft, not released: not to be passed on."))),))]
