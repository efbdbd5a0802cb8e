"""The fragment of a page: meaning in elements, words escaped, languages marked."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import samples
from tracktwo.documents.html import to_html
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


def page(*parts, **options):
    return to_html(Document("Report", "en", "8 October 2026", parts), **options)


def test_a_paragraph_carries_its_language_and_its_emphasis():
    runs = words("Так, ", Run("усі", strong=True), " ", Run("yes", emphasis=True, language="en"))
    assert page(Paragraph(runs, "uk")) == (
        '<article lang="en"><p lang="uk">Так, <strong>усі</strong> <span lang="en"><em>yes</em></span></p></article>'
    )


def test_headings_begin_where_the_page_says():
    parts = (Heading(1, words("One")), Heading(2, words("Two")))
    assert page(*parts, first_level=3) == '<article lang="en"><h3>One</h3><h4>Two</h4></article>'


def test_title_and_date_are_written_only_when_asked_for():
    assert page(with_title=True) == ('<article lang="en"><p class="where">8 October 2026</p><h1>Report</h1></article>')


def test_a_community_is_a_swatch_and_a_word():
    assert page(Paragraph(words(Side("Cedar & co", 3)))) == (
        '<article lang="en"><p><span class="side" data-side="3"><span class="swatch" aria-hidden="true"></span>'
        " Cedar &amp; co</span></p></article>"
    )


def test_a_table_names_its_rows_and_columns():
    table = Table(
        "Seats",
        (Column(words("Quota")), Column(words("Seats"), number=True)),
        ((words("Women"), words("8")),),
        language="en-GB",
    )
    assert page(table) == (
        '<article lang="en"><div class="scroll" tabindex="0" role="group" aria-label="Seats" lang="en-GB">'
        '<table><caption>Seats</caption><thead><tr><th scope="col">Quota</th>'
        '<th scope="col" class="num">Seats</th></tr></thead>'
        '<tbody><tr><th scope="row">Women</th><td class="num">8</td></tr></tbody></table></div></article>'
    )


def test_lists_notes_and_breaks_are_what_they_are():
    parts = (
        ListBlock((words("a"), words("b")), ordered=True),
        Note((Paragraph(words("n")),)),
        PageBreak(),
    )
    assert page(*parts) == (
        '<article lang="en"><ol><li>a</li><li>b</li></ol><div class="note" role="note"><p>n</p></div><hr></article>'
    )


def test_a_figure_stands_with_its_chart_and_its_table():
    chart = samples.charts(2)[0]
    svg = chart.module.draw(chart.view, chart.labels)
    table = chart.module.as_table(chart.view, chart.labels)
    shown = page(Figure(svg, "In words", "Caption", table))
    assert svg in shown
    assert f"<details><summary>{table.caption}</summary>" in shown
    assert "style=" not in shown


def test_a_figure_that_is_not_our_chart_is_refused():
    with pytest.raises(ValueError, match="a chart has no <script>"):
        page(Figure("<svg><script/></svg>", "In words", "Caption"))


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.said = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.said += data


@given(st.text(st.characters(exclude_characters="\n\r\x00", exclude_categories=("Cs",)), min_size=1))
def test_whatever_people_write_stays_words(text):
    reader = Reader()
    reader.feed(page(Paragraph(words(text))))
    reader.close()
    assert (reader.tags, reader.said) == (["article", "p"], text)
