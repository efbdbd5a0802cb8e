"""The tree refuses what no reader could follow."""

from __future__ import annotations

import pytest

from tracktwo.documents.tree import (
    Column,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    Side,
    Table,
    words,
)


def test_words_turns_plain_strings_into_runs_and_keeps_the_rest():
    side = Side("Alder community", 1)
    assert words("Agreed by ", side) == (Run("Agreed by "), side)


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 4)])
def test_headings_never_skip_a_level(levels):
    with pytest.raises(ValueError, match=r"a heading of level \d follows one of level \d"):
        Document("Report", "en", parts=tuple(Heading(level, words("x")) for level in levels))


def test_headings_may_climb_back_to_any_level():
    parts = tuple(Heading(level, words("x")) for level in (1, 2, 3, 1, 2))
    assert Document("Report", "en", parts=parts).parts == parts


@pytest.mark.parametrize("language", ["", "English", "en_GB", "e", 'en" onload="x'])
def test_a_language_is_marked_as_browsers_and_readers_know_it(language):
    with pytest.raises(ValueError, match="language mark"):
        Paragraph(words("x"), language)


def test_a_row_has_a_cell_for_every_column():
    with pytest.raises(ValueError, match="row 2 has 1 cells under 2 columns"):
        Table(
            "Seats",
            (Column(words("Quota")), Column(words("Seats"))),
            ((words("a"), words("1")), (words("b"),)),
        )


def test_a_figure_without_words_is_refused():
    with pytest.raises(ValueError, match="says in words"):
        Figure("<svg/>", " ", "Caption")


def test_a_document_has_a_title():
    with pytest.raises(ValueError, match="has a title"):
        Document(" ", "en")
