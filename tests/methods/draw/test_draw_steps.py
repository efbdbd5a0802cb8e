"""The six steps: what follows from what, and what nobody can do to the others."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.draw.given import PARTIES, RANDOMNESS, REVEALS, SIGNATURE, SIGNED_ROUND, Played
from tracktwo.data.beacons import QUICKNET
from tracktwo.methods.draw import (
    Asked,
    Reveal,
    Row,
    Stage,
    Times,
    Value,
    ask_alternates,
    check_commitment,
    check_receipt,
    check_value,
    commit,
    fits,
    fix_round,
    freeze_rows,
    joint_seed,
    list_withheld,
    randomness_of,
    read_key,
    rfc3797_key,
    round_after,
    round_time,
    stage_at,
)
from tracktwo.methods.draw.pool import who
from tracktwo.methods.record import Refusal

HEAD = bytes(32)
SEEDS = st.binary(min_size=32, max_size=32)
ROWS = [Row(f"bird {n}", {"side": str(n % 2)}, ("nest",) if n < 2 else ("own",)) for n in range(9)]


def code(error: pytest.ExceptionInfo[Refusal]) -> str:
    return error.value.code


def test_a_pool_freezes_the_same_whatever_the_order_of_its_rows() -> None:
    assert freeze_rows(ROWS, bytes(32)) == freeze_rows(ROWS[::-1], bytes(32))


def test_another_secret_gives_another_tree_and_another_order() -> None:
    one, other = freeze_rows(ROWS, bytes(32)), freeze_rows(ROWS, bytes([1]) * 32)
    assert one.root != other.root and dict(one.numbers) != dict(other.numbers)


def test_everybody_finds_the_own_row_and_nobody_anothers() -> None:
    frozen = freeze_rows(ROWS, bytes(32))
    for row in ROWS:
        receipt = frozen.receipt_for(row.alias)
        own = bytes.fromhex(json.loads(receipt.leaf)["who"])
        assert check_receipt(receipt, frozen.root, own)
        assert who("bird 10", receipt.who_salt) != own


def test_leaves_hold_no_alias_and_no_label_of_a_group() -> None:
    leaves = b"".join(freeze_rows(ROWS, bytes(32)).leaves)
    assert b"bird" not in leaves and b"nest" not in leaves


def test_one_alias_for_two_is_refused() -> None:
    with pytest.raises(Refusal) as error:
        freeze_rows([*ROWS, ROWS[0]], bytes(32))
    assert code(error) == "draw.alias_repeated"


@given(SEEDS, SEEDS)
def test_a_seal_opens_with_its_own_key_for_its_own_party_draw_and_list(seed: bytes, nonce: bytes) -> None:
    reveal = Reveal(seed, nonce)
    seal = commit("draw-1", HEAD, "host", reveal)
    assert fits(seal, "draw-1", HEAD, "host", read_key(reveal.key))
    assert not fits(seal, "draw-1", HEAD, "community-1", reveal)  # copied from another party
    assert not fits(seal, "draw-2", HEAD, "host", reveal)  # replayed in another draw
    assert not fits(seal, "draw-1", bytes([1]) * 32, "host", reveal)  # the list was changed after the seal


def test_a_copied_seal_is_refused_when_it_is_set() -> None:
    seal = commit("draw-1", HEAD, "host", REVEALS["host"])
    with pytest.raises(Refusal) as error:
        check_commitment(seal.hex().upper(), {seal})
    assert code(error) == "draw.seal_copied"


@given(st.text(max_size=140))
def test_whatever_is_typed_as_seal_or_key_is_read_or_refused(text: str) -> None:
    for read in (lambda: check_commitment(text, ()), lambda: read_key(text)):
        try:
            read()
        except Refusal as refusal:
            assert refusal.code in {"draw.seal", "draw.key"}


def test_the_round_is_the_first_one_ten_minutes_after_the_opening() -> None:
    beacon = fix_round(QUICKNET, QUICKNET.genesis + 1)
    assert (round_time(QUICKNET, beacon.round) - QUICKNET.genesis, beacon.round) == (603, 202)


@given(st.integers(QUICKNET.genesis, QUICKNET.genesis + 10**9))
def test_no_round_before_it_would_do(moment: int) -> None:
    number = round_after(QUICKNET, moment)
    assert round_time(QUICKNET, number) >= moment > round_time(QUICKNET, number - 1) or number == 1


def test_the_pinned_chain_fits_a_published_round() -> None:
    assert randomness_of(SIGNATURE) == RANDOMNESS
    beacon = fix_round(QUICKNET, round_time(QUICKNET, SIGNED_ROUND) - 600)
    assert check_value(beacon, SIGNATURE, SIGNED_ROUND, RANDOMNESS).round == 1000


@pytest.mark.parametrize(
    ("signature", "number", "randomness", "said"),
    [
        (SIGNATURE, 1001, None, "draw.round"),
        (SIGNATURE, None, bytes(32), "draw.randomness"),
        (SIGNATURE[:-1], None, None, "draw.signature"),
    ],
)
def test_a_wrong_value_is_refused(signature: bytes, number: int | None, randomness: bytes | None, said: str) -> None:
    with pytest.raises(Refusal) as error:
        check_value(fix_round(QUICKNET, round_time(QUICKNET, SIGNED_ROUND) - 600), signature, number, randomness)
    assert code(error) == said


def test_the_key_is_that_of_rfc_3797_section_6() -> None:
    key = rfc3797_key([[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])
    assert key == "9319./2.5.8.10.12./9.18.26.34.41.45./"
    assert follow_rfc3797(key, 25, 4) == ["990DD0A5692A029A98B5E01AA28F3459", "3691E55CB63FCC37914430B2F70B5EC6",
        "FE814EDF564C190AC1D25753979990FA", "1863CCACEB568C31D7DDBDF1D4E91387"]  # fmt: skip


@pytest.mark.oracle
def test_the_worked_example_of_rfc_3797_comes_out(oracle_data: Path) -> None:
    told = json.loads((oracle_data / "selection" / "rfc3797.json").read_text())
    key = rfc3797_key(told["sources"])
    hashes = follow_rfc3797(key, len(told["pool"]), len(told["md5"]))
    assert (key, hashes) == (told["key"], told["md5"])
    left, chosen = list(range(1, len(told["pool"]) + 1)), []
    for digest in hashes:
        chosen.append(left.pop(int(digest, 16) % len(left)))
    assert chosen == told["selected"]


def follow_rfc3797(key: str, _pool: int, count: int) -> list[str]:
    """Section 4: the MD5 of the key between the counter, twice two bytes."""
    places = (number.to_bytes(2, "big") for number in range(count))
    return [hashlib.md5(place + key.encode() + place).hexdigest().upper() for place in places]


def test_a_withheld_last_opening_changes_the_number_blindly_and_is_named() -> None:
    """Whoever withholds knows neither number: the beacon comes later, and both numbers hang on it."""
    held = {party: reveal for party, reveal in REVEALS.items() if party != "host"}
    value = Value(QUICKNET.hash, 1000, SIGNATURE)
    later = Value(QUICKNET.hash, 1000, SIGNATURE[::-1])
    seeds = {joint_seed(HEAD, PARTIES, opened, said) for opened in (REVEALS, held) for said in (value, later)}
    assert len(seeds) == 4
    assert list_withheld(PARTIES, held) == ("host",)


def test_without_any_opening_and_any_value_nothing_is_drawn() -> None:
    with pytest.raises(Refusal) as error:
        joint_seed(HEAD, PARTIES, {}, Value())
    assert code(error) == "draw.nobody_opened"
    assert joint_seed(HEAD, PARTIES, {}, Value(QUICKNET.hash, 1000, SIGNATURE))


def test_an_opening_stands_in_the_place_of_its_party() -> None:
    swapped = {"host": REVEALS["community-1"], "community-1": REVEALS["host"], "community-2": REVEALS["community-2"]}
    assert joint_seed(HEAD, PARTIES, REVEALS, Value()) != joint_seed(HEAD, PARTIES, swapped, Value())


@pytest.mark.parametrize(
    ("now", "sealed", "opened", "stage"),
    [
        (50, 2, 0, Stage.COMMIT),
        (50, 3, 0, Stage.REVEAL),
        (100, 2, 0, Stage.REVEAL),
        (150, 2, 1, Stage.REVEAL),
        (150, 2, 2, Stage.BEACON),
        (200, 3, 0, Stage.BEACON),
        (100, 0, 0, Stage.BEACON),
    ],
)
def test_only_the_clock_and_what_was_handed_in_decide(now: int, sealed: int, opened: int, stage: Stage) -> None:
    times = Times(100, 200, 800)
    assert stage_at(now, times, affirmed=True, parties=3, sealed=sealed, opened=opened, drawn=False) == stage


def test_a_draw_comes_out_the_same_whatever_the_order_of_the_rows() -> None:
    from tests.methods.draw.given import birds

    assert Played(birds(shuffled=True)).proof() == Played().proof()


def pairs_of_birds(sides: str = "112233") -> Asked:
    """Two seats for each side, at most one of a nest; everybody's nest mate is of the same side."""
    rows = tuple(Row(f"bird {n}", {"side": side}, (f"nest {n // 2}",)) for n, side in enumerate(sides * 2))
    return Asked(rows, tuple(("side", side, 2, 2) for side in sorted(set(sides))), 2 * len(set(sides)))


def test_an_alternate_could_take_some_seat_and_no_side_has_both() -> None:
    asked = pairs_of_birds("1122")
    more = ask_alternates(asked, [f"bird {n}" for n in (0, 2, 4, 6)])
    assert [row.alias for row in more.rows] == ["bird 1", "bird 3", "bird 5", "bird 7"]
    assert more.quotas == (("side", "1", 1, 1), ("side", "2", 1, 1))


def test_who_shares_a_nest_with_two_that_stay_is_no_alternate() -> None:
    rows = [Row("heron", {"side": "1"}, ("a", "b")), Row("ibis", {"side": "1"}, ("a",))]
    rows += [Row("jay", {"side": "1"}, ("b",)), Row("knot", {"side": "1"}), Row("owl", {"side": "1"})]
    more = ask_alternates(Asked(tuple(rows), (("side", "1", 2, 2),), 2), ["ibis", "jay"])
    assert [row.alias for row in more.rows] == ["knot", "owl"]


def test_of_three_sides_no_side_has_two_alternates() -> None:
    more = ask_alternates(pairs_of_birds(), [f"bird {n}" for n in (0, 2, 4, 6, 8, 10)])
    assert {(low, high) for _feature, _value, low, high in more.quotas} == {(0, 1)}


def test_fewer_than_two_who_fit_are_said_to_be_too_few() -> None:
    rows = tuple(Row(name, {"side": side}) for name, side in (("auk", "1"), ("ibis", "1"), ("jay", "2")))
    with pytest.raises(Refusal) as error:
        ask_alternates(Asked(rows, (("side", "1", 1, 1), ("side", "2", 0, 0)), 1), ["auk"])
    assert (code(error), error.value.params["people"]) == ("draw.alternates_few", 1)
