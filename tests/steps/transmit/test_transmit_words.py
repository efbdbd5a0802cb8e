"""Words that could deceive a reader, or that no file can hold, are refused wherever step 7 takes words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cast import NOW
from tests.steps.transmit.given import Post, a_sheet
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, fingerprint
from tracktwo.steps.transmit.models import Cell, Note, ParagraphText, Proposal, Story

TURNED, UNSEEN = "Archives \u202eopened.", "Archives \x07opened."


def tell(post: Post, words: str) -> None:
    actions.tell(post.seats["Wader 1 1"], language="en", title="A river", words=words, now=NOW)


def note(post: Post, words: str) -> None:
    actions.begin_note(post.workshop, "memo", {"en": ("Copies", words)})


def propose(post: Post, words: str) -> None:
    actions.begin_proposal(
        post.workshop, association="ASEEES", kind="roundtable", language="en", title="Copies", abstract=words
    )


def write(post: Post, words: str) -> None:
    brief, sheet = post.begin(), a_sheet("elites")
    first = sheet.lines[0]
    spoiled = Line(first.section, first.clause, first.level, {**first.words, "en": words})
    actions.write_sheet(brief, Sheet(sheet.titles, (spoiled, *sheet.lines[1:])), seen=fingerprint(brief))


def waive(post: Post, words: str) -> None:
    post.set(post.cell("leadership", 2), "waived", reason=words)


WAYS = [tell, note, propose, write, waive]


@pytest.mark.parametrize("way", WAYS)
def test_such_words_are_refused_with_their_place_and_nothing_is_kept(
    post: Post, way: Callable[[Post, str], None]
) -> None:
    for words, code in ((TURNED, "text.bidi"), (UNSEEN, "text.control")):
        with pytest.raises(Refusal) as refused:
            way(post, words)
        assert refused.value == Refusal(code, position=10)
    kept = ParagraphText.objects.filter(words__in=[TURNED, UNSEEN])
    assert not (Note.objects.exists() or Proposal.objects.exists() or Story.objects.exists() or kept.exists())
    assert not Cell.objects.exclude(reason="").exists()


def test_the_same_words_without_it_are_taken_in_paragraphs(post: Post) -> None:
    for way in WAYS:
        way(post, "Archives opened.\r\n\r\nEverywhere.")
    kept = ParagraphText.objects.filter(words__startswith="Archives opened.")
    counts = [model.objects.count() for model in (Note, Proposal, Story)]
    assert (counts, kept.count(), Cell.objects.filter(state="waived").count()) == ([1, 1, 1], 1, 1)


def test_the_page_says_where_and_keeps_what_was_typed(post: Post) -> None:
    html = post.post(post.seats["Wader 1 1"].account, "own_stories", language="en", title="A river", words=TURNED)
    said = html.content.decode()
    assert (html.status_code, "Character 10 turns the direction" in said, TURNED in said) == (422, True, True)
