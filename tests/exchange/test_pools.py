"""Pools and quotas: three headings of the public tools, and every fault with row and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import say
from tracktwo.exchange.pools import Returning, read_question, read_quotas
from tracktwo.methods.lottery import Question, Quota, find_lottery
from tracktwo.methods.record import Refusal, Refusals

POOL = b"id,side,nest\nauk,1,north\ncrane,2,\nheron,1,north\njay,2,\n"
QUOTAS = b"feature,value,min,max\nside,1,1,1\nside,2,0,2\n"


def refused(pool: bytes = POOL, quotas: bytes = QUOTAS, **options: object) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(Refusal) as caught:
        read_question(pool, quotas, 2, **options)
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    assert all(say(refusal) for refusal in each)
    return [(refusal.code, dict(refusal.params)) for refusal in each]


def test_a_pool_and_its_quotas_become_a_question() -> None:
    question = read_question(POOL, QUOTAS, 2)
    assert [person.id for person in question.people] == ["auk", "crane", "heron", "jay"]
    assert question.quotas == (Quota("side", "1", 1, 1), Quota("side", "2", 0, 2))
    assert question.people[0].features == {"side": "1"}


@pytest.mark.parametrize(
    "heading", ["feature,value,min,max", "category,feature,min,max", "category,name,min,max", "Category;Name;Min;Max"]
)
def test_the_headings_of_the_public_tools_mean_the_same(heading: str) -> None:
    delimiter = ";" if ";" in heading else ","
    rows = "\nside,1,1,1\n".replace(",", delimiter)
    assert read_quotas((heading + rows).encode()) == (Quota("side", "1", 1, 1),)


def test_flexible_limits_are_read_and_may_be_empty() -> None:
    content = b"feature,value,min,max,min_flex,max_flex\nside,1,1,2,0,3\nside,2,1,2,,\n"
    assert read_quotas(content) == (Quota("side", "1", 1, 2, 0, 3), Quota("side", "2", 1, 2))


def test_nationbuilder_ids_and_named_id_columns_are_found() -> None:
    renamed = POOL.replace(b"id,", b"nationbuilder_id,", 1)
    assert read_question(renamed, QUOTAS, 2) == read_question(POOL, QUOTAS, 2)
    named = POOL.replace(b"id,", b"badge,", 1)
    assert read_question(named, QUOTAS, 2, id_column="badge") == read_question(POOL, QUOTAS, 2)


def test_a_pool_without_ids_is_refused() -> None:
    assert refused(POOL.replace(b"id,", b"name,", 1)) == [
        ("table.column_missing", {"column": "id", "found": "name, side, nest"})
    ]


def test_a_person_twice_is_refused_with_both_rows() -> None:
    assert refused(POOL + b"auk,1,\n") == [("table.repeated", {"row": 6, "column": "id", "first": 2})]


def test_every_bad_quota_is_told_at_once() -> None:
    quotas = b"feature,value,min,max,min_flex\nside,1,2,1,\nside,2,x,2,\nside,1,0,-1,\n,3,0,1,\nside,4,1,2,2\n"
    assert [(code, params["row"], params["column"]) for code, params in refused(quotas=quotas)] == [
        ("pool.quota_reversed", 2, "min"),
        ("cell.whole", 3, "min"),
        ("cell.whole", 4, "max"),
        ("table.repeated", 4, "value"),
        ("cell.blank", 5, "feature"),
        ("pool.flex_inside", 6, "min_flex"),
    ]


def test_a_quota_for_a_column_that_the_pool_lacks_is_refused() -> None:
    assert refused(quotas=QUOTAS + b"craft,a,0,1\n") == [
        ("pool.feature_missing", {"row": 4, "column": "feature", "feature": "craft", "found": "id, side, nest"})
    ]


def test_a_value_without_a_quota_is_refused_with_its_row_and_without_its_content() -> None:
    assert refused(POOL + b"ibis,3,\n") == [("pool.value_without_quota", {"row": 6, "column": "side"})]


def test_an_unknown_column_of_the_quotas_is_refused() -> None:
    assert [code for code, _ in refused(quotas=b"feature,value,min,max,note\nside,1,0,1,x\n")] == [
        "table.column_unknown"
    ]


def test_columns_match_in_any_case() -> None:
    assert read_question(POOL.replace(b"side", b"SIDE"), QUOTAS, 2) == read_question(POOL, QUOTAS, 2)


def test_a_household_column_keeps_people_apart_and_a_blank_does_not() -> None:
    blanks = read_question(POOL, QUOTAS.replace(b"1,1,1", b"1,0,0"), 2, household="nest")
    assert find_lottery(blanks).cohorts == (("crane", "jay"),)
    with pytest.raises(Refusals):
        find_lottery(read_question(POOL, QUOTAS.replace(b"1,1,1", b"1,2,2"), 2, household="nest"))


def test_a_household_column_that_is_missing_is_refused() -> None:
    assert refused(household="home") == [("table.column_missing", {"column": "home", "found": "id, side, nest"})]


def test_pairs_who_may_not_sit_together_never_do() -> None:
    lottery = find_lottery(read_question(POOL, QUOTAS, 2, conflicts=b"id_1,id_2\njay,auk\n"))
    assert ("auk", "jay") not in lottery.cohorts
    assert ("auk", "crane") in lottery.cohorts


def test_pairs_of_strangers_and_of_one_are_refused() -> None:
    pairs = b"id_1,id_2\nauk,wren\njay,jay\n"
    assert refused(conflicts=pairs) == [
        ("pool.pair_unknown", {"row": 2, "column": "id_2"}),
        ("pool.pair_alone", {"row": 3, "column": "id_2"}),
    ]


def returning_pool() -> bytes:
    return "id,side,before\nauk,1,yes\ncrane,2,Так\nheron,1,\njay,2,no\n".encode()


def test_returning_people_are_kept_within_their_span() -> None:
    question: Question = read_question(returning_pool(), QUOTAS, 2, returning=Returning("before", 1, 1))
    assert find_lottery(question).cohorts == (("auk", "jay"), ("crane", "heron"))


def test_an_unclear_answer_about_returning_is_refused() -> None:
    pool = returning_pool() + b"ibis,1,perhaps\n"
    assert refused(pool, returning=Returning("before", 1, 1)) == [
        ("pool.returning_unclear", {"row": 6, "column": "before"})
    ]


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_two_files_are_read_or_refused(pool: bytes, quotas: bytes) -> None:
    for one, other in ((pool, QUOTAS), (POOL, quotas), (b"id,side\n" + pool, b"feature,value,min,max\n" + quotas)):
        try:
            assert read_question(one, other, 1).seats == 1
        except Refusal as refusal:
            assert refusal.code


cells = st.sampled_from(["side", "1", "2", "0", "-1", "99999999999999", "", "=1", "½", "x"])


@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=4))
def test_any_table_of_quotas_is_read_or_refused(rows: list[list[str]]) -> None:
    content = "feature,value,min,max\n" + "".join(",".join(row) + "\n" for row in rows)
    try:
        quotas = read_quotas(content.encode())
    except Refusal:
        return
    assert all(0 <= quota.minimum <= quota.maximum for quota in quotas)
