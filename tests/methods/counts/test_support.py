"""Support by clause: three counters each, told for all clauses of a community or for none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.counts import (
    AGREED_IN_EVERY_COMMUNITY,
    TWO_THIRDS_IN_EVERY_COMMUNITY,
    SupportVotes,
    add_answers,
    tally_support,
)
from tracktwo.methods.record import Refusal

RULE = AGREED_IN_EVERY_COMMUNITY


def test_a_worked_example() -> None:
    votes = [SupportVotes(1, 8, ((6, 1, 1), (3, 4, 1))), SupportVotes(2, 7, ((4, 2, 1), (5, 1, 1)))]
    result = tally_support(RULE, 2, votes)
    assert [(side.kind, side.met, side.cells) for side in result.sides] == [
        ("shown", (True, False), ((6, 1, 1), (3, 4, 1))),
        ("shown", (True, True), ((4, 2, 1), (5, 1, 1))),
    ]
    assert result.met == (True, False)
    assert tally_support(TWO_THIRDS_IN_EVERY_COMMUNITY, 2, votes).met == (True, False)


def test_one_unanimous_clause_withholds_all_of_its_community() -> None:
    result = tally_support(RULE, 2, [SupportVotes(1, 8, ((8, 0, 0), (3, 4, 1)))])
    assert [(side.kind, side.met, side.cells) for side in result.sides] == [("withheld", (True, False), None)]


def test_five_voters_are_withheld_and_five_members_speak_aloud() -> None:
    votes = [SupportVotes(1, 8, ((3, 2, 0),)), SupportVotes(2, 5, words=(True,))]
    sides = tally_support(RULE, 1, votes).sides
    assert [(side.kind, side.met, side.cells) for side in sides] == [
        ("withheld", (True,), None),
        ("aloud", (True,), None),
    ]


def test_a_community_without_a_word_has_not_affirmed() -> None:
    assert tally_support(RULE, 2, [SupportVotes(1, 3)]).met == (False, False)


def test_nobody_asked_is_refused() -> None:
    with pytest.raises(Refusal, match="no_side"):
        tally_support(RULE, 1, [])


@pytest.mark.parametrize("answers", [[], ["pass"], ["pass", "maybe"], ["pass"] * 3])
def test_an_answer_to_every_clause_and_no_other(answers: list[str]) -> None:
    with pytest.raises(Refusal, match="support_answer"):
        add_answers([[0, 0, 0], [0, 0, 0]], answers)


@given(st.lists(st.lists(st.sampled_from(["live_with", "not_yet", "pass"]), min_size=3, max_size=3), max_size=12))
def test_whatever_the_order_the_counters_are_the_same(people: list[list[str]]) -> None:
    def counted(told: list[list[str]]) -> tuple[tuple[int, int, int], ...]:
        cells: tuple[tuple[int, int, int], ...] = ((0, 0, 0),) * 3
        for answers in told:
            cells = add_answers(cells, answers)
        return cells

    assert counted(people) == counted(people[::-1])
    assert [sum(row) for row in counted(people)] == [len(people)] * 3
