"""A brief as a sheet of plain values: titles, and paragraphs side by side in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings

from tracktwo.methods.record import canonical_json
from tracktwo.steps.transmit.convert.shapes import shape_of
from tracktwo.steps.transmit.models import NEEDED, Audience, Brief, Level, Section


@dataclass(frozen=True)
class Line:
    """One paragraph: what it does, the clause it stands on (or none), how far it may go, its words by language."""

    section: str
    clause: str
    level: int
    words: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    titles: dict[str, str]
    lines: tuple[Line, ...]


def sheet_of(brief: Brief) -> Sheet:
    """What stands in the brief now, also what does not go out."""
    lines = tuple(
        Line(one.section, one.clause, one.level, {text.language: text.words for text in one.texts.all()})
        for one in brief.paragraphs.prefetch_related("texts")
    )
    return Sheet({text.language: text.title for text in brief.texts.all()}, lines)


def goes_out(line: Line, audience: str) -> bool:
    """Whether this paragraph may be read by this audience; the others stay in the house and off every file."""
    return line.level >= NEEDED[Audience(audience)]


def outgoing(sheet: Sheet, audience: str) -> tuple[Line, ...]:
    """What the audience reads, section by section in its own order."""
    sections = shape_of(audience).sections
    return tuple(
        line for section in sections for line in sheet.lines if line.section == section and goes_out(line, audience)
    )


def fingerprint(brief: Brief) -> str:
    """SHA-256 of the words in every language and of how far each may go: what a reader has read and approves."""
    sheet = sheet_of(brief)
    lines = [[line.section, line.clause, line.level, line.words] for line in sheet.lines]
    told = {"titles": sheet.titles, "lines": lines}
    return sha256(canonical_json(told)).hexdigest()


def languages_missing(brief: Brief) -> list[str]:
    """Languages of the house in which a title or a paragraph that goes out still has no words, each named in itself."""
    sheet = sheet_of(brief)
    lines = outgoing(sheet, brief.cell.audience)
    return [
        str(name)
        for code, name in settings.LANGUAGES
        if not sheet.titles.get(code) or not lines or not all(line.words.get(code) for line in lines)
    ]


def never_translated(brief: Brief, versions: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Languages in which words of a finding are missing and no reviewed version exists, each named in itself.

    ``versions``: clause -> language -> words.
    """
    lines = [line for line in outgoing(sheet_of(brief), brief.cell.audience) if line.clause in versions]
    return [
        str(name)
        for code, name in settings.LANGUAGES
        if any(not line.words.get(code) and code not in versions[line.clause] for line in lines)
    ]


def sections_missing(brief: Brief) -> list[str]:
    """What a brief to this audience cannot be without and does not have."""
    there = {line.section for line in outgoing(sheet_of(brief), brief.cell.audience)}
    return [str(section.label) for section in shape_of(brief.cell.audience).needed if section not in there]


def paragraphs(body: str) -> list[str]:
    """Pasted words apart by empty lines."""
    return [part.strip() for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def with_bodies(brief: Brief, texts: dict[str, tuple[str, str]]) -> Sheet:
    """The sheet with title and words of these languages; the k-th paragraph of each beside the k-th of the others.

    What is new belongs to the first section of the audience and goes as far as that audience.
    """
    sheet, bodies = sheet_of(brief), {code: paragraphs(body) for code, (_title, body) in texts.items()}
    longest = max([len(sheet.lines), *map(len, bodies.values())])
    lines = [_line(brief, sheet, bodies, place) for place in range(longest)]
    titles = sheet.titles | {code: title.strip() for code, (title, _body) in texts.items()}
    return Sheet(titles, tuple(line for line in lines if any(line.words.values())))


def _line(brief: Brief, sheet: Sheet, bodies: dict[str, list[str]], place: int) -> Line:
    new = {code: body[place] if place < len(body) else "" for code, body in bodies.items()}
    if place < len(sheet.lines):
        old = sheet.lines[place]
        return Line(old.section, old.clause, old.level, old.words | new)
    audience = Audience(brief.cell.audience)
    return Line(shape_of(audience).sections[0], "", int(Level(NEEDED[audience])), new)


@dataclass(frozen=True)
class ShownLine:
    """A paragraph on the page of its brief: the words of every language in the order of the house, or "" where none."""

    number: int
    section: str
    level: str
    goes_out: bool
    words: list[tuple[str, str]]


def shown_lines(brief: Brief) -> list[ShownLine]:
    """All paragraphs, also those that stay in the house."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [
        ShownLine(
            number=place,
            section=str(Section(line.section).label),
            level=str(Level(line.level).label),
            goes_out=goes_out(line, brief.cell.audience),
            words=[(code, line.words.get(code, "")) for code in codes],
        )
        for place, line in enumerate(sheet_of(brief).lines, start=1)
    ]
