"""Words with accents apart, as some keyboards and many PDFs give them, are the same words everywhere in the house."""

from __future__ import annotations

import time
import unicodedata

import pytest
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.urls import reverse

from tests.cast import HOST, Cast
from tests.steps.transmit.given import TEXTS, open_post
from tracktwo.methods.text import composed_letters
from tracktwo.site.middleware import ComposedLetters
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.convert import fingerprint
from tracktwo.steps.transmit.models import Note, Story

WORDS = "Київ, ёлка, край, її, café: мій край"
APART = unicodedata.normalize("NFD", WORDS)
ACCENTS = "a" + "\u0300\u0327" * 500_000


def reached(typed: dict[str, object]) -> QueryDict:
    """What a view finds of a form."""
    request = RequestFactory().post("/", typed)
    ComposedLetters(lambda _request: HttpResponse()).process_view(request)
    return request.POST


def test_every_field_is_composed_and_a_passphrase_is_left_as_it_is() -> None:
    found = reached({"words": [APART, "plain"], "passphrase": APART, "phrase_1": APART})
    assert found.getlist("words") == [WORDS, "plain"]
    assert (found["passphrase"], found["phrase_1"]) == (APART, APART)


def test_a_run_of_accents_is_left_as_it_is_and_holds_up_nobody() -> None:
    began = time.process_time()
    assert reached({"words": ACCENTS})["words"] == ACCENTS
    assert time.process_time() - began < 5  # put in order, it takes an hour


@pytest.mark.parametrize(("typed", "found"), [
    (APART, WORDS), ("plain", "plain"), ("a" + "\u0301" * 30, "á" + "\u0301" * 29), ("a" + "\u0301" * 31,) * 2,
])  # fmt: skip
def test_as_many_accents_as_a_language_could_have_are_put_in_order(typed: str, found: str) -> None:
    assert composed_letters(typed) == found


@pytest.mark.django_db
def test_a_programme_is_described_in_them(cast: Cast) -> None:
    typed = {"title": APART, "description": APART, **HOST}
    answer = cast.client(cast.convener).post(reverse("programme:describe", args=[cast.programme.key]), typed)
    assert answer.status_code == 302
    assert Programme.objects.get(pk=cast.programme.pk).title == WORDS


@pytest.mark.django_db
def test_a_brief_a_note_and_a_story_are_written_in_them(cast: Cast) -> None:
    post = open_post(cast)
    brief = post.begin()
    typed = {f"title_{code}": APART for code in TEXTS} | {"seen": fingerprint(brief), "section_1": "findings"}
    typed |= {f"words_1_{code}": APART for code in TEXTS} | {"level_1": "2", "clause_1": "1"}
    count = cast.client(cast.rapporteur).get(post.url("words", brief.cell.pk)).context["form"].count
    typed |= {
        f"{name}_{n}": value for n in range(2, count + 1) for name, value in (("section", "findings"), ("level", 0))
    }
    assert post.post(cast.rapporteur, "words", brief.cell.pk, **typed).status_code == 302
    assert {text.title for text in brief.texts.all()} == {WORDS}
    note = {"kind": "memo"} | {f"{part}_{code}": APART for code in TEXTS for part in ("title", "body")}
    assert post.post(cast.rapporteur, "notes", 1, **note).status_code == 302
    assert {text.body for text in Note.objects.get().texts.all()} == {WORDS}
    teller = post.seats["Wader 1 1"].account
    assert post.post(teller, "own_stories", language="uk", title=APART, words=APART).status_code == 302
    assert Story.objects.get().texts.get().words == WORDS
