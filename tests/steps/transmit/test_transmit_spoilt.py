"""Every field of step 7 that takes words refuses what no file can hold or no reader would see, and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.cast import NOW
from tests.steps.spoilt import PASTE, Fields, Way, accepted, kept, rows
from tests.steps.transmit.given import TEXTS, Post
from tracktwo.foundation.people.models import Account
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import fingerprint
from tracktwo.steps.transmit.models import Discussion, Grade, Remark, Transmission

CODES = tuple(TEXTS)
NOTE = {f"{part}_{code}": "Copies." for part in ("title", "body") for code in CODES}
STORY = {"title": "A river", "words": "We lived by a river."}
ENTRY = {
    "month": "2026-02-03",
    "direction": "out",
    "agent": "convener",
    "channel": "letter",
    "audience": "convention",
    "content": "Copies.",
    "response": "none",
    "grade": "1",
    "harm": "feared",
    "harm_words": "None that was seen.",
}


def to(post: Post, who: Account, name: str, *more: Any) -> Callable[[Mapping[str, Any]], HttpResponse]:
    return lambda typed: post.post(who, name, *more, **typed)


def cell(post: Post) -> Way:
    place = post.cell("leadership", 2).pk
    typed = {"state": "waived", "owner": "", "due": "", "reason": "No way is known."}
    return Way(to(post, post.cast.convener, "cell", place), typed, ("reason",))


def words(post: Post) -> Way:
    brief = post.written("elites", 1)
    place = (post.cast.rapporteur, "words", brief.cell.pk)
    form = post.get(*place).context["form"]
    typed = {name: one.initial if one.initial is not None else "" for name, one in form.fields.items()}
    free = tuple(name for name in typed if name.startswith(("title_", "words_")))
    return Way(to(post, *place), typed | {"seen": fingerprint(brief)}, free)


def notes(post: Post) -> Way:
    return Way(to(post, post.cast.rapporteur, "notes", 1), NOTE | {"kind": "memo"}, tuple(NOTE))


def note(post: Post) -> Way:
    made = actions.begin_note(post.workshop, "memo", {"en": ("On copies", "Copies.")})
    return Way(to(post, post.cast.rapporteur, "note", made.pk), NOTE, tuple(NOTE))


def log(post: Post) -> Way:
    return Way(to(post, post.cast.facilitator, "log", 1), ENTRY, ("content", "harm_words"))


def entry(post: Post) -> Way:
    """An entry that was followed up to a document: what it is said to have been taken up by."""
    said = {"agent": "convener", "channel": "letter", "audience": "convention", "content": "Copies."}
    made = Transmission.objects.create(workshop=post.workshop, month=NOW.date(), grade=Grade.DOCUMENT, **said)
    typed = {"deed": "claim", "words": "A paragraph of the minutes."}
    return Way(to(post, post.cast.facilitator, "entry", made.pk), typed, ("words",))


def proposals(post: Post) -> Way:
    typed = {"association": "ISA", "kind": "panel", "language": "en", "title": "Copies", "abstract": "Of archives."}
    return Way(to(post, post.cast.rapporteur, "proposals", 1), typed, ("title", "abstract"))


def a_session(post: Post) -> int:
    made = actions.begin_proposal(
        post.workshop, association="ISA", kind="panel", language="en", title="Copies", abstract="Of archives."
    )
    return int(made.pk)


def proposal(post: Post) -> Way:
    typed = {"deed": "write", "title": "Copies", "abstract": "Of archives, and who keeps them."}
    return Way(to(post, post.cast.rapporteur, "proposal", a_session(post)), typed, ("title", "abstract"))


def part(post: Post) -> Way:
    typed = {"deed": "part", "role": "chair", "alias": "", "title": "Who keeps the copies"}
    return Way(to(post, post.cast.rapporteur, "proposal", a_session(post)), typed, ("title",))


def own_stories(post: Post) -> Way:
    teller = post.seats["Wader 1 1"].account
    return Way(to(post, teller, "own_stories"), STORY | {"language": "en"}, tuple(STORY))


def own_story(post: Post) -> Way:
    told = actions.tell(post.seats["Wader 1 1"], language="en", title="A river", words="We lived by it.", now=NOW)
    return Way(to(post, told.seat.account, "own_story", told.pk), STORY | {"deed": "retell"}, tuple(STORY))


def translate_story(post: Post) -> Way:
    told = actions.tell(post.seats["Wader 1 1"], language="en", title="A river", words="We lived by it.", now=NOW)
    return Way(to(post, post.cast.rapporteur, "translate_story", told.pk, "uk"), STORY, tuple(STORY))


WAYS = [cell, words, notes, note, log, entry, proposals, proposal, part, own_stories, own_story, translate_story]


@pytest.mark.parametrize("made", WAYS)
def test_no_field_for_words_keeps_five_megabytes_or_signs_that_turn_and_hide(
    post: Post, made: Callable[[Post], Way]
) -> None:
    way = made(post)
    assert accepted(way) == 302
    assert kept(way) == []


@pytest.mark.parametrize("made", [cell, words, notes, note, log, entry, proposals, own_stories, own_story])
def test_these_are_all_the_fields_that_the_page_has(post: Post, made: Callable[[Post], Way]) -> None:
    way = made(post)
    page = way.send({**way.typed, way.free[0]: "a\x07"})
    assert page.status_code == 422
    assert Fields(page).names - {"title", "abstract"} - set(way.free) == set()


def test_the_follow_up_and_the_second_reading_of_an_entry_take_no_words(post: Post) -> None:
    """Answers are chosen from a list; words beside them go nowhere."""
    place = entry(post)
    before = rows()
    for deed, typed in (
        ("follow", {"response": "asked", "grade": "9", "again_on": "", "words": PASTE}),
        ("follow", {"response": "as\u202eked", "grade": "2", "again_on": ""}),
        ("code", {"grade": "2", "response": "as\x07ked"}),
    ):
        assert place.send({"deed": deed, **typed}).status_code == 422
    assert rows() == before


def test_the_hall_and_a_slip_of_paper_take_no_paste_and_drop_what_turns_or_hides(post: Post) -> None:
    post.post(post.cast.facilitator, "open_session", 1)
    hall, before = reverse("hall:hall", args=[Discussion.objects.get().code]), rows()
    assert Client().post(hall, {"words": PASTE}).status_code == 422
    assert post.post(post.cast.facilitator, "open_session", 1, deed="paper", words=PASTE).status_code == 422
    assert rows() == before
    assert Client().post(hall, {"words": "Copies \u202eare\x07 kept."}).status_code == 302
    slip = {"deed": "paper", "words": "Copies \u202eare\x07 kept."}
    assert post.post(post.cast.facilitator, "open_session", 1, **slip).status_code == 302
    assert [one.words for one in Remark.objects.all()] == ["Copies are kept."] * 2
