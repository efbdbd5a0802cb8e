"""What a draw leaves behind: tables that agree with each other, and a proof that repeats it."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.exchange.draws import (
    Draw,
    check_proof,
    digest_pool,
    digest_quotas,
    draw,
    write_alternates,
    write_cohort,
    write_lottery,
    write_probabilities,
    write_proof,
    write_result,
)
from tracktwo.exchange.pools import read_question
from tracktwo.exchange.tables import read_table
from tracktwo.methods.lottery import Question, find_lottery
from tracktwo.methods.record import Refusal, canonical_json

POOL = b"id,side\nauk,1\ncrane,1\ndunlin,1\nheron,2\nibis,2\njay,2\nknot,2\n"
QUOTAS = b"feature,value,min,max\nside,1,1,1\nside,2,1,1\n"
SEED = bytes.fromhex("00112233445566778899")


def ask_birds() -> Question:
    return read_question(POOL, QUOTAS, 2)


@pytest.fixture(scope="module")
def drawn() -> Draw:
    return draw(find_lottery(ask_birds(), "leximin"), SEED)


@pytest.fixture(scope="module")
def proof(drawn: Draw) -> bytes:
    return write_proof(ask_birds(), drawn)


def test_the_lottery_file_gives_the_chances_of_the_probabilities_file(drawn: Draw) -> None:
    counted: dict[str, int] = {}
    lottery = read_table(write_lottery(drawn))
    for row in lottery.rows:
        for seat in ("seat_1", "seat_2"):
            counted[row[seat]] = counted.get(row[seat], 0) + int(row["weight"])
    total = sum(int(row["weight"]) for row in lottery.rows)
    stated = {row["id"]: Fraction(row["exact"]) for row in read_table(write_probabilities(drawn)).rows}
    assert {person: Fraction(weight, total) for person, weight in counted.items()} == stated


def test_probabilities_are_decimals_and_fractions() -> None:
    lottery = find_lottery(ask_birds(), "leximin")
    rows = read_table(write_probabilities(lottery)).rows
    assert rows[0].cells == {"id": "auk", "probability": "0.333333333333333", "exact": "1/3"}
    assert rows[-1].cells == {"id": "knot", "probability": "0.250000000000000", "exact": "1/4"}


def test_the_cohort_file_lists_the_cohort_drawn(drawn: Draw) -> None:
    assert tuple(row["id"] for row in read_table(write_cohort(drawn)).rows) == drawn.cohort


def test_alternates_stand_beside_whom_they_replace(drawn: Draw) -> None:
    rows = read_table(write_alternates(drawn)).rows
    assert tuple(row["replaces"] for row in rows) == drawn.cohort
    side = {row["id"]: row["side"] for row in read_table(POOL).rows}
    assert all(side[row["id"]] == side[row["replaces"]] for row in rows)


def test_the_result_says_what_is_proven(drawn: Draw) -> None:
    assert json.loads(write_result(drawn, 0.5)) == {
        "objective": "leximin",
        "seats": 2,
        "people": 7,
        "min_probability": 0.25,
        "value": 0.25,
        "bound": 0.25,
        "gap": 0.0,
        "exact": "1/4",
        "levels": ["1/4", "1/3"],
        "proven": ["lottery", "levels", "barred", "optimal"],
        "unselectable": [],
        "cohorts": len(drawn.lottery.cohorts),
        "relaxations": [],
        "seconds": 0.5,
    }


def test_a_true_proof_repeats_the_draw(drawn: Draw, proof: bytes) -> None:
    assert check_proof(proof) == drawn.cohort


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seed", "ff112233445566778899"),
        ("ticket", "-1"),
        ("cohort", ["auk", "crane"]),
        ("index", -1),
        ("minimum", "1/2"),
        ("label", "tracktwo/draw/other"),
    ],
)
def test_an_altered_proof_is_false(proof: bytes, field: str, value: object) -> None:
    altered = {**json.loads(proof), field: value}
    with pytest.raises(Refusal) as caught:
        check_proof(canonical_json(altered))
    assert caught.value == Refusal("draw.proof_false")


def test_an_altered_weight_is_seen(proof: bytes) -> None:
    altered = json.loads(proof)
    altered["weights"][0] = str(int(altered["weights"][0]) + 1)
    with pytest.raises(Refusal) as caught:
        check_proof(canonical_json(altered))
    assert caught.value == Refusal("draw.proof_false")


@given(st.binary(max_size=60) | st.sampled_from([b"{}", b"[]", b"null", b'{"format":"tracktwo-draw","version":1}']))
def test_anything_else_is_no_proof(content: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        check_proof(content)
    assert caught.value == Refusal("draw.proof_unreadable")


def test_digests_follow_the_content_and_not_the_order_of_rows() -> None:
    header, *rows = POOL.splitlines(keepends=True)
    shuffled = read_question(header + b"".join(rows[::-1]), QUOTAS, 2)
    assert (digest_pool(shuffled), digest_quotas(shuffled)) == (digest_pool(ask_birds()), digest_quotas(ask_birds()))
    assert write_proof(shuffled, draw(find_lottery(shuffled), SEED)) == write_proof(
        ask_birds(), draw(find_lottery(ask_birds()), SEED)
    )
    other = read_question(POOL.replace(b"jay,2", b"jay,1"), QUOTAS, 2)
    assert digest_pool(other) != digest_pool(ask_birds())
    assert digest_quotas(read_question(POOL, QUOTAS, 2)) != digest_quotas(
        read_question(POOL, QUOTAS.replace(b"2,1,1", b"2,0,1"), 2)
    )


def test_the_reference_page_names_every_field(drawn: Draw, proof: bytes) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "selection-files.md").read_text(
        encoding="utf-8"
    )
    named = set(re.findall(r"`([a-z_]+)`", page))
    assert set(json.loads(write_result(drawn))) <= named
    assert set(json.loads(proof)) <= named | {"format", "version"}
