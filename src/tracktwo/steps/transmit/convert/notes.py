"""A memorandum or a line as a document."""

from __future__ import annotations

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from tracktwo.documents.tree import Document, Note, Paragraph, words
from tracktwo.steps.transmit.convert.sheets import paragraphs
from tracktwo.steps.transmit.models import Note as Row
from tracktwo.steps.transmit.models import NoteText


def note_languages_missing(note: Row) -> list[str]:
    written = {text.language for text in note.texts.all() if text.title and text.body}
    return [str(name) for code, name in settings.LANGUAGES if code not in written]


def note_name(note: Row) -> str:
    """What it is called beside its title."""
    if note.kind == Row.Kind.MEMORANDUM and note.number:
        return _("Memorandum %(number)s") % {"number": note.number}
    return str(note.get_kind_display())


def note_document(text: NoteText) -> Document:
    note = text.note
    with translation.override(text.language):
        draft = [] if note.released_at else [Note((Paragraph(words(_("Draft, not released: not to be passed on."))),))]
        day = formats.date_format(note.released_at, "DATE_FORMAT") if note.released_at else ""
        return Document(
            title=text.title,
            language=text.language,
            date_text=f"{note_name(note)}{', ' if day else ''}{day}",
            parts=(*draft, *(Paragraph(words(part)) for part in paragraphs(text.body))),
        )
