"""A brief takes the reviewed versions of the agreed text; what nobody reviewed is not passed off as agreed."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tests.steps.transmit.given import FINDINGS, TEXTS, Post, a_sheet
from tracktwo.steps.agree.models import Text
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import fingerprint, outgoing, sheet_of

UK = TEXTS["uk"][1].split("\n\n")
BOTH = [{"en": en, "uk": uk} for en, uk in zip(FINDINGS, UK, strict=True)]


@pytest.fixture
def agreed(post: Post) -> Text:
    """The agreed text, kept in step in Ukrainian and read there by the first community."""
    text = Text.objects.get(workshop=post.workshop)
    text.languages = ["uk"]
    text.save(update_fields=["languages"])
    for clause, words in zip(text.state["clauses"], UK, strict=True):
        text.renderings.create(
            clause=clause["key"],
            language="uk",
            words=words,
            of_version=clause["version"],
            written_on=NOW.date(),
            reviewed_on=NOW.date(),
            reviewed_side=1,
        )
    return text


def begun(post: Post) -> list[dict[str, str]]:
    return [line.words for line in outgoing(sheet_of(post.begin()), "elites")]


def test_a_reviewed_version_is_taken_over(post: Post, agreed: Text) -> None:
    assert begun(post) == BOTH


@pytest.mark.parametrize("lacking", [{"reviewed_on": None}, {"of_version": -1}], ids=["unreviewed", "behind"])
def test_a_version_nobody_reviewed_or_that_is_behind_is_left(post: Post, agreed: Text, lacking: dict) -> None:
    last = agreed.renderings.last()
    if "of_version" in lacking:
        lacking = {"of_version": last.of_version - 1}
    agreed.renderings.filter(pk=last.pk).update(**lacking)
    assert begun(post) == [BOTH[0], {"en": FINDINGS[1]}]


def test_a_language_that_the_text_no_longer_keeps_is_not_taken(post: Post, agreed: Text) -> None:
    Text.objects.filter(pk=agreed.pk).update(languages=[])
    assert begun(post) == [{"en": words} for words in FINDINGS]


def test_the_page_names_the_languages_without_a_version_until_they_are_written(post: Post, agreed: Text) -> None:
    brief = post.begin()
    pages = [post.get(post.cast.rapporteur, name, brief.cell.pk).content.decode() for name in ("brief", "words")]
    assert ["Not translated in step 6: Русский." in page for page in pages] == [True, True]
    actions.write_sheet(brief, a_sheet("elites"), seen=fingerprint(brief))
    assert "Not translated in step 6" not in post.get(post.cast.rapporteur, "brief", brief.cell.pk).content.decode()
