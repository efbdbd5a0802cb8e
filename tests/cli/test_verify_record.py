"""The file a sceptic runs: its signatures against RFC 8032 and another library, its answers, its independence."""

from __future__ import annotations

import ast
import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.conftest import REPOSITORY
from tracktwo.cli.methods import verify_record
from tracktwo.cli.methods.verify import verify
from tracktwo.cli.methods.verify_record import is_good_signature
from tracktwo.foundation.ledger.archive import stored_zip
from tracktwo.methods.record import merkle_root
from tracktwo.methods.record.merkle import leaf_hash
from tracktwo.methods.record.words import WORDS

PROGRAM = Path(verify_record.__file__)
# RFC 8032, section 7.1: public key, message, signature
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
ROOT = hashlib.sha256(b"root").digest()


def checkpoint_note(key=KEY, origin=None):
    public = key.public_key().public_bytes_raw()
    origin = origin or f"tracktwo/book/{public.hex()}"
    text = f"{origin}\n7\n{base64.b64encode(ROOT).decode()}\n"
    blob = verify_record.key_id(origin, public) + key.sign(text.encode())
    return f"{text}\n— {origin} {base64.b64encode(blob).decode()}\n"


def keep(place, text):
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


@pytest.mark.parametrize(("key", "message", "signature"), RFC_8032)
def test_the_signatures_of_rfc_8032_are_good(key, message, signature):
    assert is_good_signature(*map(bytes.fromhex, (key, message, signature)))


@pytest.mark.parametrize(("key", "message", "signature"), RFC_8032)
def test_a_signature_with_the_group_order_added_is_false(key, message, signature):
    # RFC 8032, section 8.4: without this check a signature has a second form
    data = bytes.fromhex(signature)
    larger = int.from_bytes(data[32:], "little") + verify_record.L
    assert not is_good_signature(bytes.fromhex(key), bytes.fromhex(message), data[:32] + larger.to_bytes(32, "little"))


@pytest.mark.parametrize("key", [bytes([1]) + bytes(31), bytes(32), b"\xff" * 32])
def test_a_key_under_which_anybody_can_sign_is_refused(key):
    neutral = bytes([1]) + bytes(31)
    assert not is_good_signature(key, b"anything", neutral + bytes(32))


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.integers(0, 511))
def test_signatures_of_another_library_are_good_until_a_bit_changes(seed, message, bit):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert is_good_signature(public, message, signature)
    assert not is_good_signature(public, message, bytes(changed))
    assert not is_good_signature(public, message + b"x", signature)


@given(st.lists(st.binary(max_size=4), max_size=40))
def test_its_root_is_that_of_the_house(leaves):
    assert verify_record.merkle_root(leaves) == merkle_root([leaf_hash(leaf) for leaf in leaves])


def test_its_words_are_those_of_the_house():
    assert tuple(verify_record.WORDS) == WORDS


def test_it_imports_the_standard_library_only_and_fits_an_evening():
    tree = ast.parse(PROGRAM.read_text())
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    from_elsewhere = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert (imported - sys.stdlib_module_names, from_elsewhere) == (set(), [])
    assert len(PROGRAM.read_text().splitlines()) <= 480


def test_a_checkpoint_alone_is_checked_by_the_key_it_names(tmp_path):
    report = verify_record.verify(keep(tmp_path / "checkpoint.txt", checkpoint_note()))
    assert (report.kind, report.wrong, report.size, report.key) == ("checkpoint", "", 7, PUBLIC.hex())
    assert report.checked == [f"the checkpoint is signed by the key {PUBLIC.hex()}"]


def test_a_key_known_by_another_way_is_compared(tmp_path):
    place = keep(tmp_path / "checkpoint.txt", checkpoint_note())
    assert verify_record.verify(place, None, PUBLIC.hex().upper()).checked[-1] == "the key is the one given"
    assert (
        verify_record.verify(place, None, "00" * 32).wrong == "The record is signed by another key than the one given."
    )


@given(st.integers(0, len(checkpoint_note().encode()) * 8 - 1))
@settings(deadline=None)
def test_any_changed_bit_of_a_checkpoint_is_found(tmp_path_factory, bit):
    data = bytearray(checkpoint_note().encode())
    data[bit // 8] ^= 1 << bit % 8
    assert not verify_record.verify(keep(tmp_path_factory.getbasetemp() / "changed.txt", bytes(data))).valid


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_file_is_answered(tmp_path_factory, data):
    assert not verify_record.verify(keep(tmp_path_factory.getbasetemp() / "any", data)).valid


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_record_in_a_proper_zip_is_answered(tmp_path_factory, data):
    files = [(name, data) for name in verify_record.NAMES]
    files[2] = ("checkpoint.txt", checkpoint_note().encode())
    place = keep(tmp_path_factory.getbasetemp() / "any.zip", stored_zip(files))
    assert not verify_record.verify(place).valid


@pytest.mark.parametrize(
    ("leaf", "sentence"),
    [
        ({}, "Entry 0 does not have the ten known fields."),
        ({"v": True}, "Entry 0 has a v in another form."),
        ({"seq": 1}, "Entry 0 is out of its place."),
        ({"book": "other"}, "Entry 0 is out of its place."),
        ({"role": "A Name"}, "Entry 0 has a role in another form."),
        ({"minute": "2026-03-01T10:05:59Z"}, "Entry 0 has a minute in another form."),
        ({"facts": {"x": "y" * 201}}, "Entry 0 has a fact in another form."),
        ({"facts": {"x": {}}}, "Entry 0 has a fact in another form."),
        ({"facts": {"x": True}}, "Entry 0 has a fact in another form."),
        ({"facts": {"x": "e\u0301"}}, "Entry 0 has a fact in another form."),
    ],
)
def test_a_leaf_in_another_form_is_named(leaf, sentence):
    whole = {"book": "book", "deed": "a.b", "facts": {}, "key": "", "kind": "", "minute": "2026-03-01T10:05Z"}
    whole |= {"role": "convener", "seq": 0, "side": None, "v": 1}
    with pytest.raises(verify_record.Wrong) as caught:
        verify_record.check_leaf({**whole, **leaf} if leaf else {}, "book", 0)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("line", [b'{"a":1.0}', b'{"a":NaN}', b'{"b":1,"a":1}', b'{"a":1,"a":1}', b"{", b"[" * 10**5])
def test_a_line_in_another_form_is_named(line):
    with pytest.raises(verify_record.Wrong) as caught:
        verify_record.read_canonical(line, 3)
    assert str(caught.value) == "Entry 3 is not in canonical form."


def test_it_runs_without_anything_else(tmp_path):
    place = keep(tmp_path / "checkpoint.txt", checkpoint_note())
    done = subprocess.run([sys.executable, "-I", "-S", PROGRAM, place, "--json"], env={}, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["valid"] is True


# The command of the house


@pytest.fixture
def command():
    app = typer.Typer()
    app.command()(verify)
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_command_ends_with_valid_and_zero(command, tmp_path):
    done = command(keep(tmp_path / "checkpoint.txt", checkpoint_note()), "--key", PUBLIC.hex())
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "valid")


def test_the_command_ends_with_the_first_thing_wrong_and_one(command, tmp_path):
    done = command(keep(tmp_path / "checkpoint.txt", checkpoint_note().replace("\n7\n", "\n8\n")))
    assert (done.exit_code, done.output) == (1, "The signature of the checkpoint is false.\n")


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG"])
def test_the_command_says_when_it_does_not_know_a_file(command, tmp_path, data):
    done = command(keep(tmp_path / "file", data))
    assert (done.exit_code, done.output) == (
        1,
        "This is neither a record export, nor a checkpoint, nor the proof of a draw.\n",
    )


def test_the_command_says_when_there_is_no_file(command, tmp_path):
    done = command(tmp_path / "absent")
    assert (done.exit_code, done.output) == (1, f"The file {tmp_path / 'absent'} cannot be read.\n")


def test_the_command_speaks_json(command, tmp_path):
    done = command(keep(tmp_path / "checkpoint.txt", checkpoint_note()), "--json")
    assert json.loads(done.output)["words"] == " ".join(WORDS[byte] for byte in ROOT[:8])


# The description


def test_the_reference_describes_the_fields_and_files_that_are_checked():
    page = (REPOSITORY / "docs" / "reference" / "record.md").read_text()
    rows = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    assert rows == [*verify_record.FIELDS, *verify_record.NAMES]
