"""A document as a tagged PDF/UA-1, the same bytes every time.

Every word reaches the typesetter as data (JSON in one input), never as source: what looks like markup or code
is printed as it stands. It runs in an empty directory with an empty package path and our own fonts only: it
reads no file of the machine and asks nobody for anything.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tracktwo.documents.charts.standalone import standalone
from tracktwo.documents.glyphs import printable
from tracktwo.documents.palette import PRINT
from tracktwo.documents.row_heads import name_rows
from tracktwo.documents.tree import (
    Card,
    Cards,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Side,
    Table,
    Words,
)

HERE = Path(__file__).parent
PICTURE = """#set page(width: 16cm, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""
# Python dicts of plain values, as the template reads them
Data = dict[str, Any]


def to_pdf(document: Document) -> bytes:
    """The printed document. Same document, same typesetter, same bytes: no clock, no chance, no names.

    Characters outside the fonts are printed by number (see ``glyphs``).
    Raises ValueError where a figure's SVG is not one of our charts.
    """
    with tempfile.TemporaryDirectory(prefix="tracktwo-sheet-") as empty:
        made = _typesetter(document, empty).compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no single file")
    return name_rows(made, [table.row_headers for table in _tables(document)])


def _tables(document: Document) -> Iterator[Table]:
    """In the order in which they are read."""
    for part in document.parts:
        if isinstance(part, Table):
            yield part
        elif isinstance(part, Figure) and part.table:
            yield part.table


def count_pages(document: Document) -> int:
    """How many sheets the printed document has, without making the file."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-sheet-") as empty:
        return int(_typesetter(document, empty).query("<sheets>", field="value", one=True))


def _typesetter(document: Document, empty: str) -> typst.Compiler:
    return typst.Compiler(
        (HERE / "typst" / "document.typ").read_bytes(),
        root=empty,
        package_path=empty,
        package_cache_path=empty,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(_document(document), ensure_ascii=False)},
    )


def to_png(svg: str) -> bytes:
    """One of our charts as a picture, for documents that cannot hold SVG; 200 dots an inch, the same bytes every time.

    Raises ValueError where the SVG is not one of our charts.
    """
    with tempfile.TemporaryDirectory(prefix="tracktwo-sheet-") as empty:
        typesetter = typst.Compiler(
            PICTURE.encode(),
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"svg": printable(standalone(svg))},
        )
        made = typesetter.compile(format="png", ppi=200)
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no single picture")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])


def _document(document: Document) -> Data:
    return {
        "title": printable(document.title),
        "date": printable(document.date_text),
        "parts": [_part(part) for part in document.parts],
        "colours": {
            "ink_2": PRINT.ink_2,
            "line": PRINT.line,
            "edge": PRINT.edge,
            "sides": PRINT.sides,
            "side_texts": PRINT.side_texts,
        },
    } | _lang(document.language)


def _part(part: Part) -> Data:
    match part:
        case Heading():
            return {"kind": "heading", "level": part.level, "words": _words(part.words)} | _lang(part.language)
        case Paragraph():
            return {"kind": "paragraph", "words": _words(part.words)} | _lang(part.language)
        case ListBlock():
            items = [_words(item) for item in part.items]
            return {"kind": "list", "ordered": part.ordered, "items": items} | _lang(part.language)
        case Table():
            return _table(part)
        case Figure():
            return _figure(part)
        case Note():
            return {"kind": "note", "paragraphs": [_part(paragraph) for paragraph in part.paragraphs]}
        case Cards():
            items = [_card(card) for card in part.items]
            return {"kind": "cards", "tall": part.tall, "items": items} | _lang(part.language)
        case PageBreak():
            return {"kind": "break"}


def _card(card: Card) -> Data:
    side = [_inline(card.side)] if card.side else []
    return {"title": printable(card.title), "side": side, "lines": [_words(line) for line in card.lines]}


def _table(table: Table) -> Data:
    return {
        "kind": "table",
        "caption": printable(table.caption),
        "heads": [_words(column.words) for column in table.columns],
        "numbers": [column.number for column in table.columns],
        "rows": [[_words(cell) for cell in row] for row in table.rows],
        "row_headers": table.row_headers,
    } | _lang(table.language)


def _figure(figure: Figure) -> Data:
    return {
        "kind": "figure",
        # the markup itself is ASCII, so only words of the chart can change here
        "svg": printable(standalone(figure.svg)),
        "alt": printable(figure.alt),
        "caption": printable(figure.caption),
        "table": _table(figure.table) if figure.table else None,
    } | _lang(figure.language)


def _words(words: Words) -> list[Data]:
    return [_inline(piece) for piece in words]


def _inline(piece: Inline) -> Data:
    if isinstance(piece, Side):
        return {"kind": "side", "label": printable(piece.label), "weave": piece.weave}
    look: Data = {"kind": "run", "strong": piece.strong, "emphasis": piece.emphasis}
    return look | {"text": printable(piece.text)} | _lang(piece.language)


def _lang(language: str | None) -> Data:
    """The typesetter wants language and region apart; without a mark the surrounding one holds."""
    lang, _, region = (language or "").partition("-")
    return {"lang": lang or None, "region": region or None}
