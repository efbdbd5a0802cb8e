"""A story is its teller's: the words, every translation, who reads it, and the way back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.models import Story, StoryText
from tracktwo.steps.transmit.queries import stories_for

WORDS = "Ми жили над річкою. Тепер там мовчать.\n\nКнижки лишилися."
TOLD_IN_ENGLISH = ("A river", "We lived by a river. It is silent there now.\n\nThe books stayed.")


def told(post: Post, alias: str = "Wader 1 1", words: str = WORDS) -> Story:
    return actions.tell(post.seats[alias], language="uk", title="Річка", words=words, now=NOW)


def let(post: Post, story: Story, *audiences: str) -> None:
    by = post.cast.by(story.seat.account, "transmit.tell")
    actions.let_read(story, audiences, by=by, now=NOW)


def read_by(post: Post, audience: str) -> list[list[str]]:
    return [[text.language for text in one.texts] for one in stories_for(post.workshop, audience)]


def test_nobody_reads_a_story_before_the_teller_says_who(post: Post) -> None:
    story = told(post)
    assert [read_by(post, audience) for audience in ("leadership", "elites", "public", "convention")] == [[]] * 4
    let(post, story, "elites")
    assert (read_by(post, "elites"), read_by(post, "public")) == ([["uk"]], [])


def test_a_translation_is_read_by_its_teller_before_anybody_else(post: Post) -> None:
    story = told(post)
    let(post, story, "public")
    post.post(
        post.cast.rapporteur, "translate_story", story.pk, "en", title=TOLD_IN_ENGLISH[0], words=TOLD_IN_ENGLISH[1]
    )
    before = read_by(post, "public")
    seen = StoryText.objects.get(language="en").words
    post.post(story.seat.account, "own_story", story.pk, deed="approve", language="en", seen=seen)
    assert (before, read_by(post, "public")) == ([["uk"]], [["uk", "en"]])


def test_the_teller_approves_the_words_that_were_read(post: Post) -> None:
    story = told(post)
    actions.translate(story, language="en", title="A river", words="One thing.")
    actions.translate(story, language="en", title="A river", words="Another.")
    with pytest.raises(Refusal, match=r"transmit\.story_changed"):
        actions.approve_translation(story, language="en", seen="One thing.", now=NOW)


def test_other_words_take_back_every_translation(post: Post) -> None:
    story = told(post)
    let(post, story, "public")
    actions.translate(story, language="en", title="A river", words="We lived.")
    actions.approve_translation(story, language="en", seen="We lived.", now=NOW)
    post.post(story.seat.account, "own_story", story.pk, title="Річка", words="Інші слова.")
    assert read_by(post, "public") == [["uk"]]


def test_a_story_that_points_to_somebody_is_not_kept(post: Post) -> None:
    for words in ("Пишіть на heather@example.org.", "Телефон +380 44 123 45 67."):
        with pytest.raises(Refusal, match=r"transmit\.points_to_somebody"):
            told(post, words=words)
    assert Story.objects.count() == 0


def test_taken_back_it_is_erased_everywhere_and_leaves_a_day(post: Post, tmp_path: Path) -> None:
    story = told(post)
    let(post, story, "public", "elites")
    actions.publish(post.cast.programme, tmp_path / "out", now=NOW)
    before = [path.name for path in (tmp_path / "out" / "uk").glob("story-*")]
    post.post(story.seat.account, "own_story", story.pk, deed="back")
    actions.publish(post.cast.programme, tmp_path / "out", now=NOW)
    after = [path.name for path in (tmp_path / "out" / "uk").glob("story-*")]
    story.refresh_from_db()
    assert (len(before), after, StoryText.objects.count(), story.taken_back_on is not None) == (2, [], 0, True)
    assert "transmit.story_taken_back" in deeds(post.cast.programme.compartment.book)


def test_a_brief_carries_the_stories_its_audience_may_read_in_its_language(post: Post) -> None:
    brief = post.released("elites", 2)
    story = told(post)
    let(post, story, "elites")
    pages = {}
    for language in ("uk", "en"):
        answer = post.get(post.cast.convener, "brief_file", brief.cell.pk, language)
        pages[language] = " ".join(
            " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
        )
    assert ("Ми жили над річкою." in pages["uk"], "річкою" in pages["en"]) == (True, False)
    assert story.seat.account.alias not in pages["uk"]


def test_the_community_of_a_story_is_called_in_the_language_of_the_brief(post: Post) -> None:
    brief = post.released("elites", 2)
    story = told(post)
    let(post, story, "elites")
    side = story.seat.community
    side.names = {"en": "Heath people", "uk": "Люди пустища"}
    side.save()
    page = post.get(post.cast.convener, "brief_html", brief.cell.pk, "uk").content.decode()
    assert ("Люди пустища" in page, "Heath people" in page) == (True, False)


def test_nobody_reaches_the_story_of_somebody_else_and_translators_see_no_alias(post: Post) -> None:
    story = told(post)
    assert post.get(post.seats["Wader 1 2"].account, "own_story", story.pk).status_code == 404
    page = post.get(post.cast.rapporteur, "stories").content.decode()
    assert ("Річка" in page, "Wader 1 1" in page) == (True, False)


def test_stories_stay_few(post: Post) -> None:
    for _turn in range(5):
        told(post)
    with pytest.raises(Refusal, match=r"transmit\.stories_full"):
        told(post)
