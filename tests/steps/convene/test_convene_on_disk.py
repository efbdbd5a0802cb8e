"""Somebody holds the file of the database itself, page by page, with what lies between and behind the rows.

On SQLite; PostgreSQL's counterpart, transaction numbers and places of rows, is in ``test_convene_unlinkable.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
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
from tracktwo.steps.convene.actions.paper import count_paper, drop_paper
from tracktwo.steps.convene.models import Assent, Caucus, Poll, Statement, Vote

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

    def log_after(self, *courses: Events) -> bytes:
        """The write-ahead log as it lies beside the database of a server that goes on running after some events."""
        place = self.base.with_name("running.sqlite3")
        shutil.copy(self.base, place)
        with closing(pysqlite3.connect(place)) as other:  # or the last one to leave would fold the log in
            other.execute("SELECT count(*) FROM sqlite_master").fetchall()
            on_file(place, *courses)
            return place.with_name(f"{place.name}-wal").read_bytes()

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


def is_asked_what_it_meant(room: Room) -> None:
    loop = actions.begin_restatement(room.session, room.say().pk, 1, "need", by=room.by, token="loop")
    assert loop
    actions.write_restatement(room.session, loop.pk, 2, "They say so.", "en", by=room.by, token="words")
    for account, is_right in zip(room.people[1], [True] * 6 + [False], strict=False):
        actions.assent(room.session, Assent.objects.get().pk, is_right, account=account, token="answer")


def test_who_was_asked_whether_it_was_meant_is_not_in_the_log_once_the_answers_are_looked_at(disk: Disk) -> None:
    room, key = disk.room, disk.room.people[1][2].pk.hex.encode()

    def looked() -> None:
        actions.end_assent(room.session, Assent.objects.get().pk, by=room.by, token="look")

    def answered_aloud() -> None:
        row = room.session.restatements.get()
        actions.answer_restatement(room.session, row.pk, 2, False, by=room.by, now=room.began, token="aloud")

    asked = disk.log_after(lambda: is_asked_what_it_meant(room))
    ends = (looked, answered_aloud, room.close)
    left = [disk.log_after(lambda: is_asked_what_it_meant(room), end).count(key) for end in ends]
    assert (asked.count(key) > 0, left) == (True, [0, 0, 0])


def test_what_a_community_said_apart_is_not_in_the_log_once_it_is_back_or_has_struck_it(disk: Disk) -> None:
    room, account = disk.room, disk.room.people[1][2]

    def talks() -> None:
        caucus = actions.open_caucus(room.workshop, 1, 30, by=room.by, now=room.began, token="apart")
        assert caucus
        actions.write_apart(caucus, "The lantern is hidden.", "en", sender=account, token="say")
        actions.ask_apart(caucus, True, account=account, token="hand")

    def strikes() -> None:
        caucus = Caucus.objects.get()
        actions.strike_apart(caucus, caucus.lines.get().pk, sender=account, token="strike")

    def is_back() -> None:
        actions.close_caucus(Caucus.objects.get(), by=room.by, now=room.began, token="back")

    def told(*courses: Events) -> tuple[bool, bool]:
        log = disk.log_after(talks, *courses)
        return b"lantern" in log, account.pk.hex.encode() in log

    assert [told(), told(is_back), told(room.close)] == [(True, True), (False, False), (False, False)]
    assert told(strikes)[0] is False


def test_what_one_person_counted_on_paper_is_not_in_the_log_once_two_have_or_it_is_dropped(disk: Disk) -> None:
    room, cast = disk.room, disk.room.cast

    def counts(account: Account) -> None:
        asked, by = room.session.statements.get().pk, cast.by(account, "convene.write")
        piles = {1: (6, 1, 0), 2: (6, 0, 0)}
        count_paper(room.session, asked, piles, {}, account=account, by=by, now=room.began, token="count")

    def first() -> None:
        room.say()
        counts(cast.facilitator)

    def drops() -> None:
        asked = room.session.statements.get().pk
        drop_paper(room.session, asked, account=cast.facilitator, token="drop")

    def holds() -> None:
        asked, state = room.session.statements.get().pk, Statement.State.HELD
        actions.sort_statement(room.session, asked, state, "names", sender=cast.facilitator, token="hold")

    ends = (lambda: counts(cast.rapporteur), drops, holds, room.close)
    cells = b"[1, 6, 1, 0"
    told = [cells in disk.log_after(first), *(cells in disk.log_after(first, end) for end in ends)]
    assert told == [True, False, False, False, False]
