"""Briefs as documents."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from tracktwo.documents.tree import Document, Heading, ListBlock, Note, Paragraph, Part, words
from tracktwo.methods.record import canonical_json
from tracktwo.steps.transmit.models import Brief, BriefText


def paragraphs(body: str) -> list[str]:
    return [part.strip() for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def languages_missing(brief: Brief) -> list[str]:
    """Languages of the house in which the brief still has no words, each named in itself."""
    written = {text.language for text in brief.texts.all() if text.title and paragraphs(text.body)}
    return [name for code, name in settings.LANGUAGES if code not in written]


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
