"""Malformed pools and quotas: each refused with its code, its row and column, and a way out in three languages."""

from __future__ import annotations

import pytest

from tracktwo.cli.methods.tongue import choose_tongue
from tracktwo.data.refusals import say
from tracktwo.exchange.pools import Returning, read_question
from tracktwo.methods.record import Refusal

POOL = b"id,side,craft,before,score\nauk,1,a,yes,3\ncrane,1,b,no,2\nheron,2,a,no,1\nibis,2,b,no,0\n"
QUOTAS = b"feature,value,min,max\nside,1,1,1\nside,2,1,1\n"
PAIRS = b"id_1,id_2\nauk,ibis\n"


def swap(content: bytes, old: bytes, new: bytes) -> bytes:
    assert old in content
    return content.replace(old, new)


# what, pool, quotas, further arguments, code, row, column
BAD = [
    ("an id twice", swap(POOL, b"crane", b"auk"), QUOTAS, {}, "table.repeated", 3, "id"),
    ("an id left blank", swap(POOL, b"crane", b""), QUOTAS, {}, "table.required_blank", 3, "id"),
    ("a cell too many", swap(POOL, b"crane,1,b,no,2", b"crane,1,b,no,2,9"), QUOTAS, {}, "table.ragged", 3, None),
    ("a formula", swap(POOL, b"crane", b"=crane"), QUOTAS, {}, "table.formula", 3, "id"),
    ("a value without a line", swap(POOL, b"heron,2", b"heron,3"), QUOTAS, {}, "pool.value_without_quota", 4, "side"),
    ("a column that is not there", POOL, swap(QUOTAS, b"side,2", b"age,2"), {}, "pool.feature_missing", 3, "feature"),
    ("half a crossing not there", POOL, QUOTAS + b"side & age,1 & x,0,1\n", {}, "pool.feature_missing", 4, "feature"),
    ("a minimum above its maximum", POOL, swap(QUOTAS, b"1,1,1", b"1,2,1"), {}, "pool.quota_reversed", 2, "min"),
    ("a number in words", POOL, swap(QUOTAS, b"1,1,1", b"1,one,1"), {}, "cell.whole", 2, "min"),
    ("a negative number", POOL, swap(QUOTAS, b"2,1,1", b"2,-1,1"), {}, "cell.whole", 3, "min"),
    ("half a seat", POOL, swap(QUOTAS, b"2,1,1", b"2,1,1.5"), {}, "cell.whole", 3, "max"),
    ("a line twice", POOL, QUOTAS + b"side,1,0,1\n", {}, "table.repeated", 4, "value"),
    (
        "a flexible limit inside",
        POOL,
        b"feature,value,min,max,min_flex,max_flex\nside,1,1,1,2,1\nside,2,1,1,0,2\n",
        {},
        "pool.flex_inside",
        2,
        "min_flex",
    ),
    (
        "neither yes nor no",
        swap(POOL, b"heron,2,a,no", b"heron,2,a,perhaps"),
        QUOTAS,
        {"returning": Returning("before", 0, 1)},
        "pool.returning_unclear",
        4,
        "before",
    ),
    ("a score in words", swap(POOL, b"no,2", b"no,good"), QUOTAS, {"score": "score"}, "pool.score_unclear", 3, "score"),
    ("a score below zero", swap(POOL, b"no,2", b"no,-2"), QUOTAS, {"score": "score"}, "pool.score_unclear", 3, "score"),
    ("a pair with a stranger", POOL, QUOTAS, {"conflicts": PAIRS + b"auk,wren\n"}, "pool.pair_unknown", 3, "id_2"),
    ("a pair of one", POOL, QUOTAS, {"conflicts": PAIRS + b"auk,auk\n"}, "pool.pair_alone", 3, "id_2"),
]


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize(("what", "pool", "quotas", "further", "code", "row", "column"), BAD)
def test_it_is_refused_at_its_row_and_column(
    what: str,
    pool: bytes,
    quotas: bytes,
    further: dict[str, object],
    code: str,
    row: int,
    column: str | None,
    language: str,
) -> None:
    with pytest.raises(Refusal) as caught:
        read_question(pool, quotas, 2, **further)
    first = getattr(caught.value, "each", (caught.value,))[0]
    assert (first.code, first.params["row"], first.params.get("column")) == (code, row, column)
    said = say(first, choose_tongue(language))
    assert str(row) in said and (column or "") in said
    # What happened, what was kept, what to do.
    assert said.count(". ") >= 2
    assert not any(name in said for name in ("auk", "crane", "heron", "wren"))


@pytest.mark.parametrize("headings", ["feature,value", "category,feature", "category,name", "Category,Name"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_layouts_of_the_public_tools_are_read_unchanged(headings: str, encoding: str, delimiter: str) -> None:
    pool = "nationbuilder_id,стать\n1,жінка\n2,чоловік\n3,жінка\n".replace(",", delimiter)
    quotas = f"{headings},min,max\nстать,жінка,1,1\nстать,чоловік,1,1\n".replace(",", delimiter)
    question = read_question(pool.encode(encoding), quotas.encode(encoding), 2)
    assert [person.features["стать"] for person in question.people] == ["жінка", "чоловік", "жінка"]


def test_a_crossing_of_two_columns_needs_no_column_of_its_own() -> None:
    question = read_question(POOL, QUOTAS + b"side & craft,1 & a,1,1\n", 2)
    assert [quota.said() for quota in question.quotas] == [
        "side = 1: 1–1",
        "side = 2: 1–1",
        "side × craft = 1 × a: 1–1",
    ]
