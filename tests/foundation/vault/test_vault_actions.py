"""The deeds: writing while sealed, revealing with a reason on record first, shredding for good."""

from __future__ import annotations

import logging
import shutil
import traceback
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, Cast, person
from tests.vault_place import OFFICERS, deeds, two_officers
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Compartment, Role, Standing
from tracktwo.foundation.vault import actions, memory, queries
from tracktwo.foundation.vault.keystore import file, shredded
from tracktwo.foundation.vault.models import IdentityField, Person, Reveal
from tracktwo.methods.record import Refusal

MARKED = {
    "name": "Canary Prvnizkvazka",
    "contact": "canary.prvnizkvazka@nowhere.invalid",
    "affiliation": "Canary Instytut",
}
REASON = "To write the canary's letter of invitation"


@pytest.fixture
def place(cast: Cast) -> Compartment:
    return cast.programme.compartment


@pytest.fixture
def officer(cast: Cast) -> Standing:
    return cast.by(cast.officer, "vault.reveal")


def unseal(by: Standing, now: datetime = NOW) -> None:
    actions.unseal(two_officers(), by=by, now=now)


def reveal(who: UUID, by: Standing, now: datetime = NOW, reason: str = REASON) -> dict[str, str]:
    return actions.reveal(who, account=by.account, reason=reason, by=by, now=now)


def refused(who: UUID, by: Standing, **more: object) -> Refusal:
    with pytest.raises(Refusal) as raised:
        reveal(who, by, **more)  # type: ignore[arg-type]  # what reveal takes
    return raised.value


def test_an_identity_is_kept_while_sealed_and_read_when_unsealed(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    assert reveal(who, officer) == MARKED


def test_a_reveal_while_sealed_is_refused_and_not_recorded(vault: Path, place: Compartment, officer: Standing) -> None:
    who = actions.keep_identity(place, MARKED)
    assert refused(who, officer) == Refusal("vault.sealed")
    assert "vault.revealed" not in deeds(place.book)
    assert Reveal.objects.count() == 0


def test_a_reveal_is_recorded_even_if_nothing_can_be_decrypted(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    IdentityField.objects.filter(field="name").update(ciphertext=b"moth-eaten" * 8)
    assert refused(who, officer) == Refusal("vault.unreadable")
    assert deeds(place.book).count("vault.revealed") == 1
    assert Reveal.objects.filter(person=who, account=officer.account).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_reveal_inside_a_transaction_is_impossible_because_it_could_be_taken_back(vault: Path) -> None:
    place = Compartment.objects.create()
    officer = grant(person("Basalt"), place, Role.OFFICER)
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    with pytest.raises(RuntimeError), transaction.atomic():
        reveal(who, officer)
    assert reveal(who, officer) == MARKED
    assert deeds(place.book).count("vault.revealed") == 1


@pytest.mark.parametrize("reason", ["", "nine char", " " * 12, "a" * 401])
def test_a_reveal_needs_a_reason_of_some_length(
    vault: Path, place: Compartment, officer: Standing, reason: str
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    assert refused(who, officer, reason=reason) == Refusal("vault.reason_length", least=10, most=400)
    assert "vault.revealed" not in deeds(place.book)


def test_nobody_reveals_a_person_of_another_programme(
    vault: Path, cast: Cast, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(cast.other_programme.compartment, MARKED)
    unseal(officer)
    assert refused(who, officer) == Refusal("vault.person_unknown")


def test_an_officer_of_a_programme_reveals_whoever_is_in_its_workshops(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(Compartment.objects.create(parent=place), MARKED)
    unseal(officer)
    assert reveal(who, officer) == MARKED


def test_one_account_reveals_twenty_an_hour_and_no_more(vault: Path, place: Compartment, officer: Standing) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    for minute in range(20):
        reveal(who, officer, NOW + timedelta(minutes=minute))
    later = NOW + timedelta(minutes=59)
    unseal(officer, later)
    assert refused(who, officer, now=later) == Refusal("vault.quota", limit=20)
    assert reveal(who, officer, NOW + timedelta(minutes=60)) == MARKED
    assert deeds(place.book).count("vault.revealed") == 21


def test_the_vault_seals_itself_thirty_minutes_after_the_latest_reveal(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    reveal(who, officer, NOW + timedelta(minutes=29))
    assert not queries.is_sealed(NOW + timedelta(minutes=58))
    assert queries.is_sealed(NOW + timedelta(minutes=59))
    assert queries.is_sealed(NOW)


def test_a_vault_in_which_nobody_looks_seals_itself_after_thirty_minutes(vault: Path, officer: Standing) -> None:
    unseal(officer)
    assert queries.open_until(NOW) == NOW + timedelta(minutes=30)
    assert queries.is_sealed(NOW + timedelta(minutes=30))


def test_root_is_forgotten_by_an_alarm_if_nobody_ever_asks_again(
    vault: Path, officer: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "IDLE", timedelta(milliseconds=30))
    unseal(officer)
    held = memory._held
    assert held is not None
    held.alarm.join(timeout=5)
    assert memory._held is None
    assert held.root == bytes(32)


def test_sealing_is_recorded_once_and_forgets_root(vault: Path, place: Compartment, officer: Standing) -> None:
    unseal(officer)
    actions.seal(by=officer, now=NOW)
    actions.seal(by=officer, now=NOW)
    assert queries.is_sealed(NOW)
    assert deeds(place.book).count("vault.sealed") == 1


def test_unsealing_is_written_into_the_record_of_every_programme_it_opens(
    vault: Path, cast: Cast, place: Compartment, officer: Standing
) -> None:
    unseal(officer)
    assert [
        deeds(each.compartment.book).count("vault.unsealed") for each in (cast.programme, cast.other_programme)
    ] == [1, 1]


def test_a_wrong_passphrase_leaves_the_vault_sealed_and_makes_the_account_wait(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    wrong = OFFICERS | dict.fromkeys(OFFICERS, "another passphrase")
    codes = []
    for _try in range(5):
        with pytest.raises(Refusal) as raised:
            actions.unseal(wrong, by=officer, now=NOW)
        codes.append(raised.value.code)
    assert codes == ["vault.passphrase_wrong"] * 4 + ["people.wait"]
    assert queries.is_sealed(NOW)
    assert "vault.unsealed" not in deeds(place.book)


def test_the_same_contact_is_refused_in_other_letters_and_nothing_is_named(vault: Path, place: Compartment) -> None:
    actions.keep_identity(place, MARKED)
    with pytest.raises(Refusal) as raised:
        actions.keep_identity(place, {"name": "Somebody", "contact": f"  {MARKED['contact'].upper()} "})
    assert raised.value == Refusal("vault.known_already")
    assert Person.objects.count() == 1
    assert len(file.read()["keys"]) == 1


def test_the_same_contact_in_two_programmes_cannot_be_linked(vault: Path, cast: Cast, place: Compartment) -> None:
    actions.keep_identity(place, MARKED)
    actions.keep_identity(cast.other_programme.compartment, MARKED)
    assert len(set(Person.objects.values_list("lookup", flat=True))) == 2


@pytest.mark.parametrize("identity", [{}, {"name": "  "}, {"affiliation": "an institute"}])
def test_an_identity_without_name_and_contact_is_refused(
    vault: Path, place: Compartment, identity: dict[str, str]
) -> None:
    with pytest.raises(Refusal) as raised:
        actions.keep_identity(place, identity)
    assert raised.value == Refusal("vault.identity_empty")


def test_a_field_that_is_too_long_is_refused(vault: Path, place: Compartment) -> None:
    with pytest.raises(Refusal) as raised:
        actions.keep_identity(place, {"name": "a" * 401})
    assert raised.value == Refusal("vault.identity_long", limit=400)


def test_a_field_the_vault_does_not_name_is_a_mistake_in_the_code(vault: Path, place: Compartment) -> None:
    with pytest.raises(ValueError, match="the vault keeps only the fields it names"):
        actions.keep_identity(place, MARKED | {"passport": "canary"})


def test_nothing_is_kept_where_there_is_no_vault(keystore_place: Path, place: Compartment) -> None:
    with pytest.raises(Refusal) as raised:
        actions.keep_identity(place, MARKED)
    assert raised.value == Refusal("vault.not_founded")
    assert Person.objects.count() == 0


def exchange(one: IdentityField, other: IdentityField) -> None:
    one.key_id, other.key_id = other.key_id, one.key_id
    one.nonce, other.nonce = other.nonce, one.nonce
    one.ciphertext, other.ciphertext = other.ciphertext, one.ciphertext
    one.save()
    other.save()


def test_ciphertext_exchanged_between_two_fields_of_one_person_is_found(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    exchange(IdentityField.objects.get(field="name"), IdentityField.objects.get(field="affiliation"))
    unseal(officer)
    assert refused(who, officer) == Refusal("vault.unreadable")


def test_ciphertext_exchanged_between_two_persons_is_found_for_both(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    pair = [actions.keep_identity(place, {"name": name}) for name in ("Canary One", "Canary Two")]
    exchange(*IdentityField.objects.all())
    unseal(officer)
    assert [refused(who, officer).code for who in pair] == ["vault.unreadable"] * 2


def test_an_older_text_is_not_passed_off_as_a_newer_version(vault: Path, place: Compartment, officer: Standing) -> None:
    who = actions.keep_identity(place, MARKED)
    IdentityField.objects.filter(field="name").update(version=2)
    unseal(officer)
    assert refused(who, officer) == Refusal("vault.unreadable")


def copy_of_the_database() -> list[object]:
    return [row for model in (Person, IdentityField, Reveal) for row in model.objects.all()]


def restore(rows: list[object]) -> None:
    for row in rows:
        row.save(force_insert=True)  # type: ignore[attr-defined]  # model instances


def test_a_shredded_person_cannot_be_read_from_an_older_copy_of_the_database(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    reveal(who, officer)
    older = copy_of_the_database()
    actions.shred(who, by=officer)
    assert refused(who, officer) == Refusal("vault.person_unknown")
    restore(older)
    assert [each.reason for each in queries.list_reveals(place, NOW)] == [""]
    assert refused(who, officer) == Refusal("vault.unreadable")


def test_shredding_one_person_leaves_the_others_readable(vault: Path, place: Compartment, officer: Standing) -> None:
    gone, kept = actions.keep_identity(place, MARKED), actions.keep_identity(place, {"name": "Canary Two"})
    actions.shred(gone, by=officer)
    unseal(officer)
    assert reveal(kept, officer) == {"name": "Canary Two"}
    assert deeds(place.book).count("vault.shredded") == 1
    assert [handle.person for handle in queries.list_handles(place)] == [kept]


def test_whoever_was_shredded_can_be_taken_in_again_later(vault: Path, place: Compartment, officer: Standing) -> None:
    first = actions.keep_identity(place, MARKED)
    actions.shred(first, by=officer)
    assert actions.keep_identity(place, MARKED) != first


def test_nobody_shreds_a_person_of_another_programme(vault: Path, cast: Cast, officer: Standing) -> None:
    who = actions.keep_identity(cast.other_programme.compartment, MARKED)
    with pytest.raises(Refusal) as raised:
        actions.shred(who, by=officer)
    assert raised.value == Refusal("vault.person_unknown")
    assert Person.objects.filter(pk=who).exists()


def test_a_restored_keystore_and_database_are_shredded_again_before_the_site_opens(
    vault: Path, place: Compartment, officer: Standing, tmp_path: Path
) -> None:
    gone, kept = actions.keep_identity(place, MARKED), actions.keep_identity(place, {"name": "Canary Two"})
    backup = shutil.copy(vault, tmp_path / "backup.json")
    older = copy_of_the_database()
    actions.shred(gone, by=officer)
    Person.objects.all().delete()
    shutil.copy(backup, vault)
    restore(older)
    assert actions.replay_tombstones() == 1
    assert {entry["person"] for entry in file.read()["keys"].values()} == {kept.hex}
    assert list(Person.objects.values_list("id", flat=True)) == [kept]
    assert deeds(place.book).count("vault.shredded") == 2
    assert actions.replay_tombstones() == 0


def test_a_shredding_cut_short_after_its_tombstone_is_finished_at_the_next_start(
    vault: Path, place: Compartment
) -> None:
    who = actions.keep_identity(place, MARKED)
    shredded.remember(who)
    assert actions.replay_tombstones() == 1
    assert file.read()["keys"] == {}
    assert not Person.objects.exists()


def test_replaying_is_quiet_where_there_is_no_vault(keystore_place: Path, db: None) -> None:
    assert actions.replay_tombstones() == 0


def everything_in_the_database() -> bytes:
    """Every value of every table, as the database itself holds it."""
    with connection.cursor() as cursor:
        values: list[bytes] = []
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                values += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(values)


def test_a_marked_identity_is_in_no_table_and_in_no_file_of_the_keystore(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    reveal(who, officer)
    dump = StringIO()
    call_command("dumpdata", "vault", "people", stdout=dump)
    seen = everything_in_the_database() + dump.getvalue().encode()
    seen += b"".join(each.read_bytes() for each in vault.parent.iterdir())
    assert who.hex.encode() in seen
    assert [word for word in (b"anary", b"zkvazka", b"nstytut", b"letter of") if word in seen.lower()] == []


def test_a_copy_of_the_database_opens_nothing_with_the_same_passphrases_and_another_keystore(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    vault.unlink()
    actions.found_vault(actions.every_pair(OFFICERS))
    actions.open_compartment(place)
    unseal(officer)
    with pytest.raises(Refusal) as raised:
        reveal(who, officer)
    assert raised.value == Refusal("vault.unreadable")


def test_no_log_line_and_no_traceback_carries_what_was_typed(
    vault: Path, place: Compartment, officer: Standing, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    reveal(who, officer)
    told = caplog.text
    for deed in (
        lambda: actions.keep_identity(place, MARKED),
        lambda: actions.keep_identity(place, MARKED | {"name": MARKED["name"] * 30}),
        lambda: actions.keep_identity(place, MARKED | {"canary": MARKED["name"]}),
        lambda: reveal(who, officer, reason="canary"),
        lambda: actions.unseal({"first officer": "canary passphrase"}, by=officer, now=NOW),
    ):
        with pytest.raises((Refusal, ValueError)) as raised:
            deed()
        told += "".join(traceback.format_exception_only(raised.value)) + repr(raised.value)
        told += repr(raised.value.__cause__)
    assert "anary" not in told


def test_reasons_are_read_by_officers_only_while_the_vault_is_unsealed(
    vault: Path, place: Compartment, officer: Standing
) -> None:
    who = actions.keep_identity(place, MARKED)
    unseal(officer)
    reveal(who, officer)
    told = [(each.alias, each.short, each.reason) for each in queries.list_reveals(place, NOW)]
    assert told == [("Basalt", who.hex[:8], REASON)]
    actions.seal(by=officer, now=NOW)
    assert [each.reason for each in queries.list_reveals(place, NOW)] == [""]


def test_a_step_names_persons_by_alias_and_the_vault_shows_it(
    vault: Path, place: Compartment, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracktwo.foundation.vault import labels

    monkeypatch.setattr(labels, "_speakers", [])
    named, unnamed = actions.keep_identity(place, MARKED), actions.keep_identity(place, {"name": "Canary Two"})
    labels.register(lambda asked: {named: "Wagtail"} if asked == place else {})
    assert [(each.person, each.title) for each in queries.list_handles(place)] == [
        (named, f"Wagtail · {named.hex[:8]}"),
        (unnamed, unnamed.hex[:8]),
    ]


def test_a_handle_that_never_was_is_unknown(vault: Path, officer: Standing) -> None:
    unseal(officer)
    assert refused(uuid4(), officer) == Refusal("vault.person_unknown")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    identity=st.fixed_dictionaries(
        {"name": st.text(min_size=1, max_size=80).filter(str.strip)},
        optional={"affiliation": st.text(max_size=80).filter(str.strip)},
    )
)
def test_any_text_kept_while_sealed_is_revealed_as_it_was_typed(
    vault: Path, place: Compartment, officer: Standing, identity: dict[str, str]
) -> None:
    memory.forget()
    Person.objects.all().delete()
    who = actions.keep_identity(place, identity)
    unseal(officer)
    assert reveal(who, officer) == {field: text.strip() for field, text in identity.items()}
