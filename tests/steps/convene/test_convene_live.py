"""The room's screens: all parts in one answer, a stream that says the version, and no rail where none is shown."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import RequestFactory

from tests.steps.convene.stage import Room
from tracktwo.foundation.people.middleware import is_poll
from tracktwo.site import context
from tracktwo.steps.convene import shared

POLL = {"X-Live": "poll"}
EVENTS = {"Accept": "text/event-stream"}


def together(room: Room, *names: str) -> str:
    return f"{room.url('room_parts')}?{urlencode([('of', room.url(name)) for name in names])}"


def test_the_parts_of_the_phone_come_in_one_answer_each_under_its_own_address(room: Room) -> None:
    client = room.client(room.people[1][0])
    answer = client.get(together(room, "room_now", "room_place"), headers=POLL)
    told = answer.content.decode()
    assert [told.count(f'<section data-of="{room.url(name)}">') for name in ("room_now", "room_place")] == [1, 1]
    assert "Ask for the floor" in told
    assert client.get(together(room, "room_now", "room_place"), headers=POLL | {"If-None-Match": answer["ETag"]}).status_code == 304  # fmt: skip
    room.ask_floor(room.people[1][0])
    assert "Leave the queue" in client.get(together(room, "room_place"), headers=POLL).content.decode()


def test_no_part_of_another_door_comes_along(room: Room) -> None:
    client, programme = room.client(room.people[1][0]), room.cast.programme.key
    told = client.get(f"{together(room, 'desk_clock', 'room')}&of=/nowhere/&of=/p/{programme}/convene/", headers=POLL)
    assert (told.status_code, told.content) == (200, b"")
    assert client.get(room.url("console_parts"), headers=POLL).status_code == 404


def test_a_part_works_out_no_rail(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    client = room.client(room.people[1][0])
    client.get(together(room, "room_now"), headers=POLL)
    monkeypatch.setattr(context, "steps", lambda _walker: pytest.fail("nobody sees a rail here"))
    assert client.get(together(room, "room_now", "room_wall"), headers=POLL).status_code == 200


def test_a_stream_says_the_version_to_whoever_has_a_seat_and_to_nobody_else(room: Room) -> None:
    address = room.url("room_now")
    answer = room.client(room.people[1][0]).get(address, headers=EVENTS)
    version = int(room.client(room.people[1][0]).get(address)["ETag"].strip('"').split(".")[0])
    assert (answer["Content-Type"], answer.content) == (
        "text/event-stream",
        f"retry: 3000\nid: {version}\ndata: {version}\n\n".encode(),
    )
    assert room.client(room.cast.convener).get(address, headers=EVENTS).status_code == 404
    assert room.client(None).get(address, headers=EVENTS).status_code == 302


def test_a_stream_keeps_nobodys_session_alive() -> None:
    assert [is_poll(RequestFactory().get("/", headers=headers)) for headers in (EVENTS, POLL, {})] == [
        True,
        True,
        False,
    ]


def test_one_tap_on_the_phone_changes_its_language_and_no_others(room: Room) -> None:
    one, other = (room.client(account) for account in room.people[1][:2])
    page = one.get(room.url("room")).content.decode()
    assert page.index('class="tongues"') < page.index('<main id="page">')
    answer = one.post("/language/uk/", {"next": room.url("room")})
    assert answer.url == room.url("room")
    assert '<html lang="uk">' in one.get(room.url("room")).content.decode()
    assert '<html lang="en">' in other.get(room.url("room")).content.decode()


def test_an_answer_changes_the_desk_and_no_telephone(room: Room) -> None:
    vote, phone, desk = room.ask(), room.client(room.people[1][1]), room.client(room.cast.facilitator)
    parts = {
        who: (f"{room.url(name)}?of={room.url(part)}", client)
        for who, name, part, client in (
            ("phone", "room_parts", "room_place", phone),
            ("desk", "console_parts", "desk_vote", desk),
        )
    }

    def versions() -> dict[str, int]:
        asked = {who: client.get(address, headers=POLL) for who, (address, client) in parts.items()}
        return {who: int(answer["ETag"].strip('"').split(".")[0]) for who, answer in asked.items()}

    before = versions()
    room.answer(vote, room.people[1][0])
    after = versions()
    assert {who: after[who] - before[who] for who in before} == {"phone": 0, "desk": 1}
    assert "1 of 15 in" in desk.get(room.url("desk_vote"), headers=POLL).content.decode()


def test_what_all_see_alike_is_worked_out_once_and_dropped_with_the_session(room: Room) -> None:
    shared._kept.clear()
    room.say("A sentence that is kept nowhere else.")
    for account in room.people[1][:3]:
        assert "A sentence that" in room.client(account).get(together(room, "room_wall"), headers=POLL).content.decode()
    [(_key, moment)] = shared._kept.values()
    assert moment.facts["statements"][0].text.startswith("A sentence that")
    assert [b"A sentence that" in body for body in moment.bodies.values()] == [True]  # drawn once for three
    room.close()
    told = room.client(room.people[1][0]).get(together(room, "room_wall"), headers=POLL).content.decode()
    assert "A sentence that" not in told
    assert not [key for key in shared._kept if key[:2] == ("convene", room.workshop.pk)]
