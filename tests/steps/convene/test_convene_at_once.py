"""Posts that arrive at the same moment: one answer a person, no number twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.utils import ConnectionHandler
from django.http import HttpResponse

from tests.cast import build_cast
from tests.steps.convene.stage import Room, open_room
from tracktwo.site.database import database_from
from tracktwo.steps.convene.models import RollCall, SideCount, Statement, Vote

Deed = Callable[[], object]


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Deed:
    """What a thread calls to reach one database with the others: the test's own SQLite admits one writer only."""
    if connection.vendor != "sqlite":
        return lambda: None
    handler = ConnectionHandler({"default": database_from("", tmp_path / "shared.sqlite3")})

    def join() -> None:
        connections["default"] = handler.create_connection("default")

    at_once(join, lambda: call_command("migrate", verbosity=0))
    return join


def at_once(join: Deed, *deeds: Deed) -> list[object]:
    """Run deeds side by side, each with its own connection; what they return, or the first fault raised."""

    def run(deed: Deed) -> object:
        join()
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return [done.result() for done in [threads.submit(run, deed) for deed in deeds]]


def build() -> tuple[Room, Vote]:
    room = open_room(build_cast(), sizes=(6, 6))
    return room, room.ask()


def post(room: Room, who: int, name: str, fields: dict[str, object]) -> Deed:
    def send() -> int:
        answer: HttpResponse = room.client(room.people[1][who]).post(room.url(name), fields)
        return answer.status_code

    return send


def test_posts_at_the_same_moment(shared_database: Deed) -> None:
    [(room, vote)] = at_once(shared_database, build)

    # one person, six different forms: one is counted, the others are refused
    tries = [post(room, 0, "answer", {"once": f"try {n}", "vote": vote.pk, "answer": "agree"}) for n in range(6)]
    assert sorted(at_once(shared_database, *tries)) == [302, 422, 422, 422, 422, 422]

    # one form sent six times: all are answered as the first was, and it is counted once
    again = [post(room, 1, "answer", {"once": "same", "vote": vote.pk, "answer": "passed"})] * 6
    assert at_once(shared_database, *again) == [302] * 6

    # six people write at once: six statements with six numbers beside the one that is voted on
    says = [post(room, n, "say", {"once": f"said {n}", "text": f"Sentence {n}.", "language": "en"}) for n in range(6)]
    assert at_once(shared_database, *says) == [302] * 6

    def found() -> tuple[object, ...]:
        count = SideCount.objects.get(vote=vote, side=1)
        voted = RollCall.objects.filter(vote=vote, has_voted=True).count()
        numbers = sorted(Statement.objects.values_list("number", flat=True))
        return count.agree, count.disagree, count.passed, voted, numbers

    assert at_once(shared_database, found) == [(1, 0, 1, 2, [1, 2, 3, 4, 5, 6, 7])]
