"""A brief as one HTML file: whole by itself, in its language, telling nothing beside its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.cast import NOW
from tests.steps.transmit.given import TEXTS, Post
from tracktwo.documents.tree import Document, Heading, ListBlock, Note, Paragraph, words
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.transmit.convert import alone

FETCHING = {"src", "href", "srcset", "poster", "data", "action", "style"}


class Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_file_is_whole_by_itself_and_names_nobody(post: Post, language: str) -> None:
    brief = post.released()
    answer = post.get(post.cast.readers[1], "brief_html", brief.cell.pk, language)
    page = answer.content.decode()
    read, (title, body) = Reader(page), TEXTS[language]
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "text/html; charset=utf-8",
        f'attachment; filename="brief-{brief.cell.pk}-{language}.html"',
    )
    assert (read.tags[0], f"<title>{title}</title>" in page) == (("html", {"lang": language}), True)
    assert {tag for tag, _attrs in read.tags} & {"script", "link", "style", "img", "iframe", "form"} == set()
    assert [attrs for _tag, attrs in read.tags if FETCHING & set(attrs)] == []
    assert {attrs["name"] for tag, attrs in read.tags if tag == "meta" and "name" in attrs} == {
        "viewport",
        "referrer",
        "color-scheme",
    }
    assert [part for part in body.split("\n\n") if part not in read.said] == []
    assert [one.alias for one in post.cast.everyone().values() if one and one.alias in page] == []


def test_every_paragraph_says_its_language() -> None:
    note = Note((Paragraph(words("Нотатка")),))
    parts = (Heading(1, words("А")), Paragraph(words("Б")), Paragraph(words("C"), "en"), ListBlock((words("Д"),)), note)
    page = alone(Document("Назва", "uk", "", parts)).decode()
    assert re.findall(r'<(h2|p|ul) lang="(\w+)">', page) == [
        ("h2", "uk"),
        ("p", "uk"),
        ("p", "en"),
        ("ul", "uk"),
        ("p", "uk"),
    ]


def test_markup_in_the_words_stays_words(post: Post) -> None:
    said = "<script>alert(1)</script> & {{ x }}"
    page = alone(Document(said, "en", "", (Paragraph(words(said)),))).decode()
    assert ("<script" in page, Reader(page).said.count(said)) == (False, 3)


def test_it_is_given_out_no_more_once_the_text_is_taken_back(post: Post) -> None:
    brief = post.released()
    page = post.get(post.cast.convener, "brief", brief.cell.pk).content.decode()
    assert post.url("brief_html", brief.cell.pk, "uk") in page
    seat = next(iter(post.seats.values()))
    Consent.objects.create(seat=seat, product=Consent.Product.SINGLE_TEXT, given=False, changed_on=NOW.date())
    assert post.get(post.cast.convener, "brief_html", brief.cell.pk, "uk").status_code == 422


def test_a_reader_of_the_other_community_gets_no_draft(post: Post) -> None:
    brief = post.written()
    answers = {side: post.get(post.cast.readers[side], "brief_html", brief.cell.pk, "en") for side in (1, 2)}
    assert {side: one.status_code for side, one in answers.items()} == {1: 200, 2: 404}
    assert "Draft, not released" in answers[1].content.decode()
