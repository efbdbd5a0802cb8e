"""Destroying everything that identifies: by two, keys first, for good, and with what stays still standing."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.foundation.vault.test_vault_actions import MARKED, copy_of_the_database, everything_in_the_database, restore
from tests.steps.workshops import a_workshop, seat_everybody
from tests.vault_place import deeds, two_officers
from tracktwo.foundation.people.actions import issue_invitation
from tracktwo.foundation.people.models import Compartment, Invitation, Standing
from tracktwo.foundation.vault import actions, identities, memory, purge, queries
from tracktwo.foundation.vault.discretion import lint_passage
from tracktwo.foundation.vault.keystore import awake, file
from tracktwo.foundation.vault.lexicon import known_in
from tracktwo.foundation.vault.models import IdentityField, LexiconPage, Note, Person, PurgeAsked
from tracktwo.foundation.vault.notes import keep_note
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.prepare.models import ContactPlan, HelpCall
from tracktwo.steps.select.models import EntryClass, Nomination, Seat

WHAT = "Confirm that everything that identifies is destroyed, or call it off"


@pytest.fixture
def place(cast: Cast) -> Compartment:
    return cast.programme.compartment


@pytest.fixture
def officer(cast: Cast) -> Standing:
    return cast.by(cast.officer, "vault.reveal")


def ask(cast: Cast, now=NOW, word: str = "destroy") -> PurgeAsked:
    by = cast.by(cast.convener, "vault.purge_ask")
    return purge.ask_purge(cast.programme.compartment, word, account=cast.convener, by=by, now=now)


def confirm(cast: Cast, now=NOW, word: str = "destroy") -> None:
    account = cast.guarantors[1]
    by = cast.by(account, "vault.purge_confirm")
    purge.confirm_purge(cast.programme.compartment, word, account=account, by=by, now=now)


def both(cast: Cast) -> None:
    ask(cast)
    confirm(cast)


def address(cast: Cast, name: str) -> str:
    return reverse(f"vault:{name}", args=[cast.programme.key])


def test_after_it_neither_officers_nor_older_copies_of_the_database_open_anything(
    vault: Path, cast: Cast, place: Compartment, officer: Standing
) -> None:
    who, note = actions.keep_identity(place, MARKED), keep_note(place, "a word about somebody")
    actions.unseal(two_officers(), by=officer, now=NOW)
    older = copy_of_the_database()
    both(cast)
    assert (Person.objects.count(), IdentityField.objects.count(), Note.objects.count()) == (0, 0, 0)
    restore(older)
    actions.unseal(two_officers(), by=officer, now=NOW)
    with pytest.raises(Refusal, match=r"vault\.unreadable"):
        identities.read(Person.objects.get(pk=who), memory.root(NOW))
    with pytest.raises(Refusal, match=r"vault\.purged"):
        actions.reveal(who, account=officer.account, reason="to look once more", by=officer, now=NOW)
    assert note.hex not in vault.read_text()


def test_neither_keystore_nor_database_holds_a_key_or_a_ciphertext_any_more(
    vault: Path, cast: Cast, place: Compartment
) -> None:
    actions.keep_identity(place, MARKED)
    ciphertexts = [bytes(one.ciphertext) for one in IdentityField.objects.all()]
    before = json.loads(vault.read_bytes())
    secrets = [entry["sealed"] for entry in [*before["keys"].values(), *before["compartments"].values()]]
    secrets += [before["lookup"], *before["lookups"].values()]
    both(cast)
    kept = b"".join(each.read_bytes() for each in vault.parent.iterdir())
    assert [secret for secret in secrets if secret.encode() in kept] == []
    seen = everything_in_the_database()
    assert [one for one in ciphertexts if one in seen] == []


def test_another_programme_of_the_house_is_left_as_it_was(vault: Path, cast: Cast, officer: Standing) -> None:
    actions.keep_identity(cast.programme.compartment, MARKED)
    other = actions.keep_identity(cast.other_programme.compartment, {"name": "Canary Two"})
    both(cast)
    assert list(Person.objects.values_list("pk", flat=True)) == [other]
    by = Standing(account=cast.other_convener, compartment=cast.other_programme.compartment, role="convener")
    actions.unseal(two_officers(), by=officer, now=NOW)
    told = actions.reveal(other, account=cast.other_convener, reason="the letter of Two", by=by, now=NOW)
    assert told == {"name": "Canary Two"}


def test_no_guess_at_a_contact_can_be_tried_on_an_older_database(vault: Path, cast: Cast, place: Compartment) -> None:
    actions.keep_identity(place, MARKED)
    actions.keep_identity(cast.other_programme.compartment, MARKED)
    marks = [queries.mark_of(one, MARKED["contact"]) for one in (place, cast.other_programme.compartment)]
    assert set(Person.objects.values_list("lookup", flat=True)) == set(marks)
    both(cast)
    after = [queries.mark_of(one, MARKED["contact"]) for one in (place, cast.other_programme.compartment)]
    assert (after[0] == marks[0], after[1] == marks[1]) == (False, True)


def test_the_lexicon_sleeps_root_is_forgotten_and_nobody_is_taken_in(
    vault: Path, cast: Cast, place: Compartment, officer: Standing
) -> None:
    actions.keep_identity(place, MARKED)
    actions.unseal(two_officers(), by=officer, now=NOW)
    both(cast)
    assert (memory.is_sealed(NOW), awake.key_of(place.id), LexiconPage.objects.count()) == (True, None, 0)
    assert (known_in(place).lexicon, lint_passage(place, "A word.").asleep) == (None, True)
    for deed in (lambda: actions.keep_identity(place, MARKED), lambda: keep_note(place, "a word")):
        with pytest.raises(Refusal, match=r"vault\.purged"):
            deed()


def test_sessions_end_and_open_invitations_are_withdrawn(vault: Path, cast: Cast, place: Compartment) -> None:
    by = cast.by(cast.convener, "programme.people")
    issue_invitation(place, "participant", 1, by=by, now=timezone.now())
    phone = cast.client(cast.participants[1][0])
    both(cast)
    assert (Session.objects.count(), list(Invitation.objects.values_list("withdrawn", flat=True))) == (0, [True])
    assert phone.get(reverse("site:programme", args=[cast.programme.key])).status_code == 302


def test_steps_destroy_what_leads_to_people_and_keep_aliases_and_texts(vault: Path, cast: Cast) -> None:
    seats = seat_everybody(cast, a_workshop(cast, timezone.localdate() + timedelta(days=30)))
    seat = seats["Wader 1 1"]
    EntryClass.objects.create(seat=seat, passport="UA", residence="PL")
    ContactPlan.objects.create(
        seat=seat, channel="call", caller="convener", words="lamp onion", agreed_on=timezone.localdate()
    )
    HelpCall.objects.create(programme=cast.programme, account=seat.account, asked_at=timezone.now())
    person = actions.keep_identity(cast.programme.compartment, MARKED)
    Nomination.objects.create(
        programme=cast.programme, community=seat.community, person=person, account=seat.account,
        attributes={"city": "a small one"}, proposed_on=timezone.localdate(),
    )  # fmt: skip
    both(cast)
    assert [model.objects.count() for model in (EntryClass, ContactPlan, HelpCall)] == [0, 0, 0]
    assert Nomination.objects.get().attributes == {"city": ""}
    assert Seat.objects.count() == 6
    assert seat.account.alias == "Wader 1 1"


def test_one_alone_destroys_nothing(vault: Path, cast: Cast, place: Compartment) -> None:
    actions.keep_identity(place, MARKED)
    ask(cast)
    by = cast.by(cast.convener, "vault.purge_ask")
    with pytest.raises(Refusal, match=r"vault\.purge_same_person"):
        purge.confirm_purge(place, "destroy", account=cast.convener, by=by, now=NOW)
    assert (Person.objects.count(), queries.is_purged(place)) == (1, False)


@pytest.mark.parametrize(("minutes", "word", "code"), [(16, "destroy", "purge_not_asked"), (1, "delete", "purge_word")])
def test_too_late_or_by_another_word_nothing_is_destroyed(
    vault: Path, cast: Cast, place: Compartment, minutes: int, word: str, code: str
) -> None:
    actions.keep_identity(place, MARKED)
    ask(cast)
    with pytest.raises(Refusal, match=rf"vault\.{code}"):
        confirm(cast, NOW + timedelta(minutes=minutes), word)
    assert (Person.objects.count(), len(file.read()["keys"])) == (1, 1)


def test_the_record_says_by_roles_that_it_was_asked_and_done(vault: Path, cast: Cast, place: Compartment) -> None:
    both(cast)
    assert [deed for deed in deeds(place.book) if "purge" in deed] == ["vault.purge_asked", "vault.purged"]


def test_the_two_of_them_do_it_on_the_page_and_both_are_signed_out(vault: Path, cast: Cast, place: Compartment) -> None:
    actions.keep_identity(place, MARKED)
    first, second = cast.client(cast.convener), cast.client(cast.officer)
    assert first.post(address(cast, "purge_ask"), {"word": " Знищити "}).status_code == 302
    asked = [one.what for one in waiting(walker_for(cast.programme, cast.officer, timezone.now()))]
    assert WHAT in asked
    done = second.post(address(cast, "purge_confirm"), {"word": "destroy"})
    assert (done.status_code, "It has been destroyed" in done.content.decode()) == (200, True)
    assert [one.get(address(cast, "purge")).status_code for one in (first, second)] == [302, 302]
    again = cast.client(cast.convener).get(address(cast, "purge")).content.decode()
    assert ("It has been destroyed" in again, Person.objects.count()) == (True, 0)


def test_each_of_the_two_can_call_it_off(vault: Path, cast: Cast, place: Compartment) -> None:
    for account in (cast.convener, cast.guarantors[2]):
        ask(cast, timezone.now())
        cast.client(account).post(address(cast, "purge_back"))
        with pytest.raises(Refusal, match=r"vault\.purge_not_asked"):
            confirm(cast, timezone.now())
    assert deeds(place.book).count("vault.purge_taken_back") == 2


def test_a_restored_backup_is_destroyed_again_before_the_site_opens(
    vault: Path, cast: Cast, place: Compartment, tmp_path: Path
) -> None:
    actions.keep_identity(place, MARKED)
    backup, older = shutil.copy(vault, tmp_path / "backup.json"), copy_of_the_database()
    both(cast)
    shutil.copy(backup, vault)
    restore(older)
    assert actions.replay_tombstones() == 1
    assert (file.read()["keys"], file.read()["compartments"], Person.objects.count()) == ({}, {}, 0)


def test_keys_are_gone_even_if_the_database_fails(
    vault: Path, cast: Cast, place: Compartment, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.keep_identity(place, MARKED)
    monkeypatch.setattr(purge, "_destroy_rows", lambda *_args: 1 / 0)
    ask(cast)
    with pytest.raises(ZeroDivisionError):
        confirm(cast)
    assert (file.read()["keys"], Person.objects.count()) == ({}, 1)
    assert actions.replay_tombstones() == 1
