"""Markup and code in what people write stay words: in a brief, a note, a story and a session, in every kind of file."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from tests.cast import NOW
from tests.steps.transmit.given import TEXTS, Post, a_sheet
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, fingerprint
from tracktwo.steps.transmit.models import Brief

CODE = '#read("/etc/hostname") #panic("x") $x^2$ *bold* _thin_ <label> {{ settings.SECRET_KEY }} {% now "Y" %}'
MARKUP = '<script src="//x.invalid/a.js"></script><img src=x onerror=alert(1)> <u>&amp;</u> [a](javascript:b) =1+1'
HOSTILE = [CODE, MARKUP]
KINDS = ("brief", "note", "story")


class Reader(HTMLParser):
    """What a page says, and what in it a browser would run or fetch."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.said, self.elements, self.reached = "", set[str](), ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.reached += " ".join(value or "" for name, value in attrs if name in ("src", "href", "style"))

    def handle_data(self, data: str) -> None:
        self.said += data


def joined(text: str) -> str:
    """Without spaces and hyphens: where a line ends is the typesetter's business."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", unicodedata.normalize("NFKC", text))


def pdf_words(content: bytes) -> str:
    return joined("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def write_brief(post: Post, words: str) -> Brief:
    brief, sheet = post.begin("public", 1), a_sheet("public")
    lines = tuple(Line(one.section, one.clause, one.level, dict.fromkeys(one.words, words)) for one in sheet.lines)
    actions.write_sheet(brief, Sheet(dict.fromkeys(sheet.titles, words), lines), seen=fingerprint(brief))
    brief = Brief.objects.get(pk=brief.pk)
    post.approve(brief, 1)
    return post.release(brief)


def write_all(post: Post, words: str) -> Brief:
    """A brief, a memorandum and a story with these words for title and body, all on their way to the public."""
    post.consent()
    note = actions.begin_note(post.workshop, "memo", dict.fromkeys(TEXTS, (words, words)))
    actions.release_note(note, by=post.cast.by(post.cast.convener, "transmit.steer"), now=NOW)
    story = actions.tell(post.seats["Wader 1 1"], language="en", title=words, words=words, now=NOW)
    actions.let_read(story, ["public"], by=post.cast.by(story.seat.account, "transmit.tell"), now=NOW)
    return write_brief(post, words)


@pytest.mark.parametrize("words", HOSTILE, ids=["code", "markup"])
def test_on_the_public_site_it_is_shown_as_it_was_typed_and_nothing_of_it_runs(
    post: Post, tmp_path: Path, words: str
) -> None:
    write_all(post, words)
    actions.publish(post.cast.programme, tmp_path / "out", now=NOW)
    for kind in KINDS:
        [page] = (tmp_path / "out" / "en").glob(f"{kind}-*.html")
        read = Reader(page.read_bytes())
        assert joined(read.said).count(joined(words)) >= 2, kind
        assert read.elements & {"script", "img", "u", "label"} == set(), kind
        assert ("x.invalid" in read.reached, "javascript" in read.reached) == (False, False), kind
        pdf = page.with_suffix(".pdf").read_bytes()
        assert joined(words) in pdf_words(pdf), kind
        assert b"/URI" not in pdf, kind


@pytest.mark.parametrize("words", HOSTILE, ids=["code", "markup"])
def test_in_the_files_of_a_brief_it_stays_as_it_was_typed(post: Post, words: str) -> None:
    brief = write_all(post, words)
    pdf = PdfReader(BytesIO(post.get(post.cast.convener, "brief_file", brief.cell.pk, "en").content))
    assert (pdf.metadata.title, joined(words) in joined("".join(p.extract_text() for p in pdf.pages))) == (words, True)
    sheet = open_docx(BytesIO(post.get(post.cast.convener, "brief_word", brief.cell.pk, "en").content))
    assert words in [line.text for line in sheet.paragraphs if line.style.name != "Title"]
    assert [one for one in sheet.part.rels.values() if one.is_external] == []


@pytest.mark.parametrize("words", HOSTILE, ids=["code", "markup"])
def test_in_the_form_of_a_session_it_stays_as_it_was_typed(post: Post, words: str) -> None:
    proposal = actions.begin_proposal(
        post.workshop, association="ASEEES", kind="roundtable", language="en", title=words, abstract=words
    )
    actions.add_part(proposal, role="chair", alias="", title=words)
    sheet = open_docx(BytesIO(post.get(post.cast.convener, "proposal_file", proposal.pk).content))
    cells = [cell.text for table in sheet.tables for row in table.rows for cell in row.cells]
    assert words in [line.text for line in sheet.paragraphs]
    assert [cell for cell in cells if words in cell] != []
    assert [one for one in sheet.part.rels.values() if one.is_external] == []
