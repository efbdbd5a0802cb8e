"""The record in the database: a closed list, added and never changed, signed, exported, and checked without us."""

from __future__ import annotations

import io
import re
import stat
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction
from django.db.utils import ConnectionHandler
from django.test import override_settings

from tracktwo.cli.methods import verify_record
from tracktwo.foundation.ledger.actions import export, record, sign_checkpoint
from tracktwo.foundation.ledger.deeds import ALL, DEEDS, OWN_FIELDS, ROLES
from tracktwo.foundation.ledger.models import Checkpoint, Entry
from tracktwo.foundation.ledger.queries import describe, list_entries
from tracktwo.foundation.ledger.triggers import put_up, take_down
from tracktwo.foundation.people.models import Role
from tracktwo.methods.record import Refusal, entry_hash, start_of_chain
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


# Signed


@pytest.mark.django_db
def test_the_hosts_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    first = sign_checkpoint(BOOK)
    place = tmp_path / "host.key"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    kept = place.read_text()
    adopt_rules()
    second = sign_checkpoint(BOOK)
    assert place.read_text() == kept
    assert first.note.splitlines()[0] == second.note.splitlines()[0]
    assert [file.name for file in tmp_path.iterdir()] == ["host.key"]


@pytest.mark.django_db
@pytest.mark.parametrize("damage", [lambda place: place.chmod(0o644), lambda place: place.write_text("birch")])
def test_a_key_that_others_can_read_or_that_is_damaged_is_not_used(damage, tmp_path):
    sign_checkpoint(BOOK)
    damage(tmp_path / "host.key")
    with pytest.raises(Refusal) as caught:
        sign_checkpoint("other")
    assert caught.value == Refusal("record.host_key")


@pytest.mark.django_db
def test_the_private_key_is_in_no_row(tmp_path):
    adopt_rules()
    export(BOOK)
    seed = (tmp_path / "host.key").read_text().strip()
    rows = repr([*Entry.objects.values(), *Checkpoint.objects.values()])
    assert seed not in rows


@pytest.mark.django_db
def test_a_checkpoint_is_signed_once_for_the_same_entries():
    adopt_rules()
    assert sign_checkpoint(BOOK).pk == sign_checkpoint(BOOK).pk


def rewrite(seq, **columns):
    """What somebody with the database in hands can do: take the triggers down and write."""
    take_down(connection)
    changes = ", ".join(f"{column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE ledger_entry SET {changes} WHERE book = %s AND seq = %s", [*columns.values(), BOOK, seq]
        )
    put_up(connection)


@pytest.mark.django_db
def test_a_damaged_chain_is_not_signed():
    for version in range(3):
        adopt_rules(version)
    rewrite(1, leaf=Entry.objects.get(seq=1).leaf.replace('"version":1', '"version":7'))
    with pytest.raises(Refusal) as caught:
        sign_checkpoint(BOOK)
    assert caught.value == Refusal("record.damaged", seq=1)


@pytest.mark.django_db
def test_a_rewritten_past_is_not_signed():
    adopt_rules(1)
    sign_checkpoint(BOOK)
    adopt_rules(2)
    rewrite_all(lambda leaf: leaf.replace('"version":1', '"version":7'))
    with pytest.raises(Refusal) as caught:
        sign_checkpoint(BOOK)
    assert caught.value == Refusal("record.rewritten", size=1)


def rewrite_all(change):
    """Rewrite every leaf and chain it anew, as a host could who means it."""
    previous = start_of_chain(BOOK)
    for entry in list_entries(BOOK):
        leaf = change(entry.leaf)
        following = entry_hash(previous, leaf.encode())
        rewrite(entry.seq, leaf=leaf, previous=previous.hex(), hash=following.hex())
        previous = following


# Exported, and checked without us


@pytest.fixture
def written(db):
    """A book with a few decisions of several kinds."""
    at = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    for version in range(1, 12):
        adopt_rules(version, at=at + timedelta(minutes=version))
    record("invitation.issued", book=BOOK, role="convener", invited_role="«гарант»", invited_side=2, at=at)
    record("account.joined", book=BOOK, role="participant", side=2, at=at)
    return BOOK


def keep(place, data):
    place.write_bytes(data)
    return place


def test_the_export_is_the_same_bytes_for_the_same_record(written):
    assert export(BOOK) == export(BOOK)


def test_the_export_opens_as_an_ordinary_zip(written):
    with zipfile.ZipFile(io.BytesIO(export(BOOK))) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == verify_record.NAMES
        assert len(opened.read("record.jsonl").splitlines()) == 13


def test_the_export_verifies_with_nothing_but_the_file_and_the_zip(written, tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    zip_file = keep(alone / "record.zip", export(BOOK))
    with zipfile.ZipFile(zip_file) as opened:
        program = keep(alone / "check.py", opened.read("verify_record.py"))
    done = subprocess.run(
        [sys.executable, "-I", "-S", program, zip_file], env={}, cwd=alone, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[-1] == "valid"


def test_a_tampered_export_ends_the_program_with_one(written, tmp_path):
    data = export(BOOK).replace(b'"version":3', b'"version":4', 1)
    program = Path(verify_record.__file__)
    done = subprocess.run(
        [sys.executable, "-I", "-S", program, keep(tmp_path / "record.zip", data)], env={}, capture_output=True
    )
    assert done.returncode == 1
    assert done.stdout.decode().splitlines()[-1] == "Entry 2 does not have the hash it states."


@pytest.mark.django_db
def test_an_empty_record_verifies(tmp_path):
    assert verify_record.verify(keep(tmp_path / "record.zip", export(BOOK))).wrong == ""


def test_an_old_checkpoint_is_found_in_the_longer_record(written, tmp_path):
    earlier = keep(tmp_path / "earlier.txt", sign_checkpoint(BOOK).note.encode())
    adopt_rules(99)
    report = verify_record.verify(keep(tmp_path / "record.zip", export(BOOK)), earlier)
    assert (report.wrong, report.checked[-3]) == ("", "the first 13 entries are those of the earlier checkpoint")


def test_an_old_checkpoint_exposes_a_past_that_the_host_itself_rewrote(written, tmp_path):
    earlier = keep(tmp_path / "earlier.txt", sign_checkpoint(BOOK).note.encode())
    rewrite_all(lambda leaf: leaf.replace('"version":5', '"version":6'))
    forget_checkpoints()
    forged = keep(tmp_path / "record.zip", export(BOOK))
    assert verify_record.verify(forged).wrong == ""
    assert verify_record.verify(forged, earlier).wrong == (
        "The past was rewritten: the first 13 entries are not those of the earlier checkpoint."
    )


def test_an_old_checkpoint_exposes_a_record_made_shorter(written, tmp_path):
    earlier = keep(tmp_path / "earlier.txt", sign_checkpoint(BOOK).note.encode())
    take_down(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE seq = 12")
    put_up(connection)
    forget_checkpoints()
    forged = keep(tmp_path / "record.zip", export(BOOK))
    assert verify_record.verify(forged, earlier).wrong == (
        "The record is shorter than it was at the earlier checkpoint."
    )


def forget_checkpoints():
    take_down(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_checkpoint")
    put_up(connection)


def test_a_record_signed_anew_by_somebody_else_is_found_by_the_hosts_key(written, tmp_path):
    key = sign_checkpoint(BOOK).note.splitlines()[0].split("/")[2]
    (tmp_path / "host.key").unlink()
    forged = keep(tmp_path / "record.zip", export(BOOK))
    assert verify_record.verify(forged, None, key).wrong == "The record is signed by another key than the one given."
