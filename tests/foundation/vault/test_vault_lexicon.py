"""The keyed lexicon: made when the vault is opened, asked while it is sealed, gone when the machine was switched off."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as house

from tests.cast import NOW, Cast
from tests.vault_place import deeds, two_officers
from tracktwo.foundation.people.models import Compartment, Standing
from tracktwo.foundation.vault import actions
from tracktwo.foundation.vault.discretion import Linted, lint_passage
from tracktwo.foundation.vault.keystore import awake, file
from tracktwo.foundation.vault.models import IdentityField, LexiconPage

OLENA = {
    "name": "Олена Зозуленко / Olena Zozulenko",
    "contact": "o.zozulenko@stones.example, +380 67 123 45 67; @olena_zz",
    "affiliation": "Інститут каменів",
}
PETRO = {"name": "Петро Криничко", "contact": "petro@stones.example"}
PASSAGE = "Про це говорила Зозуленко."


@pytest.fixture
def place(cast: Cast) -> Compartment:
    return cast.programme.compartment


@pytest.fixture
def officer(cast: Cast) -> Standing:
    return cast.by(cast.officer, "vault.reveal")


def open_and_seal(officer: Standing) -> None:
    actions.unseal(two_officers(), by=officer, now=NOW)
    actions.seal(by=officer, now=NOW)


def switch_off() -> None:
    Path(house.TRACKTWO_LEXICON_KEYS).unlink()


def names(linted: Linted) -> list[str]:
    return [hit.reason for hit in linted.hits if hit.kind == "name"]


def test_the_lint_works_sealed_once_the_vault_has_been_opened(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    actions.keep_identity(place, OLENA)
    before = lint_passage(place, PASSAGE)
    open_and_seal(officer)
    after = lint_passage(place, PASSAGE)
    assert (names(before), before.asleep, before.unknown) == ([], True, 1)
    assert (names(after), after.asleep, after.unknown) == (["surname"], False, 0)
    assert len(after.certain) == 1


def test_every_part_of_a_contact_is_taught(vault: Path, place: Compartment, officer: Standing) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    text = "o.zozulenko@stones.example, 067 123-45-67, @olena_zz, в Інституті каменів, Zozulenko"
    found = [hit.reason for hit in lint_passage(place, text).hits]
    assert found == ["email", "phone", "handle", "whole_affiliation", "surname"]


def test_that_identities_are_read_for_it_stands_in_the_record(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    open_and_seal(officer)
    made = [deed for deed in deeds(place.book) if deed.startswith("vault.")]
    assert made == ["vault.unsealed", "vault.lexicon_made", "vault.sealed", "vault.unsealed", "vault.sealed"]


def test_whoever_comes_in_while_it_is_sealed_is_found_at_once(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    actions.keep_identity(place, PETRO)
    linted = lint_passage(place, "Криничкові не сказали.")
    assert (names(linted), linted.unknown) == (["surname_declined"], 0)


def test_a_machine_that_was_switched_off_has_forgotten_and_says_so(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    switch_off()
    asleep = lint_passage(place, PASSAGE)
    actions.keep_identity(place, PETRO)
    open_and_seal(officer)
    assert (names(asleep), asleep.asleep, asleep.unknown) == ([], True, 1)
    assert len(names(lint_passage(place, "Зозуленко й Криничко."))) == 2


def test_other_kinds_are_found_while_it_sleeps(vault: Path, place: Compartment) -> None:
    assert [hit.kind for hit in lint_passage(place, "They met in Kiev.").hits] == ["term"]
    assert not lint_passage(place, "They met in Kiev.").asleep


def test_shredding_somebody_removes_the_forms_and_changes_the_key(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    olena, petro = actions.keep_identity(place, OLENA), actions.keep_identity(place, PETRO)
    open_and_seal(officer)
    old_key, old_page = awake.key_of(place.id), _page(petro)
    actions.shred(olena, by=officer)
    gone = lint_passage(place, "Зозуленко й Криничко.")
    open_and_seal(officer)
    assert (names(gone), LexiconPage.objects.count()) == (["surname"], 1)
    assert awake.key_of(place.id) != old_key
    assert _page(petro) != old_page
    assert names(lint_passage(place, "Зозуленко й Криничко.")) == ["surname"]


def test_with_the_last_person_the_key_goes_too(vault: Path, place: Compartment, officer: Standing) -> None:
    olena = actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    actions.shred(olena, by=officer)
    assert awake.key_of(place.id) is None
    assert place.id.hex not in file.read().get("lexicons", {})


def test_another_programme_is_asked_nothing(vault: Path, cast: Cast, place: Compartment, officer: Standing) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    assert names(lint_passage(cast.other_programme.compartment, PASSAGE)) == []


def test_somebody_who_cannot_be_read_is_counted_and_keeps_nobody_else_out(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    olena = actions.keep_identity(place, OLENA)
    actions.keep_identity(place, PETRO)
    IdentityField.objects.filter(person=olena).update(ciphertext=b"moth-eaten" * 8)
    open_and_seal(officer)
    linted = lint_passage(place, "Зозуленко й Криничко.")
    assert (names(linted), linted.unknown) == (["surname"], 1)


def test_no_letter_of_a_name_lies_in_page_keystore_or_key_file(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    olena = actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    kept = _page(olena) + vault.read_bytes() + Path(house.TRACKTWO_LEXICON_KEYS).read_bytes()
    assert not any(word.encode() in kept for word in ("Зозуленко", "zozulenko", "Zozulenko", "olena", "stones"))
    assert Path(house.TRACKTWO_LEXICON_KEYS).stat().st_mode & 0o077 == 0


def test_a_damaged_key_file_is_a_lexicon_asleep(vault: Path, place: Compartment, officer: Standing) -> None:
    actions.keep_identity(place, OLENA)
    open_and_seal(officer)
    Path(house.TRACKTWO_LEXICON_KEYS).write_bytes(b"{half")
    assert lint_passage(place, PASSAGE).asleep


def _page(person: UUID) -> bytes:
    return bytes(LexiconPage.objects.get(person=person).forms)
