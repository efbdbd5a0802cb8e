"""A brief to the public says which of its sentences are long; it keeps nobody from releasing it."""

from __future__ import annotations

from tests.cast import NOW
from tests.steps.transmit.given import Post, a_sheet
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, LongSentence, Sheet, fingerprint, long_sentences
from tracktwo.steps.transmit.models import Brief

LONG = " ".join(["слово"] * 26) + "."
JUST = " ".join(["слово"] * 25) + "."


def saying(post: Post, audience: str, words: str) -> Brief:
    brief, sheet = post.begin(audience, 1), a_sheet(audience)
    first = sheet.lines[0]
    line = Line(first.section, first.clause, first.level, {**first.words, "uk": f"{JUST} {words}"})
    actions.write_sheet(brief, Sheet(sheet.titles, (line, *sheet.lines[1:])), seen=fingerprint(brief))
    return Brief.objects.get(pk=brief.pk)


def test_a_long_sentence_is_told_by_paragraph_and_language_on_both_pages(post: Post) -> None:
    brief = saying(post, "public", LONG)
    assert long_sentences(brief) == [LongSentence(1, "uk", "Українська", 26)]
    for name in ("brief", "words"):
        page = post.get(post.cast.rapporteur, name, brief.cell.pk).content.decode()
        assert '<span lang="uk">Українська</span>: paragraph 1, 26 words' in page


def test_it_is_advice_and_the_brief_goes_out(post: Post) -> None:
    post.consent()
    brief = saying(post, "public", LONG)
    post.approve(brief)
    assert post.release(brief).released_at == NOW
    assert 'id="plain"' not in post.get(post.cast.rapporteur, "brief", brief.cell.pk).content.decode()


def test_other_audiences_and_short_sentences_are_let_be(post: Post) -> None:
    assert long_sentences(saying(post, "public", JUST)) == []
    assert long_sentences(saying(post, "elites", LONG)) == []
