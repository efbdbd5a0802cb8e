"""What a brief to each audience holds, in which order, and how long it may be."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.steps.transmit.models import Audience, Section


@dataclass(frozen=True)
class Shape:
    """``needed``: sections without which the brief is not one; ``words`` and ``pages``: the most it may have."""

    sections: tuple[Section, ...]
    needed: tuple[Section, ...]
    pages: int
    words: int = 0


# Leaders read two pages; an abstract is cut by the form of the association at about 250 words.
SHAPES = {
    Audience.LEADERSHIP: Shape(
        (Section.FINDINGS, Section.OPTIONS, Section.STEPS, Section.OPEN),
        (Section.FINDINGS, Section.OPTIONS, Section.STEPS),
        pages=2,
    ),
    Audience.ELITES: Shape(
        (Section.FINDINGS, Section.REASONING, Section.OPTIONS, Section.STEPS, Section.OPEN),
        (Section.FINDINGS, Section.REASONING),
        pages=4,
    ),
    Audience.PUBLIC: Shape((Section.FINDINGS, Section.REASONING, Section.OPEN), (Section.FINDINGS,), pages=2),
    Audience.CONVENTION: Shape((Section.ABSTRACT,), (Section.ABSTRACT,), pages=1, words=250),
}


def shape_of(audience: str) -> Shape:
    return SHAPES[Audience(audience)]
