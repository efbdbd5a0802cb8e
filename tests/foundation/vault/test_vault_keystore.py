"""The keystore: who opens it, how it lies on disk, and that nobody's key is lost or comes back."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from uuid import uuid4

import pytest

from tests.vault_place import OFFICERS
from tracktwo.foundation.vault.actions import every_pair, found_vault
from tracktwo.foundation.vault.ciphers import new_key, public_of
from tracktwo.foundation.vault.keystore import chain, file, openings, shredded
from tracktwo.methods.record import Refusal

SMALL = file.Stretching(name="argon2id", memory_kib=64, passes=1)


def root_of(place: Path, *officers: str) -> bytes:
    return openings.unwrap(file.read(), {officer: OFFICERS[officer] for officer in officers})


def test_any_two_of_three_officers_open_the_same_root(vault: Path) -> None:
    roots = {root_of(vault, *pair) for pair in combinations(OFFICERS, 2)}
    assert len(roots) == 1
    assert public_of(chain.root_private(roots.pop())).hex() == file.read()["root_public"]


@pytest.mark.parametrize("officer", OFFICERS)
def test_one_officer_alone_does_not_open(vault: Path, officer: str) -> None:
    with pytest.raises(Refusal) as refused:
        root_of(vault, officer)
    assert refused.value == Refusal("vault.officers_few", least=2)


def test_a_wrong_passphrase_does_not_open(vault: Path) -> None:
    with pytest.raises(Refusal) as refused:
        openings.unwrap(
            file.read(), {"first officer": OFFICERS["first officer"], "second officer": "gravel over slate"}
        )
    assert refused.value == Refusal("vault.passphrase_wrong")


def test_two_right_passphrases_open_beside_a_wrong_third(vault: Path) -> None:
    root = openings.unwrap(file.read(), OFFICERS | {"second officer": "misremembered"})
    assert root == root_of(vault, "first officer", "third officer")


def test_a_passphrase_typed_in_another_form_of_unicode_opens(keystore_place: Path) -> None:
    found_vault([{"officer": "é" * 12}])
    assert openings.unwrap(file.read(), {"officer": "e\u0301" * 12}) == openings.unwrap(
        file.read(), {"officer": "é" * 12}
    )


def test_letters_moved_from_one_passphrase_to_the_next_do_not_open(keystore_place: Path) -> None:
    opening = openings.wrap(new_key(), {"a": "marl peat", "b": "tuff"}, SMALL)
    content = {"openings": [opening], "stretching": SMALL}
    with pytest.raises(Refusal) as refused:
        openings.unwrap(content, {"a": "marl ", "b": "peattuff"})
    assert refused.value == Refusal("vault.passphrase_wrong")


def test_the_officers_of_an_opening_cannot_be_exchanged(vault: Path) -> None:
    content = file.read()
    for opening in content["openings"]:
        opening["officers"] = ["somebody else"]
    with pytest.raises(Refusal) as refused:
        openings.unwrap(content, {"somebody else": "marl under peat"})
    assert refused.value == Refusal("vault.passphrase_wrong")


def test_a_vault_is_not_founded_over_another(vault: Path) -> None:
    before = vault.read_bytes()
    with pytest.raises(Refusal) as refused:
        found_vault(every_pair(OFFICERS))
    assert refused.value == Refusal("vault.founded_already")
    assert vault.read_bytes() == before


def test_a_short_passphrase_founds_nothing(keystore_place: Path) -> None:
    with pytest.raises(Refusal) as refused:
        found_vault([{"officer": "elevenchars"}])
    assert refused.value == Refusal("vault.passphrase_short", least=12)
    assert not keystore_place.exists()


@pytest.mark.parametrize("openers", [[], [{}]])
def test_a_vault_without_officers_is_not_founded(keystore_place: Path, openers: list[dict[str, str]]) -> None:
    with pytest.raises(Refusal) as refused:
        found_vault(openers)
    assert refused.value == Refusal("vault.no_officers")


def test_only_its_owner_reads_any_file_of_the_keystore(vault: Path) -> None:
    person, place = uuid4(), uuid4()
    chain.add_compartment(place)
    chain.add_key(person, place)
    shredded.remember(person)
    old = os.umask(0)
    try:
        chain.add_key(person, place)
    finally:
        os.umask(old)
    assert {each.name: stat.S_IMODE(each.stat().st_mode) for each in vault.parent.iterdir()} == {
        "keystore.json": 0o600,
        "keystore.json.lock": 0o600,
        "keystore.json.shredded": 0o600,
    }
    assert stat.S_IMODE(vault.parent.stat().st_mode) == 0o700


def test_a_change_that_fails_changes_nothing(vault: Path) -> None:
    before = vault.read_bytes()
    with pytest.raises(KeyError), file.changing() as content:
        content["keys"].clear()
        content["compartments"]["nobody's"]  # noqa: B018 - the fault of this test
    assert vault.read_bytes() == before


def test_a_new_file_that_a_power_cut_left_behind_does_no_harm(vault: Path) -> None:
    vault.with_name("keystore.json.new").write_text('{"form":1,"openin')
    chain.add_compartment(place := uuid4())
    assert chain.has_compartment(place)


def test_a_compartment_keeps_its_first_key_pair(vault: Path) -> None:
    place = uuid4()
    chain.add_compartment(place)
    public = file.read()["compartments"][place.hex]["public"]
    chain.add_compartment(place)
    assert file.read()["compartments"][place.hex]["public"] == public


def test_root_opens_the_key_that_was_made_without_it(vault: Path) -> None:
    person, place = uuid4(), uuid4()
    chain.add_compartment(place)
    key_id, key = chain.add_key(person, place)
    assert chain.open_key(file.read(), key_id, root_of(vault, "first officer", "second officer")) == key


def test_another_root_opens_no_key(vault: Path) -> None:
    person, place = uuid4(), uuid4()
    chain.add_compartment(place)
    key_id, _key = chain.add_key(person, place)
    with pytest.raises(Refusal) as refused:
        chain.open_key(file.read(), key_id, new_key())
    assert refused.value == Refusal("vault.unreadable")


def test_a_key_entry_copied_to_another_person_does_not_open(vault: Path) -> None:
    place, root = uuid4(), root_of(vault, "first officer", "second officer")
    chain.add_compartment(place)
    one, _key = chain.add_key(uuid4(), place)
    other, _key = chain.add_key(uuid4(), place)
    content = file.read()
    content["keys"][one.hex] = content["keys"][other.hex]
    with pytest.raises(Refusal) as refused:
        chain.open_key(content, one, root)
    assert refused.value == Refusal("vault.unreadable")


def test_a_compartments_public_key_exchanged_for_another_is_found(vault: Path) -> None:
    place, root = uuid4(), root_of(vault, "first officer", "second officer")
    chain.add_compartment(place)
    key_id, _key = chain.add_key(uuid4(), place)
    content = file.read()
    content["compartments"][place.hex]["public"] = public_of(new_key()).hex()
    with pytest.raises(Refusal) as refused:
        chain.open_key(content, key_id, root)
    assert refused.value == Refusal("vault.unreadable")


def test_destroying_takes_every_key_of_the_person_and_no_other(vault: Path) -> None:
    gone, kept, place = uuid4(), uuid4(), uuid4()
    chain.add_compartment(place)
    chain.add_key(gone, place)
    chain.add_key(gone, place)
    kept_id, _key = chain.add_key(kept, place)
    assert chain.destroy_keys([gone]) == 2
    assert list(file.read()["keys"]) == [kept_id.hex]


def test_the_bytes_of_the_old_file_are_overwritten_when_keys_are_destroyed(vault: Path, tmp_path: Path) -> None:
    person, place = uuid4(), uuid4()
    chain.add_compartment(place)
    chain.add_key(person, place)
    old = tmp_path / "the old file under a second name"
    os.link(vault, old)
    chain.destroy_keys([person])
    assert old.read_bytes() == bytes(old.stat().st_size)
    assert old.stat().st_size > 0


def test_destroying_nobodys_keys_leaves_the_file_alone(vault: Path) -> None:
    before = vault.stat().st_ino
    assert chain.destroy_keys([uuid4()]) == 0
    assert vault.stat().st_ino == before


def test_tombstones_outlive_a_line_torn_by_a_power_cut(vault: Path) -> None:
    first, second = uuid4(), uuid4()
    shredded.remember(first)
    with shredded.place().open("ab") as torn:
        torn.write(uuid4().hex[:11].encode())
    shredded.remember(second)
    assert shredded.remembered() == {first, second}


def test_nobody_was_shredded_where_there_is_no_list(vault: Path) -> None:
    assert shredded.remembered() == frozenset()


WRITER = """
import sys, uuid
from pathlib import Path
from django.conf import settings
settings.configure(TRACKTWO_KEYSTORE=Path(sys.argv[1]))
from tracktwo.foundation.vault.keystore import chain
for _ in range(int(sys.argv[3])):
    print(chain.add_key(uuid.uuid4(), uuid.UUID(sys.argv[2]))[0].hex, flush=True)
"""


def test_writers_in_several_processes_lose_no_key(vault: Path) -> None:
    place = uuid4()
    chain.add_compartment(place)
    command = [sys.executable, "-c", WRITER, str(vault), place.hex, "25"]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = {line for writer in writers for line in writer.communicate(timeout=60)[0].split()}
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert len(told) == 75
    assert set(file.read()["keys"]) == told


def test_a_writer_killed_at_any_moment_leaves_a_whole_file_with_every_key_it_told(vault: Path) -> None:
    place = uuid4()
    chain.add_compartment(place)
    command = [sys.executable, "-c", WRITER, str(vault), place.hex, "100000"]
    told: set[str] = set()
    for keys in (1, 7, 20):
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        told |= {writer.stdout.readline().strip() for _ in range(keys)}
        writer.kill()
        told |= {line for line in writer.communicate(timeout=30)[0].split() if len(line) == 32}
    assert told <= set(json.loads(vault.read_bytes())["keys"])
    assert len(told) >= 28
