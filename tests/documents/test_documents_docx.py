"""A DOCX that opens, reads aloud in the right language, and tells of nobody."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn

from tests.documents import samples
from tracktwo.documents.docx import to_docx
from tracktwo.documents.tree import (
    Column,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Side,
    Table,
    words,
)

UKRAINIAN = Document(
    title="Заявка",
    language="uk",
    date_text="3 березня 2027 року",
    parts=(
        Heading(1, words("Обґрунтування")),
        Paragraph(
            words("Двоє ", Run("сильних", strong=True), " слів і ", Run("a few English ones", language="en"), ".")
        ),
        ListBlock((words("перше"), words("друге")), ordered=True),
        Table(
            "Кошторис",
            (Column(words("Що")), Column(words("Скільки"), number=True)),
            ((words("квитки"), words("1 200")), (words("житло"), words("800"))),
        ),
    ),
)


def everything() -> Document:
    """Every kind of part, and a chart with its table."""
    one = samples.charts(2)[0]
    table = one.module.as_table(one.view, one.labels)
    picture = Figure(one.module.draw(one.view, one.labels), one.labels["description"], one.labels["title"], table)
    note = Note((Paragraph(words("Set apart, by ", Side("North", 1), ".")),))
    return Document(
        "Everything", "en", "3 March 2027", (*UKRAINIAN.parts, note, picture, PageBreak(), *UKRAINIAN.parts)
    )


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_it_opens_with_its_words_in_order_and_its_headings_as_headings() -> None:
    sheet = read_docx(io.BytesIO(to_docx(UKRAINIAN)))
    assert [(line.style.name, line.text) for line in sheet.paragraphs] == [
        ("Title", "Заявка"),
        ("Normal", "3 березня 2027 року"),
        ("Heading 1", "Обґрунтування"),
        ("Normal", "Двоє сильних слів і a few English ones."),
        ("List Number", "перше"),
        ("List Number", "друге"),
        ("Caption", "Кошторис"),
    ]
    assert [run.text for run in sheet.paragraphs[3].runs if run.bold] == ["сильних"]


def test_the_whole_and_its_parts_carry_their_language() -> None:
    sheet = read_docx(io.BytesIO(to_docx(UKRAINIAN)))
    assert {mark.get(qn("w:val")) for mark in sheet.styles.element.iter(qn("w:lang"))} == {"uk"}
    marked = [(mark.getparent().getparent(), mark.get(qn("w:val"))) for mark in sheet.element.iter(qn("w:lang"))]
    assert [(run.text, language) for run, language in marked] == [("a few English ones", "en")]


def test_a_table_says_its_name_and_which_row_is_its_head() -> None:
    (grid,) = read_docx(io.BytesIO(to_docx(UKRAINIAN))).tables
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["Що", "Скільки"], ["квитки", "1 200"], ["житло", "800"],
    ]  # fmt: skip
    heads = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in grid.rows]
    assert (heads, grid._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))) == ([True, False, False], "Кошторис")


@pytest.mark.parametrize("document", [UKRAINIAN, everything()], ids=["plain", "with everything"])
def test_nothing_in_it_tells_who_made_it_when_and_with_what(document: Document) -> None:
    found = parts(to_docx(document))
    telling = [name for name in found if name.startswith(("docProps", "customXml")) or "printer" in name.lower()]
    whole = b"".join(found.values()).lower()
    words_found = [word for word in (b"python-docx", b"macintosh", b"steve canny", b"2013-", b"rsid") if word in whole]
    assert (telling, words_found) == ([], [])
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_xml_that_can_be_read_and_every_pointer_leads_somewhere() -> None:
    found = parts(to_docx(everything()))
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    targets = {
        one.get("Target")
        for one in ElementTree.fromstring(found["word/_rels/document.xml.rels"])
        if one.get("TargetMode") != "External"
    }
    assert {f"word/{target}" for target in targets if not target.startswith("../")} <= found.keys()


def test_a_picture_carries_its_words_and_its_numbers_follow_as_a_table() -> None:
    sheet = read_docx(io.BytesIO(to_docx(everything())))
    shown = [one.get("descr") for one in sheet.element.iter(qn("wp:docPr"))]
    assert shown != [] and all(shown)
    assert len(sheet.inline_shapes) == len(shown)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_docx(everything()) == to_docx(everything())


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    odd = Document(title="A\x00B", language="en", parts=(Paragraph(words("one\x0btwo\ufffe")),))
    assert [line.text for line in read_docx(io.BytesIO(to_docx(odd))).paragraphs] == ["AB", "onetwo"]
