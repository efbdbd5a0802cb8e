"""A document as one HTML file that needs nothing beside it: it can be mailed, printed, kept on a stick."""

from __future__ import annotations

from dataclasses import replace

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from tracktwo.documents.html import to_html
from tracktwo.documents.tree import Document, Heading, ListBlock, Note, Paragraph, Part


def alone(document: Document) -> bytes:
    """The file has a title and a language and says nothing else about itself; it asks nobody for anything."""
    parts = tuple(_in_language(part, document.language) for part in document.parts)
    article = mark_safe(to_html(replace(document, parts=parts), with_title=True))  # noqa: S308 - documents escapes
    return render_to_string("transmit/alone.html", {"document": document, "article": article}).encode()


def _in_language(part: Part, language: str) -> Part:
    """Every paragraph says its own language, so that it keeps it where somebody copies it into another text."""
    match part:
        case Heading() | Paragraph() | ListBlock():
            return replace(part, language=part.language or language)
        case Note():
            return Note(tuple(replace(one, language=one.language or language) for one in part.paragraphs))
        case _:
            return part
