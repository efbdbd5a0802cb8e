"""The door of the vault as a person meets it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.vault_place import OFFICERS, deeds, two_officers
from tracktwo.foundation.vault import actions, queries
from tracktwo.foundation.vault.models import Person

MARKED = {"name": "Canary Prvnizkvazka", "contact": "canary@nowhere.invalid"}
REASON = "To write the letter of invitation"


class Visitor:
    """An officer's browser at one programme's vault."""

    def __init__(self, cast: Cast) -> None:
        self.browser: Client = cast.client(cast.officer)
        self.key = cast.programme.key

    def place(self, name: str) -> str:
        return reverse(f"vault:{name}", args=[self.key])

    def door(self) -> str:
        return self.browser.get(self.place("door")).content.decode()

    def unseal(self, passphrases: dict[str, str] | None = None):
        typed = two_officers() if passphrases is None else passphrases
        fields = {f"unseal-officer_{n}": typed.get(officer, "") for n, officer in enumerate(sorted(OFFICERS), start=1)}
        return self.browser.post(self.place("unseal"), fields)

    def reveal(self, who: UUID, reason: str = REASON):
        return self.browser.post(self.place("reveal"), {"reveal-person": who.hex, "reveal-reason": reason})

    def shred(self, who: UUID, typed: str):
        return self.browser.post(self.place("shred"), {"shred-person": who.hex, "shred-confirmation": typed})


@pytest.fixture
def visitor(cast: Cast) -> Visitor:
    return Visitor(cast)


@pytest.fixture
def who(vault: Path, cast: Cast) -> UUID:
    return actions.keep_identity(cast.programme.compartment, MARKED)


def test_the_door_says_that_there_is_no_vault_yet(keystore_place: Path, visitor: Visitor) -> None:
    assert "This house has no vault yet" in visitor.door()


def test_the_door_lists_people_by_handle_and_no_identity(who: UUID, visitor: Visitor) -> None:
    page = visitor.door()
    assert (who.hex[:8] in page, "Canary" in page, "Nobody can read an identity now" in page) == (True, False, True)


def test_two_passphrases_open_the_door(who: UUID, visitor: Visitor) -> None:
    answer = visitor.unseal()
    assert (answer.status_code, answer["Location"]) == (302, visitor.place("door"))
    assert "Seal now" in visitor.door()


def test_one_passphrase_is_refused_with_a_sentence(who: UUID, visitor: Visitor) -> None:
    answer = visitor.unseal({"first officer": OFFICERS["first officer"]})
    assert answer.status_code == 422
    assert "opens when 2 officers type their passphrases" in answer.content.decode()


def test_a_passphrase_is_never_sent_back(who: UUID, visitor: Visitor) -> None:
    answer = visitor.unseal(OFFICERS | dict.fromkeys(OFFICERS, "canary passphrase"))
    assert answer.status_code == 422
    assert "canary passphrase" not in answer.content.decode()


def test_an_identity_is_shown_in_one_answer_that_nothing_may_store(who: UUID, visitor: Visitor) -> None:
    visitor.unseal()
    answer = visitor.reveal(who)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert MARKED["name"] in answer.content.decode()
    assert "Canary" not in visitor.door()
    assert "Canary" not in repr(dict(visitor.browser.session.items()))


def test_a_reveal_while_sealed_keeps_the_reason_that_was_typed(who: UUID, cast: Cast, visitor: Visitor) -> None:
    answer = visitor.reveal(who)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert (REASON in page, "The vault is sealed" in page, "Canary" in page) == (True, True, False)
    assert "vault.revealed" not in deeds(cast.programme.compartment.book)


def test_a_person_of_another_programme_cannot_be_chosen(who: UUID, cast: Cast, visitor: Visitor) -> None:
    other = actions.keep_identity(cast.other_programme.compartment, MARKED)
    visitor.unseal()
    answer = visitor.reveal(other)
    assert answer.status_code == 422
    assert "Canary" not in answer.content.decode()


def test_sealing_closes_the_door(who: UUID, visitor: Visitor) -> None:
    visitor.unseal()
    visitor.browser.post(visitor.place("seal"))
    assert queries.is_sealed(timezone.now())
    assert "Nobody can read an identity now" in visitor.door()


def test_shredding_wants_the_handle_typed(who: UUID, visitor: Visitor) -> None:
    answer = visitor.shred(who, "00000000")
    assert answer.status_code == 422
    assert "Nothing was destroyed" in answer.content.decode()
    assert Person.objects.filter(pk=who).exists()


def test_shredding_with_the_handle_typed_leaves_nobody(who: UUID, cast: Cast, visitor: Visitor) -> None:
    assert visitor.shred(who, f" {who.hex[:8].upper()}").status_code == 302
    page = visitor.door()
    assert ("The keys are destroyed" in page, "Nobody is in the vault yet" in page) == (True, True)
    assert deeds(cast.programme.compartment.book).count("vault.shredded") == 1


@pytest.mark.parametrize("name", ["unseal", "seal", "reveal", "shred"])
def test_the_address_of_a_deed_leads_to_the_door(vault: Path, visitor: Visitor, name: str) -> None:
    answer = visitor.browser.get(visitor.place(name))
    assert (answer.status_code, answer["Location"]) == (302, visitor.place("door"))


@pytest.mark.parametrize("name", ["unseal", "seal", "reveal", "shred"])
def test_an_empty_deed_says_what_is_missing_and_does_nothing(who: UUID, visitor: Visitor, name: str) -> None:
    wanted = 302 if name == "seal" else 422
    assert visitor.browser.post(visitor.place(name)).status_code == wanted
    assert Person.objects.filter(pk=who).exists()
