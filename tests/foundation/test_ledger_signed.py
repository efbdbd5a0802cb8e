"""The record signed and given out: the host's key, checkpoints, the export, and checking it without us."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from tracktwo.cli.methods import verify_record
from tracktwo.foundation.ledger.actions import export, record, sign_checkpoint
from tracktwo.foundation.ledger.models import Checkpoint, Entry
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.ledger.triggers import put_up, take_down
from tracktwo.methods.record import Refusal, entry_hash, start_of_chain

BOOK = "0f" * 16
DIGEST = "ab" * 32


@pytest.fixture(autouse=True)
def own_data_directory(tmp_path, settings):
    settings.TRACKTWO_DATA_DIR = tmp_path


def adopt_rules(version=1, book=BOOK, **more):
    return record("rules.adopted", book=book, role="convener", version=version, digest=DIGEST, **more)


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
