"""Those who listen say it back in their own hand: words of their community, nobody's, and gone unless taken over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tests.steps.convene.telephone import House, Telephone
from tests.steps.convene.test_convene_needs import answer, begin, refused, write
from tests.steps.convene.test_convene_pages import page, send
from tests.steps.convene.test_convene_unlinkable import after, browsers, columns, without_digests
from tracktwo.foundation.live.queries import version
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions, ahead
from tracktwo.steps.convene.actions import wordings as wording_deeds
from tracktwo.steps.convene.models import Restatement, Wording

__all__ = ["browsers"]  # the fixture: everybody signed in before anything is compared

OFFERED = "Or write how your community could say it back."


def word(room: Room, row: Restatement, text: str = "You need to be asked.", side: int = 2, once: str = "") -> None:
    sender = room.people[side][0]
    actions.send_wording(room.session, row.pk, side, text, "en", sender=sender, token=once or token())


def texts() -> list[str]:
    return list(Wording.objects.values_list("text", flat=True))


def test_a_wording_has_exactly_these_columns() -> None:
    assert columns(Wording) == {"id", "draft", "text", "language"}


def test_from_a_telephone_to_what_the_speakers_are_asked_without_scripts(room: Room) -> None:
    begin(room)
    listens, speaks = (room.client(room.people[side][0]) for side in (2, 1))
    juniper, at = room.client(room.cast.rapporteur), room.url
    assert OFFERED not in page(speaks, at("room"))
    shown = send(listens, at("room"), at("word"), wording="You need to be asked.", language="en")
    assert "Your wording is with the third party" in shown
    assert "You need to be asked.</textarea>" not in page(listens, at("room"))
    assert "1 wording from telephones" in page(juniper, at("console"))
    fields = {"restatement": Restatement.objects.get().pk, "side": 2, "language": "en", "once": "a"}
    juniper.post(at("write_back"), fields | {"words": "You need to be asked first."})
    assert "Is this what you meant?" in page(speaks, at("room"))
    assert (texts(), "wording from telephones" in page(juniper, at("console"))) == ([], False)


def test_no_telephone_and_no_wall_shows_what_was_sent_and_none_is_told(room: Room, house: House) -> None:
    row = begin(room)
    phones = [Telephone(house, room, room.people[side][0]) for side in (1, 2)]
    before = [phone.ask() for phone in phones]
    was = version("convene", str(room.workshop.pk))
    word(room, row, "Petrel should ask you.")
    assert version("convene", str(room.workshop.pk)) == was
    room.say("News for everybody.")
    ahead.make_ready(str(room.workshop.pk))
    shown = [phone.ask() for phone in phones]
    assert not any(one.by_django for one in shown)
    wall = page(room.client(room.cast.facilitator), room.url("projector"))
    assert not any("Petrel" in one for one in [*(one.body.decode() for one in shown), wall])
    assert [OFFERED in one.body.decode() for one in (*before, *shown)] == [False, True, False, True]


def test_a_form_that_comes_twice_is_one_wording(room: Room) -> None:
    row, once = begin(room), token()
    for _again in range(2):
        word(room, row, once=once)
    assert texts() == ["You need to be asked."]


ENDS: dict[str, Callable[[Room, Restatement], object]] = {
    "one is taken over": lambda room, row: write(room, row),
    "set aside": lambda room, row: actions.set_restatement_aside(room.session, row.pk, by=room.by, token=token()),
    "held": lambda room, row: actions.sort_statement(
        room.session, row.statement_id, "held", "names", sender=room.cast.facilitator, token=token()
    ),
    "closed": lambda room, _row: room.close(),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_is_not_taken_is_gone(room: Room, end: str) -> None:
    row = begin(room)
    word(room, row, "One way.")
    word(room, row, "Another way.")
    ENDS[end](room, row)
    assert texts() == []


@pytest.mark.parametrize("side", [1, 2])
def test_words_are_taken_only_from_those_who_are_to_say_it_back(room: Room, side: int) -> None:
    row = begin(room)
    if side == 2:
        write(room, row)
    assert refused(lambda: word(room, row, side=side)) == Refusal("convene.wording_over")
    assert OFFERED not in page(room.client(room.people[side][0]), room.url("room"))


def test_corrected_they_may_send_again(room: Room) -> None:
    row = begin(room)
    write(room, row, text="You want attention.")
    answer(room, row, is_right=False)
    word(room, row)
    assert texts() == ["You need to be asked."]


def test_three_communities_each_send_their_own_and_lose_only_their_own(room_of_three: Room) -> None:
    room = room_of_three
    row = begin(room, speaker=2)
    word(room, row, "Of the first.", side=1)
    word(room, row, "Of the third.", side=3)
    hazel = room.client(room.cast.facilitator)
    shown = page(hazel, room.url("console"))
    assert [words in shown for words in ("Of the first.", "Of the third.")] == [True, False]
    write(room, row, side=1)
    assert texts() == ["Of the third."]
    answer(room, row, is_right=True, side=1)
    assert "Of the third." in page(hazel, room.url("console"))


def test_a_community_of_two_says_it_aloud(cast: Cast) -> None:
    room = open_room(cast, sizes=(6, 2))
    row = begin(room)
    assert refused(lambda: word(room, row)) == Refusal("convene.wording_over")
    assert OFFERED not in page(room.client(room.people[2][0]), room.url("room"))


def test_a_flood_is_stopped_with_a_sentence(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording_deeds, "MOST_WORDINGS", 1)
    row = begin(room)
    word(room, row)
    assert refused(lambda: word(room, row)) == Refusal("convene.wordings_full", most=1)


def test_two_people_who_swap_their_words_leave_the_same_database(room: Room, browsers: Callable) -> None:
    row, (one, other) = begin(room), room.people[2][:2]

    def send_both(first: Account, second: Account) -> None:
        for who, text in ((first, "One way."), (second, "Another way.")):
            browsers(who, "word", {"restatement": row.pk, "wording": text, "language": "en"})

    found, swapped = after(lambda: send_both(one, other)), after(lambda: send_both(other, one))
    assert without_digests(found) == without_digests(swapped)
