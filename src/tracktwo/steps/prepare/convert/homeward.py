"""What to go through before going home, in the reader's language: on a page, and as a sheet on the table."""

from __future__ import annotations

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.data.re_entry import CHECKED_ON, HEADINGS, Texts
from tracktwo.documents.tree import Heading, ListBlock, Note, Paragraph, Part, words


def homeward_lines() -> list[tuple[str, list[str]]]:
    """Each heading with its lines."""
    return [(_said(one.title), [_said(line) for line in one.lines]) for one in HEADINGS]


def advice_words() -> str:
    """What it is, and what it is not; on the page and on the sheet."""
    said = _(
        "General advice, put together on %(day)s: not the law of any state, and no promise of safety. Where you are in "
        "doubt, ask a lawyer or the guarantor of your community before you leave."
    )
    return said % {"day": date_format(CHECKED_ON, "DATE_FORMAT")}


def homeward_parts(line: str, *, level: int) -> list[Part]:
    """``line``: the one that was agreed to be said outside, empty where there is none yet."""
    parts: list[Part] = [Paragraph(words(_("Read it together before the close, and leave it on the table.")))]
    for title, lines in homeward_lines():
        parts += [
            Heading(level, words(title)),
            ListBlock(tuple(words(f"[\u00a0\u00a0\u00a0]\u00a0{one}") for one in lines)),
        ]
    if line:
        parts.append(Note((Paragraph(words(_("The agreed line:"), " ", line)),)))
    return [*parts, Note((Paragraph(words(advice_words())),))]


def _said(texts: Texts) -> str:
    return texts.get(translation.get_language() or "en", texts["en"])
