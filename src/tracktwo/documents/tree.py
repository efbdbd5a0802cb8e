"""A document as a tree of plain values, before it becomes a page or a printed sheet.

Every word arrives from outside, already in its language; nothing here knows a sentence. Communities are
marked by a number (which weave and colour), a label (which word), and by nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
WEAVES = (1, 2, 3)


@dataclass(frozen=True)
class Run:
    """Words set in one manner; ``language`` only where it differs from the paragraph's."""

    text: str
    strong: bool = False
    emphasis: bool = False
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)


@dataclass(frozen=True)
class Side:
    """A community named in the text: its label, and the weave (1, 2 or 3) that tells it without colour."""

    label: str
    weave: int

    def __post_init__(self) -> None:
        if self.weave not in WEAVES:
            raise ValueError(f"a side has weave 1, 2 or 3, not {self.weave}")
        if not self.label.strip():
            raise ValueError("a side is never shown by its colour alone: it needs a label")


Inline = Run | Side
Words = tuple[Inline, ...]


def words(*pieces: str | Inline) -> Words:
    """Plain strings become runs, so that callers may write ``words("Agreed by ", Side("North", 1))``."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4, below the title of the document, which has no level."""

    level: int
    words: Words
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)
        if not 1 <= self.level <= 4:
            raise ValueError(f"headings have levels 1 to 4, not {self.level}")


@dataclass(frozen=True)
class Paragraph:
    words: Words
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)


@dataclass(frozen=True)
class ListBlock:
    """A list; ``ordered`` where the order says something."""

    items: tuple[Words, ...]
    ordered: bool = False
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)


@dataclass(frozen=True)
class Column:
    """The head of a column; the figures of a ``number`` column stand flush right."""

    words: Words
    number: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption and a head. With ``row_headers`` the first cell of a row names that row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    row_headers: bool = True
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)
        if not self.caption.strip() or not self.columns:
            raise ValueError("a table has a caption and at least one column")
        for place, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {place} has {len(row)} cells under {len(self.columns)} columns")


@dataclass(frozen=True)
class Figure:
    """A chart of the house as SVG, what it shows in words, and the table with the same numbers."""

    svg: str
    alt: str
    caption: str
    table: Table | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)
        if not self.alt.strip():
            raise ValueError("a figure says in words what it shows")


@dataclass(frozen=True)
class Note:
    """Something set apart beside the text: what cannot be concluded, what was withheld and why."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class PageBreak:
    """A new sheet in print; on a page, a rule."""


@dataclass(frozen=True)
class Card:
    """One piece to be cut out: large words, a community or none, and lines below."""

    title: str
    side: Side | None = None
    lines: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Cards:
    """Pieces of one size to be cut apart, two beside each other, read one after the other.

    ``tall``: four to a sheet instead of eight, and their lines are numbered.
    """

    items: tuple[Card, ...]
    tall: bool = False
    language: str | None = None

    def __post_init__(self) -> None:
        check_language(self.language)
        if not self.items:
            raise ValueError("there is at least one card to cut out")


Part = Cards | Heading | Paragraph | ListBlock | Table | Figure | Note | PageBreak


@dataclass(frozen=True)
class Document:
    """One document in one language; parts may be marked as being in another.

    ``date_text`` is the date in words, as the reader shall see it. Raises ValueError where headings skip
    a level: a listener who moves by headings would look for the missing one.
    """

    title: str
    language: str
    date_text: str = ""
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        check_language(self.language)
        if not self.title.strip():
            raise ValueError("a document has a title")
        level = 0
        for heading in (part for part in self.parts if isinstance(part, Heading)):
            if heading.level > level + 1:
                raise ValueError(f"a heading of level {heading.level} follows one of level {level}")
            level = heading.level


def check_language(language: str | None) -> None:
    """Languages are marked as in BCP 47, with at most a region: en, uk, ru, en-GB. None inherits."""
    if language is not None and not LANGUAGE.fullmatch(language):
        raise ValueError(f"{language!r} is not a language mark such as en, uk or en-GB")
