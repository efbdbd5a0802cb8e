"""A community apart: its own queue and wall; the others learn that it takes place, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.steps.convene.stage import Room, token
from tracktwo.foundation.live.queries import version
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Caucus, CaucusHand, CaucusLine

SAID = "A sentence that is nobody else’s business."


def url(room: Room, name: str, side: int = 1) -> str:
    return reverse(f"convene:{name}", args=[room.cast.programme.key, side])


def call_apart(room: Room, side: int = 1) -> Caucus:
    found = actions.open_caucus(room.workshop, side, 20, by=room.by, now=room.began, token=token())
    assert found is not None
    return found


def do(room: Room, account, way: str, side: int = 1, **typed: str) -> int:
    return room.client(account).post(url(room, "apart_deed", side), {"do": way, "once": token()} | typed).status_code


def say(room: Room, account, text: str = SAID) -> int:
    return do(room, account, "say", text=text, language="en")


def everybody_else(room: Room) -> list:
    """Whoever is inside and not of the first community."""
    cast = room.cast
    own = {account.pk for account in room.people[1]}
    others = [account for account in cast.everyone().values() if account is not None and account.pk not in own]
    return [*others, *room.people[2]]


def test_only_the_community_sees_its_page(room: Room) -> None:
    call_apart(room)
    assert [room.client(one).get(url(room, "apart")).status_code for one in room.people[1]] == [200] * 8
    assert {room.client(one).get(url(room, "apart")).status_code for one in everybody_else(room)} == {404}


def test_what_is_said_apart_is_on_no_page_of_anybody_else(room: Room) -> None:
    call_apart(room)
    assert say(room, room.people[1][0]) == 302
    assert SAID in room.client(room.people[1][3]).get(url(room, "apart")).content.decode()
    pages = ("about", "room", "console", "wall", "queue", "needs", "projector", "apart_desk")
    for account in everybody_else(room):
        for page in pages:
            assert SAID not in room.client(account).get(room.url(page)).content.decode()


def test_the_others_see_that_it_takes_place(room: Room) -> None:
    call_apart(room)
    for account, page, told in (
        (room.people[2][0], "room", "talks apart"),
        (room.cast.facilitator, "console", "Apart:"),
    ):
        assert told in room.client(account).get(room.url(page)).content.decode()


def test_nothing_moves_in_the_room_while_they_write_and_wait(room: Room) -> None:
    """Were the room's version to change, its pages would tell by the minute how lively it is next door."""
    call_apart(room)
    before = version(actions.ROOM, room.workshop.pk)
    for way in ("up", "next", "down"):
        do(room, room.people[1][0], way)
    say(room, room.people[1][1])
    assert version(actions.ROOM, room.workshop.pk) == before


def test_the_facilitator_comes_in_only_while_asked_in(room: Room) -> None:
    call_apart(room)
    client = room.client(room.cast.facilitator)
    member = room.people[1][0]
    told = []
    for way in ("in", "out"):
        do(room, member, way)
        told.append(client.get(url(room, "apart")).status_code)
    assert told == [200, 404]


def test_nobody_but_the_community_asks_the_facilitator_in(room: Room) -> None:
    caucus = call_apart(room)
    do(room, room.people[1][0], "in")
    assert do(room, room.cast.facilitator, "in") == 422
    do(room, room.people[1][0], "out")
    assert do(room, room.cast.facilitator, "in") == 404
    caucus.refresh_from_db()
    assert not caucus.is_third_party_in


def test_a_rapporteur_is_never_asked_in(room: Room) -> None:
    call_apart(room)
    do(room, room.people[1][0], "in")
    assert room.client(room.cast.rapporteur).get(url(room, "apart")).status_code == 404


def test_its_queue_calls_who_has_not_spoken_and_then_who_asked_earlier(room: Room) -> None:
    caucus = call_apart(room)
    one, two, three = room.people[1][:3]
    spoken = []
    for account in (one, two):
        do(room, account, "up")
    for ask in (None, one, three):
        if ask is not None:
            do(room, ask, "up")
        do(room, one, "next")
        spoken.append(CaucusHand.objects.get(caucus=caucus, has_floor=True).account)
    assert spoken == [one, two, three]


def test_a_sentence_is_carried_into_the_room_as_a_statement_of_nobody(room: Room) -> None:
    caucus = call_apart(room)
    say(room, room.people[1][0])
    line = caucus.lines.get()
    assert do(room, room.people[1][2], f"carry:{line.pk}") == 302
    statement = room.session.statements.get()
    assert (statement.text, CaucusLine.objects.get().is_carried) == (SAID, True)
    assert do(room, room.people[1][2], f"carry:{line.pk}") == 422


def test_called_back_nothing_remains_of_it_but_that_it_took_place(room: Room) -> None:
    caucus = call_apart(room)
    say(room, room.people[1][0])
    do(room, room.people[1][0], "up")
    actions.close_caucus(caucus, by=room.by, now=room.began + timedelta(minutes=9), token=token())
    assert (CaucusLine.objects.count(), CaucusHand.objects.count()) == (0, 0)
    assert say(room, room.people[1][0]) == 404


def test_calling_back_again_after_the_answer_was_lost_is_answered_as_before(room: Room) -> None:
    call_apart(room)
    client, form = room.client(room.cast.facilitator), {"side": 1, "do": "back", "once": token()}
    told = [client.post(room.url("apart_desk"), form).status_code for _again in range(2)]
    told.append(client.post(room.url("apart_desk"), form | {"once": token()}).status_code)
    assert told == [302, 302, 422]


def test_the_end_of_the_session_ends_every_talk_apart(room: Room, tmp_path) -> None:
    for side in (1, 2):
        call_apart(room, side)
    say(room, room.people[1][0])
    room.close()
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "convene", output=str(dump))
    assert not Caucus.objects.filter(closed_at=None).exists()
    assert "nobody else" not in dump.read_text(encoding="utf-8")


def test_the_record_says_which_community_and_how_long_it_was_meant_to_take(room: Room) -> None:
    caucus = call_apart(room)
    actions.close_caucus(caucus, by=room.by, now=room.began, token=token())
    page = room.client(room.cast.auditor).get(reverse("site:record", args=[room.cast.programme.key])).content.decode()
    assert ("community 1 goes to talk apart for 20 minutes" in page, "what it wrote apart is erased" in page) == (
        True,
        True,
    )


@pytest.mark.parametrize(("side", "minutes", "code"), [
    (1, 4, "convene.caucus_length"), (1, 241, "convene.caucus_length"), (7, 20, "convene.side_absent"),
    (2, 20, "convene.caucus_open"),
])  # fmt: skip
def test_what_cannot_be_called_apart_is_refused(room: Room, side: int, minutes: int, code: str) -> None:
    call_apart(room, 2)
    with pytest.raises(Refusal) as refused:
        actions.open_caucus(room.workshop, side, minutes, by=room.by, now=room.began, token=token())
    assert refused.value.code == code


def test_three_communities_talk_apart_at_once_and_none_sees_another(room_of_three: Room) -> None:
    for side in (1, 2, 3):
        call_apart(room_of_three, side)
    for own in (1, 2, 3):
        client = room_of_three.client(room_of_three.people[own][0])
        told = [client.get(url(room_of_three, "apart", side)).status_code for side in (1, 2, 3)]
        assert told == [200 if side == own else 404 for side in (1, 2, 3)]
