"""Somebody holds the file of the database itself, page by page, with what lies between and behind the rows.

On SQLite; PostgreSQL's counterpart, transaction numbers and places of rows, is in ``test_convene_unlinkable.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pysqlite3
import pytest
from django.db import connection, connections
from django.db.utils import ConnectionHandler
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.cast import build_cast
from tests.steps.convene.stage import Room, open_room
from tests.steps.convene.test_convene_polls import ask, ranks
from tracktwo.foundation.people import middleware
from tracktwo.foundation.people.middleware import this_minute
from tracktwo.foundation.people.models import Account
from tracktwo.site.database import database_from
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Poll, Vote

PAGE = 4096
Events = Callable[[], object]


@dataclass
class Disk:
    """``base`` holds an open room in which everybody is signed in; each course of events begins from a copy of it."""

    base: Path
    room: Room
    clients: dict[object, Client]

    def after(self, *courses: Events) -> bytes:
        """The bytes of the whole database after some events, closed in order."""
        place = self.base.with_name("copy.sqlite3")
        shutil.copy(self.base, place)
        on_file(place, *courses)
        assert [file.name for file in place.parent.glob("copy.sqlite3-*")] == []
        return place.read_bytes()

    def stands(self, events: Events) -> object:
        """Done on the base itself, for all courses that follow."""
        return on_file(self.base, events)

    def post(self, account: Account, name: str, fields: dict[str, object]) -> None:
        fields = {"once": f"token of {account.alias}", **fields}
        assert self.clients[account.pk].post(self.room.url(name), fields).status_code == 302


def on_file(place: Path, *courses: Events) -> object:
    """Run in a thread of its own, whose database is that file; what the last one returned."""

    def run() -> object:
        connections["default"] = ConnectionHandler({"default": database_from("", place)}).create_connection("default")
        try:
            return [events() for events in courses][-1]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(run).result()


@pytest.fixture(scope="module")
def furnished(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Disk]:
    if connection.vendor != "sqlite":
        pytest.skip("asks for the pages of a file of SQLite")
    place, minute = tmp_path_factory.mktemp("disk") / "furnished.sqlite3", this_minute()
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as clock:
        # Or a slow machine would pass from one minute to the next between two courses.
        clock.setattr(middleware, "this_minute", lambda: minute)
        connection.ensure_connection()
        with pysqlite3.connect(place) as empty:
            connection.connection.backup(empty)
        room, clients = on_file(place, lambda: everybody_inside(open_room(build_cast())))
        yield Disk(place, room, clients)


@pytest.fixture
def disk(furnished: Disk, tmp_path: Path) -> Disk:
    """A base of one's own."""
    return replace(furnished, base=Path(shutil.copy(furnished.base, tmp_path / "base.sqlite3")))


def everybody_inside(room: Room) -> tuple[Room, dict[object, Client]]:
    clients = {account.pk: room.client(account) for people in room.people.values() for account in people}
    for client in clients.values():
        client.get(room.url("room"))
    return room, clients


def differing(disk: Disk, one: bytes, other: bytes) -> list[int]:
    """Numbers of the pages that are not alike. Those of the forms' tokens are left out: keyed hashes of random numbers
    that exist nowhere else, in the order in which they came.
    """
    assert len(one) == len(other)
    with pysqlite3.connect(disk.base) as base:
        tokens = base.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'live_idempotencykey'").fetchall()
    pages = range(1, len(one) // PAGE + 1)
    differ = [page for page in pages if one[(page - 1) * PAGE : page * PAGE] != other[(page - 1) * PAGE : page * PAGE]]
    return [page for page in differ if (page,) not in tokens]


def test_votes_that_are_swapped_leave_the_same_bytes_and_another_vote_does_not(disk: Disk) -> None:
    vote, (one, other) = disk.stands(disk.room.ask), disk.room.people[1][:2]
    assert isinstance(vote, Vote)

    def votes(first: str, second: str) -> Events:
        def course() -> None:
            disk.post(one, "answer", {"vote": vote.pk, "answer": first})
            disk.post(other, "answer", {"vote": vote.pk, "answer": second})

        return course

    found = disk.after(votes("agree", "disagree"))
    assert disk.after(votes("disagree", "agree")) == found
    assert len(differing(disk, disk.after(votes("agree", "agree")), found)) == 1


def test_the_order_in_which_people_vote_moves_nothing_on_any_page(disk: Disk) -> None:
    vote, people = disk.stands(disk.room.ask), disk.room.people[1][:3]
    assert isinstance(vote, Vote)

    def votes(order: Sequence[Account]) -> Events:
        return lambda: [disk.post(one, "answer", {"vote": vote.pk, "answer": "agree"}) for one in order]

    assert differing(disk, disk.after(votes(people)), disk.after(votes(people[::-1]))) == []


def test_the_order_in_which_people_rank_moves_nothing_on_any_page(disk: Disk) -> None:
    poll, people = disk.stands(lambda: ask(disk.room, "ranking", 3)), disk.room.people[1][:3]
    assert isinstance(poll, Poll)

    def answers(order: Sequence[Account]) -> Events:
        return lambda: [disk.post(one, "answer_poll", ranks(poll, (2, 3, 1))) for one in order]

    assert differing(disk, disk.after(answers(people)), disk.after(answers(people[::-1]))) == []


def test_between_and_behind_the_rows_of_a_closed_session_nobody_is_left(disk: Disk) -> None:
    """Whoever queued, spoke, voted or answered stands there as often as after a session in which nobody did."""
    room = disk.room
    queued, voted, answered = room.people[1][0], room.people[1][5], room.people[2][0]

    def busy() -> None:
        room.ask_floor(queued)
        room.give_floor(queued)
        vote = room.ask()
        room.answers(vote, 1, ["agree"] * 6 + ["disagree"] * 2)
        room.answers(vote, 2, ["agree"] * 6)
        checkin = actions.open_checkin(room.session, by=room.by, now=room.began, token="open")
        assert checkin
        actions.check_in(room.session, checkin.pk, 3, "", account=answered, token="in")
        room.close_vote(vote)

    busy_still, closed, quiet = disk.after(busy), disk.after(busy, room.close), disk.after(room.close)
    for account in (queued, voted, answered):
        key = account.pk.hex.encode()
        assert busy_still.count(key) > closed.count(key) == quiet.count(key) > 0
