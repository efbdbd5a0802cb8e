"""Nothing that the room has acknowledged is lost or done twice: the server killed in mid-session, connections cut.

A few of each in the ordinary suite; ``make soak`` kills a thousand times and cuts two hundred telephones.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sqlite3
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.urls import reverse

from tests.journeys.hall.again import Again
from tests.journeys.hall.line import BROKEN, Line
from tests.journeys.house import House
from tracktwo.methods.floor import KELMAN

pytestmark = pytest.mark.journey
KILLS = int(os.environ.get("TRACKTWO_ROOM_KILLS", "3"))
PHONES_CUT = int(os.environ.get("TRACKTWO_ROOM_PHONES", "12"))
CUTS = 20
COME_BACK = 40  # of all telephones in a second; a browser waits three seconds before it listens anew
PATIENCE = 120
WRITERS = 6
IN_A_SESSION = 200  # of the 300 sentences that a session holds
WHOLE = 25  # every so many kills all of tracktwo serve is started anew; in between, only the server that was killed
RESET = struct.pack("ii", 1, 0)  # closing sends no farewell: the line is simply gone


@dataclass
class Room:
    """A house with a session, and lines to it. While ``is_over`` is unset, everybody goes on acting."""

    house: House
    key: str
    sides: dict[str, list[str]]
    sessions: dict[str, str]
    is_over: threading.Event = field(default_factory=threading.Event)
    lines: list[Line] = field(default_factory=list)
    sessions_held: int = 0
    kills: int = 0
    again: Again | None = None

    @classmethod
    def furnish(cls, house: House, *sizes: int) -> Room:
        house.make_empty()
        made = json.loads(house.run("-m", "tests.journeys.hall.make", str(house.place), *map(str, sizes)))
        house.start()
        room = cls(house, made["key"], made["sides"], made["sessions"])
        room.open()
        return room

    def address(self, name: str) -> str:
        return reverse(f"convene:{name}", args=[self.key])

    def line(self, alias: str) -> Line:
        self.lines.append(Line(self.house.port, self.sessions[alias]))
        return self.lines[-1]

    def open(self) -> None:
        facilitator = self.line("Hazel")
        assert facilitator.send(self.address("open"), minutes=2000, phases=[phase.key for phase in KELMAN])
        assert facilitator.send(self.address("clock"), press="begin", seen="0")
        self.sessions_held += 1

    def turn_over(self) -> None:
        """A session holds so many sentences; the next one takes more."""
        assert self.line("Hazel").send(self.address("close"))
        self.open()

    @property
    def acknowledged(self) -> list[str]:
        return [words for line in self.lines for words in line.journal]

    def kill(self) -> None:
        process = self.again or self.house.process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        self.kills += 1
        self.start_whole() if self.kills % WHOLE == 1 else self.start_again()

    def start_whole(self) -> None:
        if self.again:
            self.again.end()
        self.again = None
        self.house.start()

    def start_again(self) -> None:
        self.again = self.again or Again.beside(self.house)
        self.again.start()
        self.house.wait_until_it_answers(self.again.poll)

    def end(self) -> None:
        if self.again:
            self.again.terminate()
            self.again.wait()
            self.again.end()
        self.house.stop()

    def ask(self, query: str) -> list[str]:
        with sqlite3.connect(self.house.place / "tracktwo.sqlite3", timeout=20) as database:
            return [row[0] for row in database.execute(query)]

    def record_is_whole(self, place: Path) -> bool:
        """Downloaded and checked by the program that needs no server."""
        status, _place, body = Line(self.house.port, self.sessions["Heron"]).ask(
            "GET", reverse("site:record_file", args=[self.key])
        )
        place.write_bytes(body)
        return status == 200 and bool(self.house.run("-m", "tracktwo", "verify", str(place)))


@pytest.fixture
def room(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Room]:
    """The house ends with the test, however that went."""
    house = House(tmp_path / "house", {"TRACKTWO_SENTENCES_A_MINUTE": "100000"})  # six write all that a room can take
    made = []
    try:
        made.append(Room.furnish(house, *request.param))
        yield made[0]
    finally:
        made[0].end() if made else house.stop()


def speak_until_over(room: Room, line: Line, who: int) -> None:
    number = 0
    while not room.is_over.is_set():
        number += 1
        line.say(room.address("say"), f"Sentence {number} of {who}.")
        time.sleep(0.02)


def go_apart_until_over(room: Room, line: Line) -> None:
    """Deeds that are written into the record."""
    while not room.is_over.is_set():
        for way in ("apart", "back"):
            if line.send(room.address("apart_desk"), side=2, do=way, minutes=20):
                line.journal.append(way)
        time.sleep(0.05)


def everybody_acts(room: Room) -> list[threading.Thread]:
    speakers = [alias for names in room.sides.values() for alias in names][:WRITERS]
    acts = [
        threading.Thread(target=speak_until_over, args=(room, room.line(alias), who))
        for who, alias in enumerate(speakers)
    ]
    acts.append(threading.Thread(target=go_apart_until_over, args=(room, room.line("Hazel"))))
    for act in acts:
        act.start()
    return acts


@pytest.mark.parametrize("room", [(6, 2)], indirect=True)
def test_a_server_killed_in_mid_session_forgets_nothing_it_has_acknowledged(room: Room, tmp_path: Path) -> None:
    chance, acts, turned = random.Random(20261126), everybody_acts(room), 0
    try:
        for _kill in range(KILLS):
            before = len(room.acknowledged)
            while len(room.acknowledged) == before:  # one that acknowledged nothing has nothing to lose
                time.sleep(0.005)
            time.sleep(chance.uniform(0.0, 0.4))
            room.kill()
            if len(room.acknowledged) - turned > IN_A_SESSION:
                room.turn_over()
                turned = len(room.acknowledged)
    finally:
        room.is_over.set()
        for act in acts:
            act.join()
    assert_accounted_for(room, tmp_path)


def assert_accounted_for(room: Room, desk: Path) -> None:
    said = Counter(room.acknowledged)
    opened, back = said.pop("apart", 0), said.pop("back", 0)
    kept = Counter(room.ask("SELECT text FROM convene_statement"))
    print(f"{KILLS} kills: {sum(said.values())} sentences acknowledged, {opened + back} deeds for the record")
    assert set(said) - set(kept) == set()
    assert [words for words, times in kept.items() if times > 1] == []
    deeds = Counter(json.loads(leaf)["deed"] for leaf in room.ask("SELECT leaf FROM ledger_entry"))
    assert deeds["convene.caucus_opened"] >= opened
    assert deeds["convene.session_opened"] == room.sessions_held
    assert room.ask("PRAGMA integrity_check") == ["ok"]
    assert room.record_is_whole(desk / "record.zip")


@dataclass
class Phone:
    """Listens to the room over a line that is cut again and again, and reads what is on the wall."""

    line: Line
    heard: int = 0
    wall: bytes = b""

    def listen(self, room: Room, chance: random.Random) -> None:
        """``CUTS`` times over a line that is soon cut."""
        for _cut in range(CUTS):
            self.listen_for(room, chance.uniform(0.05, 0.6))
            time.sleep(PHONES_CUT / COME_BACK)

    def listen_for(self, room: Room, seconds: float, version: int | None = None) -> None:
        with socket.create_connection(("127.0.0.1", self.line.port), timeout=20) as wire:
            wire.sendall(self.question(room.address("room_now")))
            wire.settimeout(seconds)
            self.hear(wire, version)
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)

    def question(self, address: str) -> bytes:
        cookie = f"Cookie: session={self.line.session}"
        lines = (f"GET {address} HTTP/1.1", "Host: 127.0.0.1", "Accept: text/event-stream", cookie)
        return "\r\n".join([*lines, "", ""]).encode()

    def hear(self, wire: socket.socket, version: int | None) -> None:
        """Until the line is cut, which is whenever its time has run out, or until the version has come."""
        try:
            while self.heard != version and (heard := wire.recv(4096)):
                versions = [part for part in heard.decode().split("\n") if part.startswith("data: ")]
                self.heard = max([self.heard, *(int(part[6:]) for part in versions)])
        except BROKEN:
            pass

    def catch_up(self, room: Room, latest: int) -> None:
        """What was asked before its line was cut is still being answered; a page asks until it gets through."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self.wall:
            self.listen_for(room, 20, latest)
            with suppress(*BROKEN):
                _status, _place, self.wall = self.line.ask("GET", room.address("room_wall"), **{"X-Live": "poll"})


@pytest.mark.parametrize("room", [(PHONES_CUT // 2, PHONES_CUT - PHONES_CUT // 2)], indirect=True)
def test_telephones_whose_line_is_cut_twenty_times_end_on_the_same_state(room: Room) -> None:
    phones = [Phone(room.line(alias)) for names in room.sides.values() for alias in names]
    cuts = [
        threading.Thread(target=phone.listen, args=(room, random.Random(number))) for number, phone in enumerate(phones)
    ]
    for cut in cuts:
        cut.start()
    speaker, number = room.line(room.sides["1"][0]), 0
    while any(cut.is_alive() for cut in cuts) and number < IN_A_SESSION:
        number += 1
        speaker.say(room.address("say"), f"Sentence {number}.")
        time.sleep(0.1)
    for cut in cuts:
        cut.join()
    latest = int(room.ask("SELECT version FROM live_roomversion WHERE kind = 'convene'")[0])
    for phone in phones:
        phone.catch_up(room, latest)
    print(f"{len(phones)} telephones, {CUTS} cuts each, {number} sentences meanwhile")
    assert len({phone.wall for phone in phones}) == 1
    assert all(f'<span lang="en">{words}</span>'.encode() in phones[0].wall for words in speaker.journal)
    assert {phone.heard for phone in phones} == {latest}
    assert Counter(room.ask("SELECT text FROM convene_statement")) == Counter(speaker.journal)
