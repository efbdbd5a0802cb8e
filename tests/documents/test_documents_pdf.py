"""The printed document: tagged, in its languages, the same bytes twice, and never more than the words it was given."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.documents import samples
from tracktwo.documents.glyphs import covered, printable
from tracktwo.documents.pdf import to_pdf
from tracktwo.documents.tree import (
    Card,
    Cards,
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

TABLE = Table(
    "Seats",
    (Column(words("Quota")), Column(words("Seats"), number=True)),
    ((words("Women"), words("8")), (words(Side("Cedar community", 3)), words("4"))),
)


def read(*parts: Any, title: str = "Report", language: str = "en") -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(Document(title, language, "8 October 2026", parts))))


def said(reader: PdfReader) -> str:
    return "".join(page.extract_text() for page in reader.pages)


def joined(text: str) -> str:
    """Without spaces, breaks and hyphens: where a line ends is the typesetter's business."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", unicodedata.normalize("NFKC", text))


def tags(reader: PdfReader) -> list[DictionaryObject]:
    """The structure elements, in reading order."""
    found: list[DictionaryObject] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K", []))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def chart(place: int = 0, communities: int = 2) -> Figure:
    one = samples.charts(communities)[place]
    table = one.module.as_table(one.view, one.labels)
    return Figure(one.module.draw(one.view, one.labels), one.labels["description"], one.labels["title"], table)


def test_a_document_is_tagged_titled_and_in_its_language():
    root = (reader := read(Paragraph(words("Так")), language="uk", title="Звіт")).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "uk"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata.title == "Звіт"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_a_document_names_no_person_and_no_hour():
    reader = read(Paragraph(words("Text")))
    assert sorted(reader.metadata) == ["/Creator", "/Title"]
    assert reader.metadata.creator.startswith("Typst ")
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert not re.search(r"dc:creator|pdf:Author|CreateDate|ModifyDate", metadata)


def test_the_same_document_gives_the_same_bytes():
    document = Document("Report", "en", "8 October 2026", (Heading(1, words("One")), TABLE, chart()))
    assert to_pdf(document) == to_pdf(document)


def test_every_part_has_the_tag_of_what_it_is():
    reader = read(
        Heading(1, words("One")),
        Heading(2, words("Two")),
        Paragraph(words("Text")),
        ListBlock((words("a"), words("b"))),
        TABLE,
        chart(),
    )
    kinds = [str(tag["/S"]) for tag in tags(reader)]
    counted = {kind: kinds.count(kind) for kind in ("/H1", "/H2", "/L", "/LI", "/Table", "/Figure", "/Caption")}
    assert counted == {"/H1": 1, "/H2": 1, "/L": 1, "/LI": 2, "/Table": 2, "/Figure": 1, "/Caption": 3}


def cells(reader: PdfReader) -> list[tuple[str, object, bool]]:
    """Of each cell its tag, its scope and whether it names its heads."""
    found = [tag for tag in tags(reader) if tag["/S"] in ("/TH", "/TD")]
    return [(str(tag["/S"]), (of := tag["/A"][0]).get("/Scope"), bool(of.get("/Headers"))) for tag in found]


HEAD, ROW, DATA = ("/TH", "/Column", False), ("/TH", "/Row", False), ("/TD", None, False)
NAMED = ("/TD", None, True)  # where the row has no header, a cell names the head of its column


def test_the_heads_of_columns_and_the_first_cells_of_rows_are_header_cells():
    assert cells(read(TABLE)) == [HEAD, HEAD, ROW, DATA, ROW, DATA]


def test_rows_without_a_header_have_none_whatever_stands_around_them():
    plain = replace(TABLE, row_headers=False, language="uk")
    of_rows, of_plain = [HEAD, HEAD, ROW, DATA, ROW, DATA], [HEAD, HEAD, NAMED, NAMED, NAMED, NAMED]
    found = cells(read(plain, Note((Paragraph(words("Beside")),)), TABLE, chart(), Cards((rules(1),)), plain, TABLE))
    assert found == [*of_plain, *of_rows, *of_chart(), *of_plain, *of_rows]


def of_chart() -> list[tuple[str, object, bool]]:
    return cells(read(chart()))


def test_every_first_cell_of_a_long_table_is_one_over_all_its_pages():
    long = replace(TABLE, rows=TABLE.rows * 60)
    found = cells(read(long))
    assert (found.count(ROW), found.count(DATA), found.count(NAMED)) == (120, 120, 0)


@pytest.mark.parametrize("head", ["", "\n7 0 obj\n<</Type/StructElem"])
def test_words_that_look_like_tags_stay_words(head: str):
    told = head + "/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>"
    reader = PdfReader(io.BytesIO(to_pdf(Document(told, "en", told, (TABLE, Paragraph(words(told)))))))
    assert (joined(told) in joined(said(reader)), reader.metadata["/Title"]) == (True, told)


def rules(length: int) -> Card:
    return Card("Ground rules", None, tuple(words(f"Rule {number}: " + "listen " * length) for number in range(8)))


def test_tall_cards_stand_four_to_a_sheet_and_their_lines_are_a_numbered_list():
    reader = read(Cards((rules(10),) * 8, tall=True))
    labels = [tag for tag in tags(reader) if tag["/S"] == "/Lbl"]
    assert (len(reader.pages), len(labels)) == (3, 64)  # below the title there is room for two


@pytest.mark.parametrize("length", [15, 40, 120])
def test_no_line_of_a_tall_card_is_cut_off_however_long(length: int):
    """Set smaller first; where even that is not enough the piece grows."""
    assert joined(said(read(Cards((rules(length),), tall=True)))).count("listen") == 8 * length


def test_a_figure_says_in_words_what_it_shows():
    figures = [tag for tag in tags(read(chart())) if tag["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["For each quota: pool, lottery and allowed range."]


def test_three_languages_stand_side_by_side_each_marked():
    reader = read(
        Paragraph(words("The archives of families")),
        Paragraph(words("Ґанок, її, об’єднання, „лапки“ та ₴"), "uk"),
        Paragraph(words("Съёмка, «кавычки» и №"), "ru"),
        Paragraph(words("то есть ", Run("cohort", language="en")), "ru"),
    )
    text = said(reader)
    for paragraph in (
        "The archives of families",
        "Ґанок, її, об’єднання, „лапки“ та ₴",
        "Съёмка, «кавычки» и №",
    ):
        assert paragraph in text
    marked = [tag.get("/Lang") for tag in tags(reader) if tag["/S"] in {"/P", "/Span"}]
    assert [language for language in marked if language] == ["uk", "ru", "ru"]
    # a language inside a paragraph is marked on the words themselves
    content = reader.pages[0].get_contents().get_data().decode("latin-1")
    assert re.findall(r"/Lang\((\w+)\)", content) == ["en"]


def test_long_words_break_as_their_language_does():
    word = "державотворення " * 12
    ends = {said(read(Paragraph(words(word), language))) for language in ("uk", "en")}
    assert len(ends) == 2


def test_pages_carry_number_and_running_title():
    reader = read(Paragraph(words("First")), PageBreak(), Paragraph(words("Second")))
    first, second = (page.extract_text() for page in reader.pages)
    assert ("1 / 2" in first, "2 / 2" in second, "Report" in second) == (True, True, True)


@pytest.mark.parametrize("communities", [2, 3])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_chart_is_printed_with_its_words_and_the_table_of_its_numbers(place, communities):
    figure = chart(place, communities)
    text = joined(said(read(figure)))
    labels = [piece.label for row in figure.table.rows for cell in row for piece in cell if isinstance(piece, Side)]
    labels += [piece.label for column in figure.table.columns for piece in column.words if isinstance(piece, Side)]
    assert len(set(labels)) == communities
    assert all(joined(label) in text for label in (*labels, figure.caption, figure.table.caption))


HOSTILE = [
    '#panic("x")',
    "*bold* _emphasis_ `raw`",
    "<label> @label",
    "$ x^2",
    "[ { (",
    '"} , {"kind": "break"',
    "\\u{41} \\ # //",
    '#import "@preview/x:1.0.0"',
    '#read("/etc/hostname")',
    "= Heading",
    "- item",
    "&amp; <b>",
    "...  --- 'quoted'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_and_code_stay_as_they_were_written(text):
    assert joined(text) in joined(said(read(Paragraph(words(text)))))


def test_markup_stays_words_wherever_words_may_stand():
    bad = '#panic("x") [ $ *b*'
    reader = read(
        Heading(1, words(bad)),
        ListBlock((words(bad),)),
        Note((Paragraph(words(bad)),)),
        Table(bad, (Column(words(bad)),), ((words(Side(bad, 1)),),)),
        Figure('<svg viewBox="0 0 9 9"><text>$[ #panic</text></svg>', bad, bad),
        title=bad,
    )
    # title, heading, list, note, table's caption, head and cell, figure's caption
    assert joined(said(reader)).count(joined(bad)) == 8
    assert reader.metadata.title == bad


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1, max_size=5))
def test_any_text_compiles_and_survives(texts):
    text = joined(said(read(*(Paragraph(words(one)) for one in texts))))
    assert all(joined(printable(one)) in text for one in texts)


def test_every_character_of_the_list_can_be_set():
    everything = "".join(sorted(covered()))
    assert joined("ЖҐ") in joined(said(read(Paragraph(words(everything, " ЖҐ", Run(everything, strong=True))))))
