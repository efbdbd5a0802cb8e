"""Who is proposed stays in the vault; what is kept of them is theirs to give and to take back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.select.given import (
    attributes,
    coming_workshop,
    compute,
    gather,
    keep,
    nominate,
    nominees,
    say_yes,
    url,
)
from tests.vault_place import deeds, two_officers
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.actions import grant, join
from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import role_of
from tracktwo.foundation.vault import memory
from tracktwo.foundation.vault.actions import reveal, shred, unseal
from tracktwo.foundation.vault.models import Person
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import Nomination, Pool, Seat

CANARY = "Zalmoxides Quillfeather"
CONTACT = "canary-9471@example.invalid"

pytestmark = pytest.mark.usefixtures("vault")


@pytest.fixture
def nomination(cast: Cast) -> Nomination:
    return nominate(cast, cast.nominees[1], 1)


def dump(tmp_path: Path) -> str:
    """Everything that the database holds, and every file under the test's place."""
    place = tmp_path / "dump.json"
    call_command("dumpdata", output=str(place), verbosity=0)
    return place.read_text(encoding="utf-8") + "".join(
        path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file() and path != place
    )


def test_a_name_typed_on_the_page_stands_nowhere_but_in_the_vault(
    cast: Cast, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    community = cast.programme.communities.get(number=1)
    page = cast.client(cast.convener).post(
        url(cast, "propose"), {"community": community.pk, "name": CANARY, "contact": CONTACT}
    )
    nomination = Nomination.objects.get()
    everything = [dump(tmp_path), caplog.text, page.content.decode(), str(mail.outbox)]
    everything.append(" ".join(Entry.objects.values_list("leaf", flat=True)))
    assert page.status_code == 200
    assert [word for word in (CANARY, "Quillfeather", CONTACT) for text in everything if word in text] == []

    by = cast.by(cast.officer, "vault.open")
    unseal(two_officers(), by=by, now=timezone.now())
    kept = Person.objects.get(pk=nomination.person)
    assert (kept.compartment, nomination.account, nomination.attributes) == (cast.programme.compartment, None, {})


@pytest.mark.django_db(transaction=True)
def test_what_was_typed_can_be_read_by_two_officers_with_a_reason(cast: Cast) -> None:
    nomination = nominate(cast, cast.nominees[1], 1, name=CANARY, contact=CONTACT)
    by = cast.by(cast.officer, "vault.open")
    unseal(two_officers(), by=by, now=timezone.now())
    identity = reveal(
        nomination.person, account=cast.officer, reason="To write the invitation", by=by, now=timezone.now()
    )
    assert (identity["name"], identity["contact"]) == (CANARY, CONTACT)


def test_a_sealed_vault_still_takes_nominations(cast: Cast) -> None:
    assert memory.is_sealed(timezone.now())
    nominate(cast, cast.nominees[1], 1)
    assert (Nomination.objects.count(), Person.objects.count()) == (1, 1)


def test_the_same_contact_twice_is_refused_without_saying_whose_it_is(cast: Cast) -> None:
    client, community = cast.client(cast.convener), cast.programme.communities.get(number=1)
    for name in (CANARY, "Somebody Else"):
        answer = client.post(url(cast, "propose"), {"community": community.pk, "name": name, "contact": CONTACT})
    said = answer.content.decode()
    assert (answer.status_code, Nomination.objects.count(), CANARY in said) == (422, 1, False)


def test_nothing_but_the_community_is_kept_before_the_own_yes(cast: Cast, nomination: Nomination) -> None:
    before = Nomination.objects.get().attributes
    say_yes(cast, nomination, 1)
    kept = Nomination.objects.get()
    assert (before, kept.attributes, kept.state) == ({}, attributes(1), "consented")


def test_a_yes_with_an_answer_missing_keeps_nothing(cast: Cast, nomination: Nomination) -> None:
    by = role_of(cast.nominees[1], "select.own", cast.programme.compartment)
    for told in ({}, attributes() | {"gender": "unheard of"}, attributes() | {"passport": "1"}):
        with pytest.raises(Refusal, match=r"select\.attributes"):
            actions.consent(nomination, cast.nominees[1], told, by=by, now=NOW)
    assert Nomination.objects.get().state == "proposed"


def test_the_form_of_the_yes_chooses_nothing_in_advance(cast: Cast, nomination: Nomination) -> None:
    answer = cast.client(cast.nominees[1]).post(url(cast, "answer"), {"answer": "yes"})
    assert (answer.status_code, Nomination.objects.get().state) == (422, "proposed")


def test_a_no_destroys_the_identity_and_leaves_that_somebody_declined(cast: Cast, nomination: Nomination) -> None:
    answer = cast.client(cast.nominees[1]).post(url(cast, "answer"), {"answer": "no"})
    kept = Nomination.objects.get()
    assert (answer.status_code, kept.state, kept.attributes, Person.objects.count()) == (302, "declined", {}, 0)
    assert deeds(cast.programme.compartment.book)[-2:] == ["select.declined", "vault.shredded"]


def test_an_answer_is_given_once(cast: Cast, nomination: Nomination) -> None:
    say_yes(cast, nomination)
    nomination.refresh_from_db()
    by = role_of(cast.nominees[1], "select.own", cast.programme.compartment)
    with pytest.raises(Refusal, match=r"select\.answered_already"):
        actions.decline(nomination, by=by, now=NOW)


def test_a_yes_can_be_taken_back_on_the_page(cast: Cast, nomination: Nomination) -> None:
    say_yes(cast, nomination)
    client = cast.client(cast.nominees[1])
    shown = client.get(url(cast, "withdraw")).content.decode()
    client.post(url(cast, "withdraw"))
    kept = Nomination.objects.get()
    assert "Take back your yes" in shown
    assert (kept.state, kept.attributes, Person.objects.count()) == ("declined", {}, 0)


def test_whoever_withdraws_gives_up_the_seat_that_lies_ahead(cast: Cast) -> None:
    made = nominees(cast)
    keep(cast, compute(gather(cast, coming_workshop(cast), 6)))
    by = role_of(made[0].account, "select.own", cast.programme.compartment)
    actions.withdraw(Nomination.objects.get(pk=made[0].pk), by=by, now=timezone.now())
    assert Seat.objects.filter(withdrawn_on=None).count() == 5


def test_a_withdrawal_takes_the_unkept_pool_with_it(cast: Cast) -> None:
    made = nominees(cast)
    compute(gather(cast, coming_workshop(cast), 4))
    by = role_of(made[0].account, "select.own", cast.programme.compartment)
    actions.withdraw(Nomination.objects.get(pk=made[0].pk), by=by, now=NOW)
    assert Pool.objects.count() == 0


def test_nothing_to_withdraw_is_said_plainly(cast: Cast, nomination: Nomination) -> None:
    answer = cast.client(cast.nominees[1]).post(url(cast, "withdraw"))
    assert (answer.status_code, Person.objects.count()) == (422, 1)


def test_a_nominee_joins_by_the_code_and_finds_the_own_nomination(cast: Cast) -> None:
    by = cast.by(cast.convener, "select.change")
    identity = {"name": CANARY, "contact": CONTACT}
    nomination = actions.propose(
        cast.programme, cast.programme.communities.get(number=2), identity, by=by, now=timezone.now()
    )
    code = actions.invite(nomination, by=by, now=timezone.now())
    account = join(code, "Bluethroat", "slate under lichen", "en", now=timezone.now())
    page = cast.client(account).get(url(cast, "answer")).content.decode()
    cast.client(account).post(url(cast, "answer"), attributes() | {"answer": "yes"})
    kept = Nomination.objects.get()
    assert ("Yes, with four things" in page, kept.account, kept.state) == (True, account, "consented")


def test_a_guarantor_sees_only_the_own_community(cast: Cast) -> None:
    coming_workshop(cast)
    nominees(cast)
    pages = {
        who.alias: cast.client(who).get(url(cast, "about")).content.decode()
        for who in (cast.convener, cast.guarantors[1], cast.guarantors[2])
    }
    seen = {alias: ("Wader 1 1" in page, "Wader 2 1" in page) for alias, page in pages.items()}
    assert seen == {"Heron": (True, True), "Guarantor 1": (True, False), "Guarantor 2": (False, True)}


@pytest.mark.parametrize("answer", ["no", "withdraw"])
def test_whoever_was_shredded_by_an_officer_can_still_decline_and_withdraw(
    cast: Cast, nomination: Nomination, answer: str
) -> None:
    if answer == "withdraw":
        say_yes(cast, nomination)
    shred(nomination.person, by=cast.by(cast.officer, "vault.shred"))
    place = "answer" if answer == "no" else "withdraw"
    said = cast.client(cast.nominees[1]).post(url(cast, place), {"answer": answer})
    assert (said.status_code, Nomination.objects.get().state) == (302, "declined")


def test_a_yes_typed_before_a_no_was_heard_comes_too_late(cast: Cast, nomination: Nomination) -> None:
    stale = Nomination.objects.get(pk=nomination.pk)
    by = role_of(cast.nominees[1], "select.own", cast.programme.compartment)
    actions.decline(nomination, by=by, now=NOW)
    with pytest.raises(Refusal, match=r"select\.answered_already"):
        actions.consent(stale, cast.nominees[1], attributes(), by=by, now=NOW)
    assert (Nomination.objects.get().state, Nomination.objects.get().attributes) == ("declined", {})


@pytest.mark.parametrize("role", [Role.READER, Role.PARTICIPANT, Role.AUDITOR])
def test_another_role_outside_the_third_party_opens_no_other_community_to_a_guarantor(cast: Cast, role: Role) -> None:
    coming_workshop(cast)
    nominees(cast)
    grant(cast.guarantors[1], cast.programme.compartment, role, 1)
    page = cast.client(cast.guarantors[1]).get(url(cast, "about")).content.decode()
    assert ("Wader 1 1" in page, "Wader 2 1" in page) == (True, False)
