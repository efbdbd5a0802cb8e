"""The tamper drill: edits, deletions, reorderings, truncations and forks of an export are all found."""

from __future__ import annotations

import json
import os
import random

import pytest
from django.db import transaction

from tracktwo.cli.methods import verify_record
from tracktwo.foundation.ledger.actions import export, record
from tracktwo.foundation.ledger.archive import stored_zip
from tracktwo.methods.record import canonical_json, entry_hash, start_of_chain

BOOK = "0f" * 16
DRILLS = int(os.environ.get("TRACKTWO_TAMPERINGS", "200"))
ENTRIES = 24


@pytest.fixture
def exported(db, tmp_path, settings):
    settings.TRACKTWO_DATA_DIR = tmp_path
    with transaction.atomic():
        for version in range(ENTRIES):
            record("rules.adopted", book=BOOK, role="convener", version=version, digest=f"{version:064x}")
    return export(BOOK)


def chained(leaves):
    """The lines of a record of these leaves, renumbered and chained as they should be: a careful forger's work."""
    previous, lines = start_of_chain(BOOK), []
    for seq, leaf in enumerate(leaves):
        data = canonical_json({**leaf, "seq": seq})
        following = entry_hash(previous, data)
        lines.append(canonical_json({"hash": following.hex(), "leaf": json.loads(data), "previous": previous.hex()}))
        previous = following
    return b"".join(line + b"\n" for line in lines)


def edit_a_byte(chance, data):
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def cut_the_file(chance, data):
    return data[: chance.randrange(len(data))]


def add_to_the_file(chance, data):
    return data + chance.randbytes(chance.randint(1, 9))


def edit_a_file(chance, data):
    files = dict(verify_record.read_zip(data)[0])
    name = chance.choice(verify_record.NAMES)
    return stored_zip(list({**files, name: edit_a_byte(chance, files[name])}.items()))


def with_lines(change):
    """Tamper with whole lines and pack the ZIP again, properly."""

    def tamper(chance, data):
        files = dict(verify_record.read_zip(data)[0])
        lines = files["record.jsonl"].splitlines(keepends=True)
        change(chance, lines)
        return stored_zip(list({**files, "record.jsonl": b"".join(lines)}.items()))

    return tamper


def with_leaves(change):
    """Tamper with the leaves, then number and chain them anew and pack the ZIP again."""

    def tamper(chance, data):
        files = dict(verify_record.read_zip(data)[0])
        leaves = [json.loads(line)["leaf"] for line in files["record.jsonl"].splitlines()]
        change(chance, leaves)
        return stored_zip(list({**files, "record.jsonl": chained(leaves)}.items()))

    return tamper


def edit(chance, leaves):
    chance.choice(leaves)["facts"]["version"] += chance.randint(1, 9)


def delete(chance, each):
    del each[chance.randrange(len(each))]


def reorder(chance, each):
    one, other = chance.sample(range(len(each)), 2)
    each[one], each[other] = each[other], each[one]


def truncate(chance, each):
    del each[chance.randrange(len(each)) :]


def insert(chance, each):
    each.insert(chance.randrange(len(each)), chance.choice(each))


def fork(chance, leaves):
    place = chance.randrange(len(leaves))
    leaves[place:] = [{**leaf, "role": "machine"} for leaf in leaves[place:]]


TAMPERINGS = {
    "a byte of the file": edit_a_byte,
    "the file cut": cut_the_file,
    "something added": add_to_the_file,
    "a byte of a file inside": edit_a_file,
    "a line deleted": with_lines(delete),
    "lines reordered": with_lines(reorder),
    "lines cut off": with_lines(truncate),
    "a line repeated": with_lines(insert),
    "a fact edited and chained anew": with_leaves(edit),
    "an entry deleted and chained anew": with_leaves(delete),
    "entries reordered and chained anew": with_leaves(reorder),
    "entries cut off and chained anew": with_leaves(truncate),
    "an entry slipped in and chained anew": with_leaves(insert),
    "a fork": with_leaves(fork),
}


def test_every_tampering_is_rejected_and_the_original_accepted(exported, tmp_path):
    chance = random.Random(20260301)
    place = tmp_path / "record.zip"
    accepted = []
    for number in range(DRILLS):
        kind = list(TAMPERINGS)[number % len(TAMPERINGS)]
        tampered = TAMPERINGS[kind](chance, exported)
        assert tampered != exported
        place.write_bytes(tampered)
        if verify_record.verify(place).valid:
            accepted.append((number, kind))
    assert accepted == []
    place.write_bytes(exported)
    assert verify_record.verify(place).wrong == ""


def test_a_forgers_chain_is_that_of_the_record_itself(exported):
    files = dict(verify_record.read_zip(exported)[0])
    leaves = [json.loads(line)["leaf"] for line in files["record.jsonl"].splitlines()]
    assert chained(leaves) == files["record.jsonl"]
    assert stored_zip(list(files.items())) == exported


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("a line deleted", "Entry 7 is out of its place."),
        ("lines cut off", "The record has 7 entries, its checkpoint says 24."),
        ("a fact edited and chained anew", "The entries do not give the root that the host signed."),
        ("an entry deleted and chained anew", "The record has 23 entries, its checkpoint says 24."),
        ("entries reordered and chained anew", "The entries do not give the root that the host signed."),
        ("a fork", "The entries do not give the root that the host signed."),
    ],
)
def test_a_tampering_is_named_by_what_it_changed(exported, tmp_path, kind, sentence):
    place = tmp_path / "record.zip"
    place.write_bytes(TAMPERINGS[kind](random.Random(3), exported))
    assert verify_record.verify(place).wrong == sentence
