"""Products that certainly point to somebody, as the lint knows people today and not as it did at their release."""

from __future__ import annotations

from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.convert import outgoing, sheet_of
from tracktwo.steps.transmit.models import Brief, Note
from tracktwo.steps.transmit.queries.discretion import certain_hits
from tracktwo.steps.transmit.queries.public import AfterWorkshop, public_products
from tracktwo.steps.transmit.queries.stories import ToldStory


def brief_pointing(brief: Brief) -> int:
    """Places in all that goes out of it, in every language."""
    sheet = sheet_of(brief)
    lines = outgoing(sheet, brief.cell.audience)
    said = {
        language: "\n\n".join([title, *(line.words.get(language, "") for line in lines)])
        for language, title in sheet.titles.items()
    }
    return sum(certain_hits(brief.cell.workshop, words, language) for language, words in said.items())


def note_pointing(note: Note) -> int:
    texts = note.texts.all()
    return sum(certain_hits(note.workshop, f"{text.title}\n{text.body}", text.language) for text in texts)


def _story_pointing(after: AfterWorkshop, story: ToldStory) -> int:
    return sum(certain_hits(after.workshop, f"{text.title}\n{text.words}", text.language) for text in story.texts)


def safe_products(programme: Programme) -> tuple[list[AfterWorkshop], int]:
    """What the public may read and nobody is found by; and how many products are left out because somebody is.

    Left out rather than stopping the site: what was taken back must be able to leave it.
    """
    found = public_products(programme)
    safe = [one for one in map(_safe, found) if one]
    return safe, sum(map(len, found)) - sum(map(len, safe))


def _safe(after: AfterWorkshop) -> AfterWorkshop:
    return AfterWorkshop(
        after.workshop,
        tuple(one for one in after.briefs if not brief_pointing(one)),
        tuple(one for one in after.notes if not note_pointing(one)),
        tuple(one for one in after.stories if not _story_pointing(after, one)),
    )
