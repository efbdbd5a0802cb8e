"""A document as DOCX that says nothing about who made it, where and when: the same bytes every time.

Headings are headings, heads of tables are repeated and marked, every part carries its language, pictures carry words.
Properties, thumbnail and printer of the library's template are dropped; every entry bears the first day of ZIP.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from docx import Document as open_template
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tracktwo.documents.pdf import to_png
from tracktwo.documents.tree import (
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
    Run,
    Side,
    Table,
    Words,
)

FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
PICTURE_WIDTH = Cm(16)
TYPE, TYPE_SIZE = "Georgia", Pt(11)
# The library's own types are not exported as such; a sheet, a line and a cell of it.
Sheet = Line = Cell = Any
# What tells of a program or a person: properties, a picture of the first page, a list of printers.
_TELLING = re.compile(r"docProps/.*|customXml/.*|word/printerSettings/.*")
_UNSAYABLE = {number: None for number in range(32) if number not in (9, 10)} | {0xFFFE: None, 0xFFFF: None}


def to_docx(document: Document) -> bytes:
    """The document for people who write on in a word processor. Same document, same bytes: no clock, no names.

    Raises ValueError where a figure's SVG is not one of our charts.
    """
    sheet = open_template()
    _prepare(sheet, document.language)
    sheet.add_paragraph(_said(document.title), style="Title")
    if document.date_text:
        sheet.add_paragraph(_said(document.date_text))
    for part in document.parts:
        _part(sheet, part)
    made = io.BytesIO()
    sheet.save(made)
    return _without_traces(made.getvalue())


def _prepare(sheet: Sheet, language: str) -> None:
    """The language of the whole, and type that is on every machine."""
    normal = sheet.styles["Normal"].font
    normal.name, normal.size = TYPE, TYPE_SIZE
    for mark in sheet.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia", "w:bidi"):
            mark.set(qn(script), language)


def _part(sheet: Sheet, part: Part) -> None:
    match part:
        case Heading():
            _fill(sheet.add_heading(level=part.level), part.words, part.language)
        case Paragraph():
            _fill(sheet.add_paragraph(), part.words, part.language)
        case ListBlock():
            _list(sheet, part)
        case Table():
            _table(sheet, part)
        case Figure():
            _figure(sheet, part)
        case Note():
            for paragraph in part.paragraphs:
                _fill(sheet.add_paragraph(style="Quote"), paragraph.words, paragraph.language)
        case Cards():
            _cards(sheet, part)
        case PageBreak():
            sheet.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _list(sheet: Sheet, block: ListBlock) -> None:
    for item in block.items:
        _fill(sheet.add_paragraph(style="List Number" if block.ordered else "List Bullet"), item, block.language)


def _cards(sheet: Sheet, cards: Cards) -> None:
    """Two to a row, framed so that they can be cut apart."""
    grid = sheet.add_table(rows=(len(cards.items) + 1) // 2, cols=2, style="Table Grid")
    for place, card in enumerate(cards.items):
        cell = grid.rows[place // 2].cells[place % 2]
        _fill(cell.paragraphs[0], (Run(card.title),), cards.language, strong=True)
        if card.side:
            _fill(cell.add_paragraph(), (card.side,), cards.language)
        for number, line in enumerate(card.lines, start=1):
            _fill(cell.add_paragraph(), (Run(f"{number}. "), *line) if cards.tall else line, cards.language)


def _fill(line: Line, words: Words, language: str | None, *, strong: bool = False) -> None:
    for piece in words:
        _inline(line, piece, language, strong=strong)


def _inline(line: Line, piece: Inline, language: str | None, *, strong: bool) -> None:
    """A side is told by its label in bold: a word processor knows no weaves."""
    if isinstance(piece, Side):
        run, own = line.add_run(_said(piece.label)), language
        run.bold = True
    else:
        run, own = line.add_run(_said(piece.text)), piece.language or language
        run.bold = True if piece.strong or strong else None
        run.italic = True if piece.emphasis else None
    if own:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), own)
        run._r.get_or_add_rPr().append(mark)


def _table(sheet: Sheet, table: Table) -> None:
    _fill(sheet.add_paragraph(style="Caption"), (Run(table.caption),), table.language)
    grid = sheet.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    _name_table(grid, table)
    heads = [column.words for column in table.columns]
    for place, row in enumerate((heads, *table.rows)):
        cells = grid.rows[0].cells if place == 0 else grid.add_row().cells
        for column, (cell, words) in enumerate(zip(cells, row, strict=True)):
            strong = place == 0 or (table.row_headers and column == 0)
            _fill(cell.paragraphs[0], words, table.language, strong=strong)
            if table.columns[column].number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _name_table(grid: Any, table: Table) -> None:
    """The head is marked as a head and comes again on every sheet; the caption names the table to who listens."""
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    look = grid._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "1" if table.row_headers else "0")
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), _said(table.caption))
    grid._tbl.tblPr.append(named)


def _figure(sheet: Sheet, figure: Figure) -> None:
    """As a picture with its words; the numbers stand in the table below it."""
    picture = sheet.add_picture(io.BytesIO(to_png(figure.svg)), width=PICTURE_WIDTH)
    shown = picture._inline.docPr
    shown.set("descr", _said(figure.alt))
    shown.set("title", _said(figure.caption))
    if figure.caption:
        _fill(sheet.add_paragraph(style="Caption"), (Run(figure.caption),), figure.language)
    if figure.table:
        _table(sheet, figure.table)


def _said(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return text.translate(_UNSAYABLE)


def _without_traces(content: bytes) -> bytes:
    """The same parts in the same order, without those that tell and without what points to them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if not _TELLING.fullmatch(name):
                entry = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                kept.writestr(entry, _without_pointers(name, given.read(name)))
    return made.getvalue()


_POINTERS = re.compile(
    rb'<Override\b[^>]*PartName="/(?:docProps|customXml)/[^>]*/>'
    rb'|<Relationship\b[^>]*Target="[^"]*(?:docProps|customXml|printerSettings)/[^>]*/>'
)


# Numbers of the sittings in which somebody wrote: two files with the same ones came from one machine.
_SITTINGS = re.compile(rb' w:rsid\w*="[0-9A-F]*"|<w:rsids>.*?</w:rsids>|<w:rsid w:val="[0-9A-F]*"/>', re.DOTALL)


def _without_pointers(name: str, content: bytes) -> bytes:
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        return _POINTERS.sub(b"", content)
    return _SITTINGS.sub(b"", content) if name.endswith(".xml") else content
