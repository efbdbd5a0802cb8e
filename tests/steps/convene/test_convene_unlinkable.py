"""Somebody holds the whole database and tries to join people with what they said and how they voted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, models, transaction

from tests.steps.convene.stage import Room
from tracktwo.foundation.people import middleware
from tracktwo.foundation.people.middleware import this_minute
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.models import ClockPress, RollCall, Session, SideCount, Statement, Vote

DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
MINE = (Session, ClockPress, Statement, Vote, SideCount, RollCall)


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table in the order in which it lies there, as a seizure would find it."""
    found = {}
    order = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY {order}')
            found[table] = [tuple(row) for row in cursor.fetchall()]
    return found


def without_digests(found: dict[str, list[tuple[object, ...]]]) -> dict[str, list[str]]:
    """The forms' tokens are kept as keyed hashes of random numbers that exist nowhere else: noise, masked here."""
    return {table: [DIGEST.sub("digest", repr(row)) for row in rows] for table, rows in found.items()}


class TakeBack(Exception):
    pass


@contextmanager
def a_world() -> Iterator[dict[str, list[tuple[object, ...]]]]:
    """What happens inside is taken back, so that another course of events can start from the same place."""
    try:
        with transaction.atomic():
            yield {}
            raise TakeBack
    except TakeBack:
        pass


def after(events: Callable[[], object]) -> dict[str, list[tuple[object, ...]]]:
    with a_world() as seen:
        events()
        seen |= dump()
    return seen


@pytest.fixture
def browsers(room: Room, monkeypatch: pytest.MonkeyPatch) -> Callable[[Account, str, dict[str, object]], object]:
    """Posts as a browser would, one signed in for each person before anything is compared."""
    minute = this_minute()  # or a slow machine would pass from one minute to the next between two worlds
    monkeypatch.setattr(middleware, "this_minute", lambda: minute)
    clients = {account.pk: room.client(account) for people in room.people.values() for account in people}
    for client in clients.values():
        client.get(room.url("room"))  # once a minute the house notes that somebody is there, whatever they do

    def post(account: Account, name: str, fields: dict[str, object]) -> None:
        fields = {"once": f"token of {account.alias}", **fields}
        assert clients[account.pk].post(room.url(name), fields).status_code == 302

    return post


def test_no_table_of_the_room_holds_a_person_beside_an_answer_or_a_sentence() -> None:
    holding = {model.__name__: columns(model) for model in MINE if "account" in columns(model)}
    assert holding == {"RollCall": {"id", "vote", "account", "side", "has_voted"}}


def test_a_statement_has_exactly_these_columns_and_no_hour() -> None:
    assert columns(Statement) == {"id", "session", "number", "phase", "text", "language", "state", "reason"}
    assert not [field for field in Vote._meta.concrete_fields if isinstance(field, models.DateField)]


def test_two_people_who_swap_their_votes_leave_the_same_database(room: Room, browsers: Callable) -> None:
    vote, (one, other) = room.ask(), room.people[1][:2]

    def votes(first: str, second: str) -> None:
        browsers(one, "answer", {"vote": vote.pk, "answer": first})
        browsers(other, "answer", {"vote": vote.pk, "answer": second})

    assert after(lambda: votes("agree", "disagree")) == after(lambda: votes("disagree", "agree"))


def test_the_order_in_which_people_vote_leaves_no_trace(room: Room, browsers: Callable) -> None:
    vote, (one, other) = room.ask(), room.people[1][:2]

    def votes(*people: Account) -> None:
        for person in people:
            browsers(person, "answer", {"vote": vote.pk, "answer": "agree"})

    found, turned = after(lambda: votes(one, other)), after(lambda: votes(other, one))
    assert without_digests(found) == without_digests(turned)


def test_whoever_sends_a_statement_the_database_looks_the_same(room: Room, browsers: Callable) -> None:
    def says(account: Account) -> None:
        browsers(account, "say", {"text": "We fear being forgotten.", "language": "en"})

    worlds = [without_digests(after(lambda who=who: says(who))) for who in (*room.people[1][:2], room.people[2][0])]
    assert worlds[0] == worlds[1] == worlds[2]


def test_the_comparison_sees_a_difference_where_there_is_one(room: Room, browsers: Callable) -> None:
    vote, one = room.ask(), room.people[1][0]
    worlds = [
        without_digests(after(lambda given=given: browsers(one, "answer", {"vote": vote.pk, "answer": given})))
        for given in ("agree", "disagree")
    ]
    changed = [table for table in worlds[0] if worlds[0][table] != worlds[1][table]]
    assert changed == ["convene_sidecount"]


def test_after_the_close_a_unanimous_room_and_a_silent_one_leave_the_same_rows(room: Room) -> None:
    statement = room.say()

    def course(second_side: int) -> None:
        vote = room.ask(statement)
        room.answers(vote, 1, ["agree"] * 6 + ["disagree"] * 2)
        room.answers(vote, 2, ["agree"] * second_side)
        room.close_vote(vote)

    def rows(second_side: int) -> dict[str, list[str]]:
        found = without_digests(after(lambda: course(second_side)))
        # How often screens were refreshed and forms were sent counts deeds of the whole house, not answers.
        return {table: found[table] for table in found if not table.startswith("live_")}

    assert rows(7) == rows(3)
