"""The record in the database: a closed list of deeds, added and never changed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction
from django.db.utils import ConnectionHandler
from django.test import override_settings

from tracktwo.foundation.ledger.actions import record, sign_checkpoint
from tracktwo.foundation.ledger.deeds import ALL, DEEDS, OWN_FIELDS, ROLES
from tracktwo.foundation.ledger.models import Checkpoint, Cosignature, Entry
from tracktwo.foundation.ledger.queries import describe, list_entries
from tracktwo.foundation.ledger.triggers import TABLES
from tracktwo.foundation.people.models import Role
from tracktwo.methods.record import Refusal
from tracktwo.site.database import database_from

BOOK = "0f" * 16
DIGEST = "ab" * 32


@pytest.fixture(autouse=True)
def own_data_directory(tmp_path, settings):
    settings.TRACKTWO_DATA_DIR = tmp_path


def adopt_rules(version=1, book=BOOK, **more):
    return record("rules.adopted", book=book, role="convener", version=version, digest=DIGEST, **more)


def refused(**arguments):
    with pytest.raises(Refusal) as caught, transaction.atomic():
        record(**{"book": BOOK, "role": "convener", **arguments})
    return caught.value


# The closed list


@pytest.mark.django_db
def test_a_leaf_holds_the_decision_and_nothing_else():
    at = datetime(2026, 3, 1, 10, 5, 59, tzinfo=timezone(timedelta(hours=2)))
    entry = adopt_rules(side=2, kind="programme.rules", key="7", at=at)
    assert entry.leaf == (
        f'{{"book":"{BOOK}","deed":"rules.adopted","facts":{{"digest":"{DIGEST}","version":1}},"key":"7",'
        '"kind":"programme.rules","minute":"2026-03-01T08:05Z","role":"convener","seq":0,"side":2,"v":1}'
    )
    assert entry.made_at == datetime(2026, 3, 1, 8, 5, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "minute"),
    [
        ("participant", "2026-03-01T00:00Z"),
        ("nominee", "2026-03-01T00:00Z"),
        ("reader", "2026-03-01T00:00Z"),
        ("convener", "2026-03-01T23:05Z"),
        ("machine", "2026-03-01T23:05Z"),
    ],
)
def test_of_those_who_decide_for_themselves_the_record_tells_the_day_and_not_the_minute(role, minute):
    at = datetime(2026, 3, 2, 1, 5, 59, tzinfo=timezone(timedelta(hours=2)))
    entry = record("account.joined", book=BOOK, role=role, side=2, at=at)
    assert (entry.content["minute"], entry.made_at.strftime("%Y-%m-%dT%H:%MZ")) == (minute, minute)


@pytest.mark.django_db
def test_a_deed_outside_the_list_is_refused():
    assert refused(deed="room.said_something") == Refusal("record.deed_unknown", deed="room.said_something")


@pytest.mark.django_db
def test_a_fact_the_deed_does_not_declare_is_refused():
    assert refused(deed="account.joined", remark="x") == Refusal(
        "record.fact_unknown", deed="account.joined", fact="remark"
    )


@pytest.mark.django_db
def test_a_missing_fact_is_refused():
    assert refused(deed="rules.adopted", version=1) == Refusal(
        "record.fact_missing", deed="rules.adopted", fact="digest"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("version", "x" * 201),
        ("version", "two\nlines"),
        ("version", 0.25),
        ("version", True),
        ("version", None),
        ("digest", "birch"),
        ("digest", DIGEST.upper()),
    ],
)
def test_a_fact_in_another_form_is_refused(fact, value):
    facts = {"version": 1, "digest": DIGEST, fact: value}
    assert refused(deed="rules.adopted", **facts) == Refusal("record.fact_form", deed="rules.adopted", field=fact)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [("role", "birch"), ("side", 0), ("side", True), ("kind", "A sentence."), ("key", "a b"), ("book", "")],
)
def test_a_field_in_another_form_is_refused(field, value):
    assert refused(deed="account.joined", **{field: value}) == Refusal(
        "record.fact_form", deed="account.joined", field=field
    )


def test_no_deed_is_listed_twice_and_no_fact_is_named_like_a_field():
    assert len(DEEDS) == len(ALL)
    assert [deed.code for deed in ALL if OWN_FIELDS & set(deed.facts)] == []


def test_every_sentence_uses_only_facts_its_deed_declares():
    strangers = {deed.code: set(re.findall(r"%\((\w+)\)s", deed.sentence)) - set(deed.facts) for deed in ALL}
    assert {code: names for code, names in strangers.items() if names} == {}


def test_every_role_of_an_account_can_act_in_the_record():
    assert sorted(set(Role.values) - ROLES.keys()) == []


@pytest.mark.django_db
def test_an_entry_is_described_in_the_readers_language():
    entry = record("invitation.issued", book=BOOK, role="convener", invited_role="guarantor", invited_side=1)
    german = {"Invitation issued: %(invited_role)s": "Eingeladen: %(invited_role)s", "guarantor": "Bürge"}
    assert describe(entry, lambda text: german[text]) == "Eingeladen: Bürge"


@pytest.mark.django_db
def test_a_digest_is_described_by_its_beginning():
    assert describe(adopt_rules(3), str) == "Ground rules adopted: version 3 (abababababab…)"


@pytest.mark.django_db
def test_entries_are_found_by_object_and_by_deed():
    one = record("account.joined", book=BOOK, role="reader", kind="people.account", key="1")
    record("account.joined", book=BOOK, role="reader", kind="people.account", key="11")
    rules = adopt_rules()
    assert list(list_entries(BOOK, kind="people.account", key="1")) == [one]
    assert list(list_entries(BOOK, deed="rules.adopted")) == [rules]


# Added, never changed


@pytest.mark.django_db
def test_entries_are_chained_in_their_own_book():
    first, other, second = adopt_rules(1), adopt_rules(1, book="other"), adopt_rules(2)
    assert (first.seq, other.seq, second.seq) == (0, 0, 1)
    assert second.previous == first.hash
    assert first.previous != other.previous


@pytest.mark.django_db(transaction=True)
def test_recording_outside_a_transaction_is_an_error():
    with pytest.raises(transaction.TransactionManagementError):
        adopt_rules()


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_fails_leaves_no_entry():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        adopt_rules()
        raise ZeroDivisionError
    assert Entry.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(leaf="{}"),
        lambda entry: Entry.objects.all().delete(),
    ],
)
def test_changing_an_entry_is_refused_with_a_sentence(change):
    with pytest.raises(Refusal) as caught:
        change(adopt_rules())
    assert caught.value == Refusal("record.append_only")


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["ledger_entry", "ledger_checkpoint"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET book = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_the_record(table, statement):
    adopt_rules()
    sign_checkpoint(BOOK)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert (Entry.objects.count(), Checkpoint.objects.count()) == (1, 1)


def cosigned():
    kept = {"side": 1, "digest": DIGEST, "key": DIGEST, "signature": DIGEST * 2}
    return Cosignature.objects.create(checkpoint=sign_checkpoint(BOOK), **kept)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE {} SET signature = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_remove_a_co_signature(statement):
    kept = cosigned()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("ledger_cosignature"))
    assert Cosignature.objects.get().signature == kept.signature


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_no_table_of_the_record_can_be_truncated():
    cosigned()
    connection.check_constraints()  # else PostgreSQL truncates nothing here for a reason of its own
    for table in TABLES:
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
    assert Cosignature.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite can replace a row by inserting")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("by", ["its number", "what stands once"])
def test_inserting_over_a_row_of_the_record_is_refused(table, by):
    adopt_rules()
    cosigned()
    with connection.cursor() as cursor:
        row = cursor.execute(f"SELECT * FROM {table}").fetchone()
        names = [column[0] for column in cursor.description]
        changed = {"id": 99} if by == "what stands once" else dict.fromkeys(TABLES[table], 7)
        values = [changed.get(name, value) for name, value in zip(names, row, strict=True)]
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            marks = ", ".join(["%s"] * len(values))
            cursor.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
        assert cursor.execute(f"SELECT * FROM {table}").fetchall() == [row]


@pytest.mark.django_db
def test_the_database_refuses_a_second_entry_in_the_same_place():
    entry = adopt_rules()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(
            book=BOOK, seq=0, deed="account.joined", leaf="{}", previous="", hash="", made_at=entry.made_at
        )


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite can replace a row by inserting")
@pytest.mark.parametrize("column", ["id", "seq"])
def test_inserting_over_an_entry_is_refused(column):
    entry = adopt_rules()
    place = {"id": (entry.id, 9), "seq": (entry.id + 9, 0)}[column]
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO ledger_entry (id, seq, book, deed, leaf, previous, hash, made_at)"
            " VALUES (%s, %s, %s, 'x', '{}', '', '', '2026-01-01')",
            [*place, BOOK],
        )
    assert Entry.objects.get().hash == entry.hash


@pytest.mark.django_db
def test_emptying_the_database_is_refused_outside_a_test_run():
    adopt_rules()
    with override_settings(ALLOWED_HOSTS=["localhost"]), pytest.raises(CommandError):
        call_command("flush", interactive=False)
    assert Entry.objects.count() == 1


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """What a thread calls to reach one database with the others: SQLite's own test database admits one writer only."""
    if connection.vendor != "sqlite":
        return lambda: None
    handler = ConnectionHandler({"default": database_from("", tmp_path / "shared.sqlite3")})

    def join():
        connections["default"] = handler.create_connection("default")

    in_thread(lambda: (join(), call_command("migrate", "ledger", verbosity=0)))
    return join


def in_thread(*deeds):
    """Run deeds side by side, each with its own connection; what they return, or the first fault raised."""
    with ThreadPoolExecutor(len(deeds)) as threads:
        return [done.result() for done in [threads.submit(closing, deed) for deed in deeds]]


def closing(deed):
    try:
        return deed()
    finally:
        connections.close_all()


def test_concurrent_writers_keep_one_chain(shared_database):
    def write():
        shared_database()
        for version in range(10):
            with transaction.atomic():
                adopt_rules(version)

    def read():
        shared_database()
        return [entry.seq for entry in list_entries(BOOK)], sign_checkpoint(BOOK).size

    in_thread(write, write, write, write)
    assert in_thread(read) == [(list(range(40)), 40)]
