"""A draw on the pages: six steps that only the clock and the parties move, seats, receipts, fresh draws."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.select.drawing import KEYS, PARTIES, Play, small_workshop
from tests.steps.select.given import gather, nominees, ranges, url
from tracktwo.cli.methods import verify_draw
from tracktwo.exchange.proofs import write_proof
from tracktwo.exchange.signing import sign
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.draw import own_seal, yes_to_freeze
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.rosters import drawn_alternates, open_alternates
from tracktwo.steps.select import actions
from tracktwo.steps.select.actions import audits, draws, seals
from tracktwo.steps.select.actions.purge import destroy_attributes
from tracktwo.steps.select.convert.draws import ceremony_of, drawn_labels, freeze_of, value_at
from tracktwo.steps.select.models import Draw, Nomination, PartyKey, Seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(cast: Cast, vault) -> Play:
    """Six people who consented, two seats for each community of the cast, frozen and computed."""
    nominees(cast)
    pool = gather(cast, small_workshop(cast), 4)
    play = Play(cast, pool, timezone.now()).freeze()
    if play.again().listed is None:
        draws.compute_list(play.draw)
    return play


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as error:
        act(*args, **kwargs)
    return error.value.code


def deeds() -> list[str]:
    return [one.deed for one in Entry.objects.order_by("seq") if one.deed.startswith("select.draw")]


def check(tmp_path, play: Play, audit: bytes | None = None) -> verify_draw.Report:
    (tmp_path / "proof.json").write_bytes(write_proof(ceremony_of(play.again())))
    if audit is not None:
        (tmp_path / "audit.json").write_bytes(audit)
    return verify_draw.verify(tmp_path / "proof.json", audit=tmp_path / "audit.json" if audit else None)


def test_a_whole_draw_seats_a_cohort_and_its_proof_verifies_with_the_audit_file(tmp_path, play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    assert check(tmp_path, play, audits.audit_of(play.draw)).wrong == ""
    seats = play.stand()
    assert sorted(seat.account.alias for seat in seats) == drawn_labels(play.again())
    assert (len(seats), deeds()[-2:]) == (4, ["select.draw_stands", "select.draw_audit_sealed"])


def test_a_withheld_last_opening_counts_as_empty_is_named_and_delays_nothing(tmp_path, play: Play) -> None:
    play.affirm().publish().seal().open("community-1", "host")
    assert refused(play.finish) == "select.draw_step"
    play.later(2.1).finish()
    report = check(tmp_path, play)
    assert report.valid and any(claim.startswith("community-2 counts as empty") for claim in report.checked)
    assert deeds().count("select.draw_withheld") == 1


def test_nobody_opens_after_the_deadline(play: Play) -> None:
    play.affirm().publish().seal().later(2.1)
    assert refused(play.open, "host") == "select.draw_step"


def test_without_everybodys_yes_nothing_is_published(play: Play) -> None:
    play.affirm("host", "community-1")
    assert refused(play.publish) == "select.draw_unaffirmed"


def test_a_copied_seal_and_one_replayed_from_another_draw_are_refused(play: Play) -> None:
    play.affirm().publish().seal("community-1")
    copied = play.seal_of("community-1")
    act = {"by": play.by("host"), "now": play.now}
    assert refused(seals.set_seal, play.again(), "host", seal=copied, **act) == "draw.seal_copied"
    Seal.objects.create(draw=play.draw, party="other", seal="cd" * 32, set_at=play.now)
    assert refused(seals.set_seal, play.again(), "host", seal="cd" * 32, **act) == "draw.seal_copied"


def test_a_key_that_does_not_fit_may_be_tried_again(play: Play) -> None:
    play.affirm().publish().seal()
    wrong = {"key": KEYS["host"].key, "by": play.by("community-1"), "now": play.now}
    assert refused(seals.open_seal, play.again(), "community-1", **wrong) == "select.draw_misfit"
    play.open("community-1")


def test_a_published_list_can_no_longer_be_ended_but_a_frozen_pool_can(play: Play) -> None:
    play.affirm().publish()
    end = {"by": play.by("host"), "now": play.now}
    assert refused(draws.end_draw, play.again(), **end) == "select.draw_list_stands"


def test_without_network_and_without_any_opening_nothing_is_drawn_and_the_draw_may_end(play: Play) -> None:
    play.affirm().publish().later(3)
    assert refused(play.finish) == "draw.nobody_opened"
    draws.end_draw(play.again(), by=play.by("host"), now=play.now)
    assert deeds()[-2:] == ["select.draw_ended", "select.draw_audit_sealed"]


def test_the_beacon_is_waited_for_and_only_its_own_round_counts(play: Play) -> None:
    play.affirm().publish("drand").seal().open()
    assert refused(play.finish, "ab" * 48) == "select.draw_waits_for_round"
    play.later(2.5)
    number = play.again().beacon["round"]
    assert refused(play.finish, json.dumps({"round": number + 1, "signature": "ab" * 48})) == "draw.round"
    play.finish(json.dumps({"round": number, "signature": "ab" * 48}))
    assert play.again().value["round"] == number
    assert value_at(play.draw) >= play.draw.opened_until + timedelta(minutes=10)


def test_public_numbers_are_read_line_by_line(play: Play) -> None:
    play.affirm().publish("rfc3797", ("lottery", "index")).seal("host").later(3)
    assert refused(play.finish, "1 2 3") == "draw.sources"
    play.finish("3 1 2\n11812")
    assert bytes.fromhex(play.again().value["signature"]) == b"1.2.3./11812./"


def test_what_was_frozen_stays_whatever_becomes_of_the_quotas(play: Play) -> None:
    before = play.draw.h0
    changed = ranges(play.pool, community__1=(0, 4))
    actions.set_quotas(play.pool, changed, by=play.by("host"), now=play.now)
    play.affirm().publish()
    assert ceremony_of(play.again()).freeze.head.hex() == before


def test_a_second_draw_waits_for_the_first(play: Play) -> None:
    assert refused(play.freeze) == "select.draw_open"


def test_a_seat_given_up_is_drawn_anew_with_the_confirmed_in_their_seats(tmp_path, play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    given_up, *kept = play.stand()
    given_up.withdrawn_on = play.now.date()
    given_up.save()
    fresh = Play(play.cast, play.pool, play.now)
    fresh.draw = draws.freeze_replacement(play.pool.workshop, by=play.by("host"), now=play.now)
    if fresh.again().listed is None:
        draws.compute_list(fresh.draw)
    fresh.affirm().publish().seal().open().finish()
    assert check(tmp_path, fresh).valid
    seats = fresh.stand()
    assert [seat.community_id for seat in seats] == [given_up.community_id]
    assert seats[0].account.alias not in {given_up.account.alias, *(seat.account.alias for seat in kept)}


def test_two_alternates_are_drawn_the_same_way_and_stay_sealed_until_read(play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    seated = {seat.account.alias for seat in play.stand()}
    more = Play(play.cast, play.pool, play.now)
    more.draw = draws.freeze_alternates(play.pool.workshop, by=play.by("host"), now=play.now)
    if more.again().listed is None:
        draws.compute_list(more.draw)
    more.affirm().publish().seal().open().finish()
    assert more.stand() == []
    page = play.cast.client(play.cast.convener).get(url(play.cast, "draw", more.draw.pk)).content.decode()
    names = drawn_labels(more.again())
    assert len(names) == 2 and not seated.intersection(names) and not any(f"{name}," in page for name in names)
    assert seals.read_alternates(more.draw, by=play.by("host"), now=play.now) == names
    assert deeds()[-1] == "select.draw_alternates_read"


def test_drawn_alternates_reach_the_application_without_whoever_withdrew_or_sits(play: Play) -> None:
    workshop = play.pool.workshop
    assert drawn_alternates(workshop) is None
    play.affirm().publish().seal().open().finish().stand()
    assert drawn_alternates(workshop) == []
    assert open_alternates(workshop, play.by("host"), play.now) == []
    more = Play(play.cast, play.pool, play.now)
    more.draw = draws.freeze_alternates(workshop, by=play.by("host"), now=play.now)
    if more.again().listed is None:
        draws.compute_list(more.draw)
    more.affirm().publish().seal().open().finish().stand()
    first, second = drawn_alternates(workshop)
    assert open_alternates(workshop, play.by("host"), play.now) == [first, second]
    assert deeds()[-1] == "select.draw_alternates_read"
    Nomination.objects.filter(account__alias=first).update(state="withdrawn")
    assert drawn_alternates(workshop) == [second]


def test_the_roster_leads_to_the_fresh_draw_for_a_seat_given_up(play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    given_up = play.stand()[0]
    given_up.withdrawn_on = play.now.date()
    given_up.save()
    heron = play.cast.client(play.cast.convener)
    roster = url(play.cast, "roster", play.pool.workshop.number)
    offered = 'value="refill"' in heron.get(roster).content.decode()
    answer = heron.post(roster, {"deed": "refill"})
    fresh = Draw.objects.last()
    assert (offered, fresh.kind, fresh.seats) == (True, "replacement", 1)
    assert answer.url == url(play.cast, "draw", fresh.pk)
    assert answer.url in heron.get(roster).content.decode()


def test_deadlines_are_shown_and_typed_by_the_clock_of_the_place(play: Play) -> None:
    workshop = play.pool.workshop
    workshop.zone, workshop.city = "Asia/Tbilisi", "Tbilisi"
    workshop.save()
    play.affirm()
    heron, draw = play.cast.client(play.cast.convener), url(play.cast, "draw", play.draw.pk)
    day = (play.now + timedelta(days=3)).date()
    sent = {"sealed_until": f"{day}T10:00", "opened_until": f"{day}T18:30", "beacon": "none", "sources": ""}
    assert "Tbilisi (Asia/Tbilisi)" in heron.get(draw).content.decode()
    assert heron.post(url(play.cast, "draw_publish", play.draw.pk), sent).status_code == 302
    assert f"{play.again().sealed_until:%H:%M}" == "06:00"
    assert "10:00 by the clock of Tbilisi" in heron.get(draw).content.decode()


def test_a_drawn_person_who_withdrew_meanwhile_is_not_seated(play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    gone = drawn_labels(play.again())[0]
    Nomination.objects.filter(account__alias=gone).update(state="declined")
    assert gone not in {seat.account.alias for seat in play.stand()}


def test_a_person_finds_the_own_row_with_chance_and_receipt_and_no_other(tmp_path, cast: Cast, play: Play) -> None:
    play.affirm().publish()
    own = cast.participants[1][0]
    page = cast.client(own).get(url(cast, "draw_own", play.draw.pk)).content.decode()
    assert play.draw.listed["chances"][own.alias] in page
    assert not any(other.alias in page for other in cast.participants[2])
    receipt = cast.client(own).get(url(cast, "draw_receipt", play.draw.pk)).content
    (tmp_path / "receipt.json").write_bytes(receipt)
    assert verify_draw.verify(tmp_path / "receipt.json").valid
    assert cast.client(cast.nominees[1]).get(url(cast, "draw_own", play.draw.pk)).status_code == 404


def test_proof_and_pages_of_a_guarantor_hold_no_alias_of_the_other_community(cast: Cast, play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    proof = cast.client(cast.guarantors[1]).get(url(cast, "draw_proof", play.draw.pk)).content.decode()
    page = cast.client(cast.guarantors[1]).get(url(cast, "draw", play.draw.pk)).content.decode()
    for person in cast.participants[2]:
        assert person.alias not in proof and person.alias not in page
    assert any(person.alias in page for person in cast.participants[1])


def test_the_audit_file_opens_when_the_guarantors_of_every_community_have_asked(cast: Cast, play: Play) -> None:
    address = url(cast, "draw_audit_file", play.draw.pk)
    for side in (1, 2):
        assert cast.client(cast.guarantors[1]).get(address).status_code == 404
        cast.client(cast.guarantors[side]).post(url(cast, "draw_audit", play.draw.pk))
    audit = cast.client(cast.guarantors[1]).get(address).content.decode()
    assert '"tracktwo-audit"' in audit and cast.participants[1][0].alias not in audit
    assert cast.client(cast.convener).get(address).status_code == 404


def test_after_a_purge_the_proof_still_verifies_and_no_row_can_be_guessed(tmp_path, cast: Cast, play: Play) -> None:
    play.affirm().publish().seal().open().finish()
    play.stand()
    before, own = drawn_labels(play.again()), cast.participants[1][0]
    destroy_attributes(cast.programme.compartment)
    draw = play.again()
    assert check(tmp_path, play).wrong == ""
    assert (drawn_labels(draw), draw.secret, draw.h0) == (before, "", freeze_of(draw).head.hex())
    assert {tuple(features) for _alias, features, _groups, _score in draw.frozen["rows"]} == {("community",)}
    asked = ((cast.convener, "draw"), (own, "draw_own"), (own, "draw_receipt"))
    pages = [cast.client(account).get(url(cast, name, draw.pk)).status_code for account, name in asked]
    assert pages == [200, 200, 422]
    for side in (1, 2):
        cast.client(cast.guarantors[side]).post(url(cast, "draw_audit", draw.pk))
    assert cast.client(cast.guarantors[1]).get(url(cast, "draw_audit_file", draw.pk)).status_code == 404


def test_the_whole_draw_goes_by_plain_forms(cast: Cast, play: Play) -> None:
    """No script: a key typed by each party, and what the house kept of it before the opening is the seal alone."""
    clients = {"host": cast.client(cast.convener)} | {
        f"community-{side}": cast.client(cast.guarantors[side]) for side in (1, 2)
    }
    at = lambda name: url(cast, f"draw_{name}", play.draw.pk)  # noqa: E731
    for client in clients.values():
        assert client.post(at("affirm")).status_code == 302
    ends = [timezone.localtime() + timedelta(hours=hours) for hours in (1, 2)]
    said = dict(zip(("sealed_until", "opened_until"), (f"{end:%Y-%m-%dT%H:%M}" for end in ends), strict=True))
    assert clients["host"].post(at("publish"), said | {"beacon": "none"}).status_code == 302
    for party, client in clients.items():
        assert client.post(at("seal"), {"key": KEYS[party].key}).status_code == 302
    assert not Seal.objects.exclude(key="").exists()
    for party, client in clients.items():
        assert client.post(at("open"), {"key": KEYS[party].key}).status_code == 302
    assert clients["host"].post(at("finish")).status_code == 302
    assert clients["host"].post(at("stand")).status_code == 302
    assert play.again().stands_at is not None


def test_a_refused_key_is_never_sent_back(cast: Cast, play: Play) -> None:
    play.affirm().publish()
    typed = "12" * 63
    answer = cast.client(cast.convener).post(url(cast, "draw_seal", play.draw.pk), {"key": typed})
    assert answer.status_code == 422 and typed not in answer.content.decode()


def test_the_part_that_asks_for_itself_stands_still_until_somebody_does_something(cast: Cast, play: Play) -> None:
    client, address = cast.client(cast.guarantors[1]), url(cast, "draw_now", play.draw.pk)
    tag = client.get(address)["ETag"]
    play.affirm("host")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_waits_says_the_next_step_to_the_party_that_takes_it(cast: Cast, play: Play) -> None:
    home = reverse("site:programme", args=[cast.programme.key])
    assert "Compare and affirm" in cast.client(cast.guarantors[1]).get(home).content.decode()
    play.affirm().publish().seal("community-1")
    assert "Seal my number" not in cast.client(cast.guarantors[1]).get(home).content.decode()
    assert "Seal my number" in cast.client(cast.guarantors[2]).get(home).content.decode()


def test_a_draw_of_another_programme_is_nowhere(cast: Cast, play: Play) -> None:
    address = reverse("select:draw", args=[cast.other_programme.key, play.draw.pk])
    assert cast.client(cast.other_convener).get(address).status_code == 404
    assert Draw.objects.count() == 1 and tuple(play.draw.parties) == PARTIES


SIGNING = bytes([5]) * 32


def named(play: Play) -> Play:
    public = sign(SIGNING, b"").key.hex()
    answer = play.cast.client(play.cast.guarantors[1]).post(url(play.cast, "keys"), {"public": public})
    assert answer.status_code == 302
    return play


def yes_of(play: Play) -> str:
    message = yes_to_freeze(play.draw.code, "community-1", bytes.fromhex(play.draw.h0))
    return sign(SIGNING, message).signature.hex()


def test_a_party_that_named_a_key_signs_its_yes_and_the_proof_says_so(tmp_path, play: Play) -> None:
    named(play)
    linden = play.cast.client(play.cast.guarantors[1])
    place = url(play.cast, "draw_affirm", play.draw.pk)
    unsigned = linden.post(place, {"signature": ""})
    assert (unsigned.status_code, "has to be signed" in unsigned.content.decode()) == (422, True)
    assert linden.post(place, {"signature": yes_of(play)}).status_code == 302
    play.affirm("community-2", "host").publish().seal().open().finish()
    report = check(tmp_path, play)
    assert report.wrong == ""
    assert [claim for claim in report.checked if claim.startswith("community-1 signed its yes to H0")]


def test_a_seal_may_be_signed_and_only_with_the_partys_own_key(tmp_path, play: Play) -> None:
    named(play)
    draws.affirm_freeze(play.draw, "community-1", signature=yes_of(play), by=play.by("community-1"), now=play.now)
    play.affirm("community-2", "host").publish()
    seal = play.seal_of("community-1")
    message = own_seal(play.draw.code, "community-1", bytes.fromhex(play.draw.h1), bytes.fromhex(seal))
    act = {"seal": seal, "by": play.by("community-1"), "now": play.now}
    false = sign(bytes([6]) * 32, message).signature.hex()
    assert refused(seals.set_seal, play.again(), "community-1", signature=false, **act) == "draw.signature_false"
    seals.set_seal(play.again(), "community-1", signature=sign(SIGNING, message).signature.hex(), **act)
    assert "community-1 signed its seal with that same key" in check(tmp_path, play).checked


def test_a_signature_without_a_named_key_is_refused(play: Play) -> None:
    act = {"signature": yes_of(play), "by": play.by("community-1"), "now": play.now}
    assert refused(draws.affirm_freeze, play.draw, "community-1", **act) == "draw.key_unnamed"


def test_another_key_takes_the_place_of_the_first_and_no_key_stands_for_two(play: Play) -> None:
    named(play)
    linden = play.cast.client(play.cast.guarantors[1])
    other = sign(bytes([6]) * 32, b"").key.hex()
    assert linden.post(url(play.cast, "keys"), {"public": other}).status_code == 302
    in_force = PartyKey.objects.filter(withdrawn_at=None).values_list("party", "public")
    assert list(in_force) == [("community-1", other)]
    rowan = play.cast.client(play.cast.guarantors[2])
    assert rowan.post(url(play.cast, "keys"), {"public": other}).status_code == 422
    assert linden.post(url(play.cast, "keys"), {"deed": "withdraw"}).status_code == 302
    assert not PartyKey.objects.filter(withdrawn_at=None).exists()
