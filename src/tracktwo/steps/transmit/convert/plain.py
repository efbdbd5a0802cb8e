"""What in a brief to the public is hard to read aloud at a kitchen table."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from tracktwo.methods.text import sentence_lengths
from tracktwo.steps.transmit.convert.sheets import outgoing, sheet_of
from tracktwo.steps.transmit.models import Audience, Brief

# Where public style guides draw the line. It is advice: the reader of the community decides.
MOST_WORDS = 25


@dataclass(frozen=True)
class LongSentence:
    """Its paragraph among those that go out, the language by its code and its own name, and how many words it has."""

    paragraph: int
    code: str
    language: str
    words: int


def long_sentences(brief: Brief) -> list[LongSentence]:
    """In a brief to the public that can still be changed; elsewhere none."""
    if brief.cell.audience != Audience.PUBLIC or brief.released_at is not None:
        return []
    lines, names = outgoing(sheet_of(brief), brief.cell.audience), dict(settings.LANGUAGES)
    return [
        LongSentence(place, code, names[code], count)
        for place, line in enumerate(lines, start=1)
        for code, said in line.words.items()
        for count in sentence_lengths(said)
        if count > MOST_WORDS
    ]
