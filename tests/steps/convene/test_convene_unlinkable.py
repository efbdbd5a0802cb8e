"""Somebody holds the whole database and tries to join people with what they said and how they voted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection, models, transaction

from tests.steps.convene.stage import Room, token
from tracktwo.foundation.live.models import IdempotencyKey
from tracktwo.foundation.people import middleware
from tracktwo.foundation.people.middleware import this_minute
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import (
    Assent,
    AssentRoll,
    CheckInRoll,
    ClockPress,
    PollRoll,
    RollCall,
    Session,
    SideCount,
    Statement,
    Vote,
)

DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
Rolled = Callable[[Account, int], object]  # one of the roll gives the first, second or third answer
MINE = (Session, ClockPress, Statement, Vote, SideCount, RollCall)


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table in the order in which it lies there, as a seizure would find it.

    Tokens of forms lie on PostgreSQL where rows of earlier tests have just been cleaned away, so they are sorted there.
    """
    found = {}
    order = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            by = "digest" if (order, table) == ("ctid", IdempotencyKey._meta.db_table) else order
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY {by}')
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
    numbers = next_numbers()
    try:
        with transaction.atomic():
            yield {}
            raise TakeBack
    except TakeBack:
        count_from(numbers)


def next_numbers() -> list[tuple[object, ...]]:
    """Of PostgreSQL's sequences, which no transaction takes back: where each stands, and whether it has counted."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(sequencename), coalesce(last_value, 1), last_value IS NOT NULL FROM pg_sequences"
        )
        return cursor.fetchall()


def count_from(numbers: list[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        for where in numbers:
            cursor.execute("SELECT setval(%s, %s, %s)", where)


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
    assert columns(Statement) == {"id", "session", "number", "phase", "text", "language", "state", "reason", "before"}
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


def vote_roll(room: Room) -> Rolled:
    vote = room.ask()
    return lambda account, answer: room.answer(vote, account, ("agree", "disagree", "passed")[answer])


def poll_roll(room: Room) -> Rolled:
    said = [room.say(f"Sentence {number}.").pk for number in range(3)]
    poll = actions.open_poll(room.session, "approval", said, by=room.by, token=token())
    assert poll is not None
    return lambda account, answer: actions.cast_poll(room.session, poll.pk, [answer], account=account, token=token())


def checkin_roll(room: Room) -> Rolled:
    asked = actions.open_checkin(room.session, by=room.by, now=room.began, token=token())
    assert asked is not None
    words = ("tired", "", "calm")
    return lambda account, answer: actions.check_in(
        room.session, asked.pk, answer + 1, words[answer], account=account, token=token()
    )


def assent_roll(room: Room) -> Rolled:
    loop = actions.begin_restatement(room.session, room.say().pk, 1, "need", by=room.by, token=token())
    assert loop is not None
    actions.write_restatement(room.session, loop.pk, 2, "You need to be heard.", "en", by=room.by, token=token())
    asked = Assent.objects.get().pk
    return lambda account, answer: actions.assent(room.session, asked, answer == 0, account=account, token=token())


ROLLS = {RollCall: vote_roll, PollRoll: poll_roll, CheckInRoll: checkin_roll, AssentRoll: assent_roll}


def test_every_roll_of_the_room_is_among_those_looked_at() -> None:
    """A roll is a line for a person with a mark that turns: a new one must be looked at below too."""
    marks = {"has_voted", "has_answered"}
    assert {model for model in apps.get_app_config("convene").get_models() if marks & columns(model)} == set(ROLLS)


@pytest.mark.parametrize("roll", ROLLS, ids=lambda roll: roll.__name__)
def test_no_transaction_and_no_place_tells_which_line_of_the_roll_has_turned(
    room: Room, roll: type[models.Model]
) -> None:
    """On PostgreSQL a row knows the transaction that wrote it: one for the whole roll, whoever answered, and when."""
    answer, side, table = ROLLS[roll](room), room.people[1], roll._meta.db_table
    before, turned = [row[0] for row in dump()[table]], "has_voted" if "has_voted" in columns(roll) else "has_answered"
    for many, (account, given) in enumerate(zip(side[:4], (0, 1, 2, 0), strict=True), start=1):
        answer(account, given)
        assert roll._default_manager.filter(**{turned: True}).count() == many
        assert [row[0] for row in dump()[table]] == before
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(DISTINCT xmin::text), count(*) FROM {table}")
                assert cursor.fetchone() == (1, len(before))


def test_a_form_that_is_known_leads_to_nobody(room: Room, browsers: Callable) -> None:
    """Not even from a page left open: the token stands nowhere, and its hash does not lie beside an account."""
    vote, one = room.ask(), room.people[1][0]
    found = after(lambda: browsers(one, "answer", {"once": "a token from a page", "vote": vote.pk, "answer": "agree"}))
    assert not [table for table, rows in found.items() if "a token from a page" in repr(rows)]
    assert {len(row) for row in found["live_idempotencykey"]} == {2}  # a hash and a day


def test_two_copies_of_the_database_with_several_votes_between_them_tell_only_how_many(
    room: Room, browsers: Callable
) -> None:
    """Whoever copies it after each single vote sees that vote (the page says so); with more between, sums alone."""
    vote, side = room.ask(), room.people[1][:3]

    def votes(*given: str) -> None:
        for account, answer in zip(side, given, strict=True):
            browsers(account, "answer", {"vote": vote.pk, "answer": answer})

    orders = [("agree", "agree", "disagree"), ("agree", "disagree", "agree"), ("disagree", "agree", "agree")]
    worlds = [without_digests(after(lambda order=order: votes(*order))) for order in orders]
    assert worlds[0] == worlds[1] == worlds[2]


def test_a_closed_session_leaves_nobody_in_the_room(room: Room) -> None:
    """The whole database is searched for everybody who queued, spoke, voted and answered."""
    vote = room.ask()
    room.answers(vote, 1, ["agree"] * 6 + ["disagree"] * 2)
    room.answers(vote, 2, ["agree"] * 6)
    for account in room.people[1][:4]:
        room.ask_floor(account)
    room.give_floor(room.people[1][0])
    checkin = actions.open_checkin(room.session, by=room.by, now=room.began, token="open")
    actions.check_in(room.session, checkin.pk, 3, "", account=room.people[2][0], token="in")
    assert named_in_the_room(room) == ["convene_checkinroll", "convene_hand", "convene_rollcall"]
    room.close_vote(vote)
    room.close()
    assert named_in_the_room(room) == []
    found = dump()
    assert [table for table in ("convene_clockpress", "convene_floor", "convene_sidecount") if found[table]] == []


def named_in_the_room(room: Room) -> list[str]:
    """Tables of the room that hold the key of somebody who is in it."""
    keys = [account.pk.hex for people in room.people.values() for account in people]
    held = {table: repr(rows).replace("-", "") for table, rows in dump().items() if table.startswith("convene_")}
    return [table for table, rows in held.items() if any(key in rows for key in keys)]
