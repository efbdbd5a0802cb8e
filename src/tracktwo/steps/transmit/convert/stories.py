"""A story as a document of its own, as the public site prints it."""

from __future__ import annotations

from django.utils import translation

from tracktwo.documents.tree import Document, Note, Paragraph, words
from tracktwo.steps.transmit.convert.briefs import told_by
from tracktwo.steps.transmit.convert.sheets import paragraphs
from tracktwo.steps.transmit.models import StoryText


def story_document(text: StoryText, community: str) -> Document:
    """Without a day: the day on which somebody told it is nobody's business."""
    with translation.override(text.language):
        return Document(
            title=text.title,
            language=text.language,
            parts=(
                *(Paragraph(words(part)) for part in paragraphs(text.words)),
                Note((Paragraph(words(told_by(community))),)),
            ),
        )
