"""The audit file after the draw: in the vault, for guarantors who have all asked, and nowhere in the database."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from tests.cast import Cast
from tests.steps.select.drawing import Play, small_workshop
from tests.steps.select.given import gather, nominees, url
from tests.vault_place import OFFICERS, two_officers
from tracktwo.cli.methods import verify_draw
from tracktwo.exchange.proofs import write_proof
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.vault import slips
from tracktwo.foundation.vault.actions import every_pair, found_vault, unseal
from tracktwo.foundation.vault.actions import seal as seal_vault
from tracktwo.foundation.vault.keystore import chain, file
from tracktwo.foundation.vault.models import Note
from tracktwo.foundation.vault.purge import purge
from tracktwo.methods.draw.steps import certificate_hash
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.actions import audits, draws
from tracktwo.steps.select.convert.draws import ceremony_of, tree_of
from tracktwo.steps.select.models import Draw, Slip

pytestmark = pytest.mark.django_db
SIDES = (1, 2)
# What people said of themselves stays where they said it, until its own day: the next pool is made of it.
OWN_ANSWERS = {"Nomination", "PoolMember"}


def begin(cast: Cast) -> Play:
    nominees(cast)
    play = Play(cast, gather(cast, small_workshop(cast), 4), timezone.now()).freeze()
    if play.again().listed is None:
        draws.compute_list(play.draw)
    return play.affirm().publish().seal().open().finish()


@pytest.fixture
def play(cast: Cast, vault) -> Play:
    """Drawn, and not yet over: rows and salts are still in the database."""
    return begin(cast)


def dump() -> str:
    """Every cell of every table but the own answers, as whoever carries the database away would read it."""
    models = [one for one in apps.get_models() if one.__name__ not in OWN_ANSWERS]
    rows = [row for model in models for row in model._default_manager.values_list()]
    return "\n".join(" ".join(readable(cell) for cell in row) for row in rows)


def readable(cell: object) -> str:
    return bytes(cell).decode("latin-1") if isinstance(cell, (bytes, memoryview)) else str(cell)


def open_vault(cast: Cast) -> None:
    unseal(two_officers(), by=cast.by(cast.officer, "vault.reveal"), now=timezone.now())


def ask(cast: Cast, play: Play, *sides: int) -> None:
    for side in sides or SIDES:
        assert cast.client(cast.guarantors[side]).post(url(cast, "draw_audit", play.draw.pk)).status_code == 302


def opened(cast: Cast, play: Play, side: int = 1):
    return cast.client(cast.guarantors[side]).post(url(cast, "draw_audit_open", play.draw.pk))


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as error:
        act(*args, **kwargs)
    return error.value.code


def test_when_the_draw_is_over_no_row_salt_or_secret_is_left_in_the_database(play: Play) -> None:
    draw, tree = play.again(), tree_of(play.draw)
    leaves = [json.loads(leaf) for leaf in tree.leaves]
    traces = [draw.secret, *(salt.hex() for salt in tree.who_salts.values()), *(leaf["salt"] for leaf in leaves)]
    features = {value for leaf in leaves for name, value in leaf["features"].items() if name != "community"}
    before = dump()
    play.stand()
    after = dump()
    assert draw.secret in before and draw.secret not in after
    assert [trace for trace in traces if trace in after] == []
    assert features and [value for value in features if f"'{value}'" in before] != []
    assert [value for value in features if f"'{value}'" in after or f'"{value}"' in after] == []


def test_with_all_that_people_said_of_themselves_no_leaf_can_be_told(play: Play) -> None:
    """A reader of the database knows aliases and answers; the leaves under the published root still tell nothing."""
    tree = tree_of(play.again())
    play.stand()
    hashes = {one.hex() for one in tree.hashes}
    kept = json.dumps([play.again().frozen, play.draw.listed])
    assert not [one for one in hashes if one in kept]
    assert play.draw.frozen["quotas"] == [] and "certificate" not in play.draw.listed
    assert {tuple(features) for _alias, features, _groups, _score in play.draw.frozen["rows"]} == {("community",)}


def test_the_proof_is_the_same_bytes_before_and_after_sealing(play: Play) -> None:
    before = write_proof(ceremony_of(play.again()))
    play.stand()
    assert write_proof(ceremony_of(play.again())) == before


def test_two_officers_and_every_guarantor_open_the_very_file_that_was_sealed(tmp_path, cast: Cast, play: Play) -> None:
    whole = audits.audit_of(play.again())
    play.stand()
    ask(cast, play)
    assert opened(cast, play).status_code == 422
    open_vault(cast)
    answer = opened(cast, play, side=2)
    assert (answer.status_code, answer.content) == (200, whole)
    assert sha256(answer.content).hexdigest() == play.again().audit_digest
    told = [one for one in Entry.objects.order_by("seq") if "audit" in one.deed or one.deed == "vault.notes_read"]
    asked = ["select.draw_audit_asked"] * 2
    assert [one.deed for one in told] == [
        "select.draw_audit_sealed", *asked, "select.draw_audit_opened", "vault.notes_read",
    ]  # fmt: skip
    (tmp_path / "proof.json").write_bytes(write_proof(ceremony_of(play.draw)))
    (tmp_path / "audit.json").write_bytes(answer.content)
    report = verify_draw.verify(tmp_path / "proof.json", audit=tmp_path / "audit.json")
    assert (report.wrong, any("keeps every quota" in claim for claim in report.checked)) == ("", True)


def test_one_community_alone_opens_nothing_nor_does_the_host(cast: Cast, play: Play) -> None:
    play.stand()
    open_vault(cast)
    ask(cast, play, 1)
    assert opened(cast, play).status_code == 422
    ask(cast, play, 2)
    assert cast.client(cast.convener).post(url(cast, "draw_audit_open", play.draw.pk)).status_code == 404
    assert cast.client(cast.guarantors[1]).get(url(cast, "draw_audit_file", play.draw.pk)).status_code == 404
    assert opened(cast, play).status_code == 200


def test_a_vault_that_is_shut_gives_nothing_and_the_record_says_nothing_was_opened(cast: Cast, play: Play) -> None:
    play.stand()
    ask(cast, play)
    act = {"by": play.by("community-1"), "now": timezone.now()}
    assert refused(audits.open_audit, play.again(), "community-1", **act) == "vault.sealed"
    assert not Entry.objects.filter(deed="select.draw_audit_opened").exists()


@pytest.mark.parametrize("change", ["ciphertext", "nonce", "key"])
def test_what_was_altered_in_the_database_does_not_open(cast: Cast, play: Play, change: str) -> None:
    play.stand()
    ask(cast, play)
    open_vault(cast)
    note = Note.objects.get(pk=play.again().audit)
    if change == "key":
        chain.destroy_keys([note.id])
    else:
        turned = bytearray(getattr(note, change))
        turned[0] ^= 1
        Note.objects.filter(pk=note.pk).update(**{change: bytes(turned)})
    act = {"by": play.by("community-1"), "now": timezone.now()}
    assert refused(audits.open_audit, play.draw, "community-1", **act) == "vault.unreadable"


def test_the_page_says_what_the_file_waits_for_and_offers_it_then(cast: Cast, play: Play) -> None:
    play.stand()
    page = lambda: cast.client(cast.guarantors[1]).get(url(cast, "draw", play.draw.pk)).content.decode()  # noqa: E731
    assert "Ask to open it" in page() and play.again().audit_digest in page()
    ask(cast, play)
    assert "It waits for the officers of the vault to open that" in page()
    open_vault(cast)
    assert url(cast, "draw_audit_open", play.draw.pk) in page()
    seal_vault(by=cast.by(cast.officer, "vault.reveal"), now=timezone.now())
    assert url(cast, "draw_audit_open", play.draw.pk) not in page()


def test_everybody_has_the_same_receipt_before_and_after_and_nobody_anothers(tmp_path, cast: Cast, play: Play) -> None:
    """With the vault shut all the while."""
    own = [*cast.participants[1], *cast.participants[2]]
    receipts = lambda: {  # noqa: E731
        one.alias: cast.client(one).get(url(cast, "draw_receipt", play.draw.pk)).content for one in own
    }
    before, seen = receipts(), cast.client(own[0]).get(url(cast, "draw_own", play.draw.pk)).content.decode()
    play.stand()
    assert receipts() == before and len(set(before.values())) == len(own)
    (tmp_path / "receipt.json").write_bytes(before[own[0].alias])
    assert verify_draw.verify(tmp_path / "receipt.json").valid
    after = cast.client(own[0]).get(url(cast, "draw_own", play.draw.pk)).content.decode()
    rows = lambda page: page.partition("<tbody>")[2].partition("</tbody>")[0]  # noqa: E731
    assert rows(after) == rows(seen) and rows(seen)
    assert cast.client(cast.nominees[1]).get(url(cast, "draw_own", play.draw.pk)).status_code == 404


def test_a_slip_laid_under_another_name_stays_shut(cast: Cast, play: Play) -> None:
    play.stand()
    one, other = Slip.objects.order_by("alias")[:2]
    compartment = cast.programme.compartment
    place = f"{Slip._meta.db_table}|{play.draw.code}|{other.alias}"
    assert refused(slips.read_slip, compartment, place, bytes(one.locked)) == "vault.unreadable"
    assert json.loads(slips.read_slip(compartment, place, bytes(other.locked)))["alias"] == other.alias


def test_a_purge_takes_audit_file_and_slips_and_the_proof_stands(tmp_path, cast: Cast, play: Play) -> None:
    own = cast.participants[1][0]
    play.stand()
    ask(cast, play)
    locked = bytes(Slip.objects.get(alias=own.alias).locked)
    purge(cast.programme.compartment, by=play.by("host"), now=timezone.now())
    assert (Slip.objects.count(), Note.objects.count(), file.read().get("slips")) == (0, 0, {})
    place = f"{Slip._meta.db_table}|{play.draw.code}|{own.alias}"
    assert refused(slips.read_slip, cast.programme.compartment, place, locked) == "vault.unreadable"
    act = {"by": play.by("community-1"), "now": timezone.now()}
    assert refused(audits.open_audit, play.again(), "community-1", **act) == "select.rows_destroyed"
    (tmp_path / "proof.json").write_bytes(write_proof(ceremony_of(play.draw)))
    assert verify_draw.verify(tmp_path / "proof.json").wrong == ""
    codes = [cast.client(own).get(url(cast, name, play.draw.pk)).status_code for name in ("draw_own", "draw_receipt")]
    assert codes == [200, 422]


def test_a_draw_that_ends_without_a_result_is_sealed_too_and_gets_no_list_afterwards(cast: Cast, vault) -> None:
    nominees(cast)
    play = Play(cast, gather(cast, small_workshop(cast), 4), timezone.now()).freeze()
    Draw.objects.update(listed=None)
    late = play.again()
    draws.end_draw(play.again(), by=play.by("host"), now=play.now)
    draws.compute_list(late)
    draws.compute_list(play.again())
    assert (play.again().secret, play.draw.listed, play.draw.audit is None) == ("", None, False)


def test_a_draw_is_not_held_up_by_a_vault_that_is_not_there_and_is_sealed_later(cast: Cast, keystore_place) -> None:
    found_vault(every_pair(OFFICERS))
    play = begin(cast)
    away = keystore_place.rename(keystore_place.with_name("elsewhere"))
    assert (len(play.stand()), play.again().audit) == (4, None)
    assert (audits.seal_past_audits(cast.programme, now=timezone.now()), play.again().secret != "") == (0, True)
    away.rename(keystore_place)
    actions.destroy_what_is_due(cast.programme, now=timezone.now())
    actions.destroy_what_is_due(cast.programme, now=timezone.now())
    sealed = Entry.objects.filter(deed="select.draw_audit_sealed")
    assert ([one.role for one in sealed], play.again().secret) == (["machine"], "")


def test_seats_given_up_are_drawn_anew_after_the_rows_have_gone(cast: Cast, play: Play) -> None:
    given_up = play.stand()[0]
    given_up.withdrawn_on = play.now.date()
    given_up.save()
    fresh = draws.freeze_replacement(play.pool.workshop, by=play.by("host"), now=play.now)
    assert (fresh.seats, fresh.secret != "", play.again().secret) == (1, True, "")


def test_what_an_older_purge_left_behind_goes_with_the_update_and_the_proof_stays(play: Play) -> None:
    play.stand()
    proof, certificate = write_proof(ceremony_of(play.again())), {"kinds": [[1, 2]]}
    left = play.draw.listed | {"certificate": certificate}
    kept = left.pop("certificate_hash")
    Draw.objects.update(listed=left, frozen=play.draw.frozen | {"quotas": [["sector", "law", 1, 2]]})
    import_module("tracktwo.steps.select.migrations.0010_sealed_audit").finish_purges(apps, None)
    listed = play.again().listed
    assert (listed["certificate_hash"], "certificate" in listed) == (certificate_hash(certificate).hex(), False)
    assert play.draw.frozen["quotas"] == []
    play.draw.listed = listed | {"certificate_hash": kept}
    assert write_proof(ceremony_of(play.draw)) == proof
