"""A vote in the room: what is shown, what is withheld, and that nothing withheld can be worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import sentences
from tracktwo.methods.counts import (
    AGREED_IN_EVERY_COMMUNITY,
    TWO_THIRDS_IN_EVERY_COMMUNITY,
    Aloud,
    Result,
    Rule,
    Shown,
    Total,
    Votes,
    Withheld,
    rule_named,
    tally,
)
from tracktwo.methods.record import Refusal

RULES = (AGREED_IN_EVERY_COMMUNITY, TWO_THIRDS_IN_EVERY_COMMUNITY)


def of(side: int, agree: int, disagree: int, passed: int, members: int = 8) -> Votes:
    return Votes(side, members, agree, disagree, passed)


def electorate(side: int, members: int) -> list[Votes]:
    counts = product(range(members + 1), repeat=3)
    return [Votes(side, members, *cells) for cells in counts if sum(cells) <= members]


def worlds_by_result(rule: Rule, worlds: Iterable[tuple[Votes, ...]]) -> dict[Hashable, list[tuple[Votes, ...]]]:
    seen: dict[Hashable, list[tuple[Votes, ...]]] = defaultdict(list)
    for world in worlds:
        seen[tally(rule, world)].append(world)
    return seen


def test_six_voters_who_differ_are_shown() -> None:
    result = tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 5, 1, 0)])
    assert result == Result((Shown(1, 5, 1, 0, met=True),), Total(5, 1, 0), True)


def test_five_voters_are_withheld() -> None:
    assert tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 4, 1, 0)]).sides == (Withheld(1, "counts.withheld", met=True),)


def test_unanimity_is_withheld_for_the_same_stated_reason() -> None:
    assert tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 8, 0, 0)]).sides == (Withheld(1, "counts.withheld", met=True),)


def test_one_community_withheld_takes_the_total_with_it() -> None:
    result = tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 5, 2, 1), of(2, 0, 8, 0)])
    assert (result.total, result.met) == (None, False)


def test_three_communities_are_counted_each_for_itself() -> None:
    result = tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 7, 1, 0), of(2, 7, 1, 0), of(3, 3, 4, 1)])
    assert ([side.met for side in result.sides], result.met) == ([True, True, False], False)
    assert result.total == Total(17, 6, 1)


def test_a_community_below_six_affirms_aloud() -> None:
    result = tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 5, 2, 1), Votes(2, 5, word=True)])
    assert (result.sides[1], result.met, result.total) == (Aloud(2, True), True, None)


def test_the_outcome_waits_for_a_word_not_yet_given() -> None:
    assert tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 5, 2, 1), Votes(2, 5)]).met is None


def test_one_community_against_decides_without_waiting() -> None:
    assert tally(AGREED_IN_EVERY_COMMUNITY, [of(1, 2, 5, 1), Votes(2, 5)]).met is False


@pytest.mark.parametrize(("agree", "disagree", "half", "two_thirds"), [
    (0, 0, False, False), (3, 3, False, False), (4, 3, True, False), (4, 2, True, True), (1, 0, True, True),
])  # fmt: skip
def test_rules_at_their_edges(agree: int, disagree: int, half: bool, two_thirds: bool) -> None:
    votes = [of(1, agree, disagree, 1)]
    assert tuple(tally(rule, votes).met for rule in RULES) == (half, two_thirds)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@pytest.mark.parametrize("members", [6, 7, 9])
def test_no_withheld_number_follows_from_what_is_shown_of_one_community(rule: Rule, members: int) -> None:
    for result, worlds in worlds_by_result(rule, ((votes,) for votes in electorate(1, members))).items():
        if isinstance(result.sides[0], Withheld):
            assert all(len({votes.cells[k] for (votes,) in worlds}) >= 2 for k in range(3))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_no_withheld_number_follows_from_the_other_community_and_the_total(rule: Rule) -> None:
    worlds = product(electorate(1, 6), electorate(2, 6))
    for result, alike in worlds_by_result(rule, worlds).items():
        for place, side in enumerate(result.sides):
            if isinstance(side, Withheld):
                assert all(len({world[place].cells[k] for world in alike}) >= 2 for k in range(3))


def test_from_a_shown_result_nobodys_answer_follows() -> None:
    for votes in electorate(1, 8):
        shown = tally(AGREED_IN_EVERY_COMMUNITY, [votes]).sides[0]
        if isinstance(shown, Shown):
            assert max(shown.agree, shown.disagree, shown.passed) < shown.voters


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=2, max_size=5), st.data())
def test_the_order_of_communities_changes_nothing_but_the_order(
    cells: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    votes = [of(side, *counts, members=36) for side, counts in enumerate(cells, start=1)]
    mixed = data.draw(st.permutations(votes))
    first, second = tally(AGREED_IN_EVERY_COMMUNITY, votes), tally(AGREED_IN_EVERY_COMMUNITY, mixed)
    assert (set(first.sides), first.total, first.met) == (set(second.sides), second.total, second.met)


@pytest.mark.parametrize(("votes", "code"), [
    ([], "counts.no_side"),
    ([of(1, 5, 1, 0), of(1, 5, 1, 0)], "counts.side_twice"),
    ([of(1, -1, 7, 0)], "counts.below_zero"),
    ([of(1, 9, 1, 0)], "counts.more_votes_than_members"),
    ([Votes(1, 5, agree=1)], "counts.ballot_where_aloud"),
    ([Votes(1, 6, word=True)], "counts.word_where_secret"),
])  # fmt: skip
def test_impossible_votes_are_refused(votes: list[Votes], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        tally(AGREED_IN_EVERY_COMMUNITY, votes)
    assert refused.value.code == code
    assert code in sentences()


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        rule_named("loudest_wins")
    assert refused.value == Refusal("counts.rule_unknown", rule="loudest_wins")
