"""The room's own door: with the code and a seat into one room, by the right port only, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.cast import PASSPHRASE
from tests.steps.convene.stage import Room
from tracktwo.cli.house import room as command
from tracktwo.cli.house.encryption import make_certificate
from tracktwo.documents.qr import qr_in_letters, qr_picture
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Role
from tracktwo.steps.prepare.models import HelpCall

CODE = "k7hm3x"


class AtTheDoor(Client):
    """A browser whose requests arrive on the door's port."""

    def generic(self, *arguments: Any, **more: Any) -> Any:
        return super().generic(*arguments, **more | {"SERVER_PORT": "8080"})


@pytest.fixture
def door(settings: Settings) -> Client:
    settings.TRACKTWO_ROOM_ADDRESS, settings.TRACKTWO_ROOM_CODE = "10.42.0.1:8080", CODE
    return AtTheDoor()


def knowing_a_passphrase(account: Account) -> Account:
    account.set_password(PASSPHRASE)
    account.save()
    return account


def enter(client: Client, account: Account) -> object:
    knowing_a_passphrase(account)
    return client.post(f"/room/{CODE}/", {"alias": account.alias, "passphrase": PASSPHRASE})


def test_the_code_and_a_seat_lead_into_the_room_and_all_its_deeds(door: Client, room: Room) -> None:
    assert door.get("/").url == "/room/"
    assert door.post("/room/", {"code": f" {CODE.upper()} "}).url == f"/room/{CODE}/"
    assert enter(door, room.people[1][0]).url == room.url("room")
    assert door.get(room.url("room")).status_code == 200
    assert door.post(room.url("hand"), {"once": "t1", "hand": "up"}).status_code == 302
    assert room.session.hands.filter(account=room.people[1][0]).exclude(asked=None).exists()


def test_what_everybody_is_told_is_told_here_and_here_somebody_can_ask_to_be_reached(door: Client, room: Room) -> None:
    enter(door, room.people[1][0])
    for name in ("told", "reach"):
        assert door.get(reverse(f"prepare:{name}", args=[room.cast.programme.key])).status_code == 200
    assert door.post(reverse("prepare:reach", args=[room.cast.programme.key]), {"deed": "ask"}).status_code == 302
    assert HelpCall.objects.get().account == room.people[1][0]


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/join/", "/p/{key}/", "/p/{key}/prepare/", "/p/{key}/record/"])
def test_nothing_else_of_the_house_can_be_reached_by_it(door: Client, room: Room, path: str) -> None:
    address = path.format(key=room.cast.programme.key)
    for _before_and_after in range(2):
        assert door.get(address).url == "/room/"
        assert door.post(address, {"alias": "Heron", "passphrase": PASSPHRASE}).status_code == 404
        enter(door, room.people[1][0])


def test_nobody_of_the_third_party_signs_in_at_it(door: Client, room: Room) -> None:
    both = room.people[1][1]
    grant(both, room.cast.programme.compartment, Role.GUARANTOR, 1)
    for account in (room.cast.facilitator, room.cast.convener, both, room.cast.stranger, room.cast.nominees[1]):
        answer = enter(door, account)
        assert (answer.status_code, answer.context["refusal"].code) == (422, "live.room_not_yours")
        assert "_auth_user_id" not in door.session


def test_a_wrong_code_opens_nothing(door: Client, room: Room) -> None:
    answer = door.post("/room/", {"code": "k7hm3y"})
    assert (answer.status_code, answer.context["refusal"].code) == (422, "live.room_code_wrong")
    assert door.get("/room/k7hm3y/").url == "/room/"
    posted = door.post("/room/k7hm3y/", {"alias": "x", "passphrase": PASSPHRASE})
    assert (posted.status_code, posted.url) == (302, "/room/")


def test_a_session_of_the_room_is_good_at_its_door_only_and_no_other_is_good_there(door: Client, room: Room) -> None:
    account = room.people[1][0]
    enter(door, account)
    elsewhere = Client()
    elsewhere.cookies = door.cookies
    assert elsewhere.get(room.url("room")).url.startswith("/sign-in/")
    of_the_house = AtTheDoor()
    of_the_house.force_login(account)
    assert of_the_house.get(room.url("room")).url == "/room/"


def test_when_the_door_is_opened_anew_every_sign_in_made_at_it_ends(
    door: Client, room: Room, settings: Settings
) -> None:
    enter(door, room.people[1][0])
    settings.TRACKTWO_ROOM_CODE = "another"
    assert door.get(room.url("room")).url == "/room/"
    assert "_auth_user_id" not in door.session


def test_where_no_door_is_open_its_page_says_so_and_admits_nobody(room: Room) -> None:
    client = AtTheDoor()
    assert b"No room has its door here" in client.get("/room/").content
    assert enter(client, room.people[1][0]).url == "/room/"
    assert client.post("/room/", {"code": ""}).status_code == 422


def test_the_wall_shows_picture_address_code_and_limits(door: Client, room: Room) -> None:
    page = room.client(room.cast.facilitator).get(room.url("doorway")).content.decode()
    assert qr_picture(f"http://10.42.0.1:8080/room/{CODE}/", "Address of the room") in page
    assert all(word in page for word in ("10.42.0.1:8080", CODE, "not encrypted"))
    assert "style=" not in page


def test_the_command_says_where_the_door_is_and_takes_no_encryption_for_granted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {"TRACKTWO_HTTPS": "1", "TRACKTWO_HOSTS": "workshops.example"}
    monkeypatch.setattr(command.os, "environ", environment)
    opened = command.open_door("10.42.0.1", 8080)
    code = environment["TRACKTWO_ROOM_CODE"]
    assert (len(code), set(code) <= set(command.LETTERS)) == (6, True)
    assert environment["TRACKTWO_HTTPS"] == "0"
    assert environment["TRACKTWO_HOSTS"] == "workshops.example,127.0.0.1,10.42.0.1"
    command.print_door(opened)
    said = capsys.readouterr().out
    assert qr_in_letters(f"http://10.42.0.1:8080/room/{code}/") in said
    assert f"10.42.0.1:8080, short code {code}" in said


def test_with_a_certificate_the_command_and_the_wall_show_its_fingerprint_beside_an_encrypted_address(
    door: Client,
    room: Room,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment: dict[str, str] = {}
    monkeypatch.setattr(command.os, "environ", environment)
    made = make_certificate("10.42.0.1", datetime.now(UTC))
    opened = command.open_door("10.42.0.1", 8080, made)
    command.print_door(opened)
    said, shown = capsys.readouterr().out, made.fingerprint.replace(":", " ")
    assert qr_in_letters(f"https://10.42.0.1:8080/room/{opened.code}/") in said
    assert " ".join(said.split()).count(shown) == 1
    settings.TRACKTWO_ROOM_FINGERPRINT = environment["TRACKTWO_ROOM_FINGERPRINT"]
    page = room.client(room.cast.facilitator).get(room.url("doorway")).content.decode()
    assert qr_picture(f"https://10.42.0.1:8080/room/{CODE}/", "Address of the room") in page
    assert all(word in page for word in (shown, "https://10.42.0.1:8080", "fingerprint that it shows"))
    assert "not encrypted" not in page + door.get("/room/").content.decode()


def test_a_cookie_given_out_on_an_encrypted_line_goes_over_no_other(door: Client, room: Room) -> None:
    for secure, marks in ((False, {""}), (True, {True})):
        client = AtTheDoor()
        knowing_a_passphrase(room.people[1][0])
        typed = {"alias": room.people[1][0].alias, "passphrase": PASSPHRASE}
        answer = client.post(f"/room/{CODE}/", typed, secure=secure)
        assert {cookie["secure"] for cookie in answer.cookies.values()} == marks
        assert {"session", "browser"} <= set(answer.cookies)


def test_whoever_steps_aside_at_the_door_finds_the_public_agenda_and_signs_in_at_the_door_again(
    door: Client, room: Room
) -> None:
    enter(door, room.people[1][0])
    day = door.post(room.url("aside")).url
    assert (day.startswith("/day/"), door.get(day).status_code) == (True, 200)
    assert [door.get(path).url for path in (room.url("room"), "/", "/sign-in/")] == [day, day, "/room/"]
